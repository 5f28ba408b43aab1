// Folders are watched, not files: editors save by renaming a new file over the old one, and a watch of the old one would
// look at nothing from then on. What a watch tells is a hint and no more, since events get lost, come twice, or come
// without a name; who waits here asks the disk itself what has changed.
import { type FSWatcher, watch } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import type { Interests } from "./interests.js";

/** How long nothing must happen until a change counts as complete, in milliseconds. */
const pause = 30;
/** How long to wait for that at most. */
const longestPause = 500;
/** How often to look where the system cannot watch. */
const pollInterval = 500;

/** Tells when something may have changed in some folders. */
export class FolderWatcher {
  readonly #open = new Map<string, FSWatcher>();
  #interests: Interests = new Map();
  #hinted = false;
  /** Something was made, moved or removed; the watches of folders may look at what is not there any more. */
  #renamed = false;
  #wake: () => void = () => undefined;
  #poll: NodeJS.Timeout | undefined;

  /** Watches these folders from now on, and no others. What changes after this call is told. */
  follow(interests: Interests): void {
    this.#interests = interests;
    for (const [folder, watcher] of this.#open) {
      if (this.#renamed || !interests.has(folder)) this.#stop(folder, watcher);
    }
    this.#renamed = false;
    for (const folder of interests.keys()) {
      if (!this.#open.has(folder)) this.#start(folder);
    }
  }

  /** Resolves when something may have changed and then nothing for a moment, or when the signal aborts. */
  async settled(signal: AbortSignal): Promise<void> {
    await this.#hint(signal);
    const deadline = Date.now() + longestPause;
    do {
      this.#hinted = false;
      await sleep(pause, undefined, { signal }).catch(() => undefined);
    } while (this.#hinted && !signal.aborted && Date.now() < deadline);
    this.#hinted = false;
  }

  /** Ends all watches. */
  close(): void {
    for (const [folder, watcher] of this.#open) this.#stop(folder, watcher);
    clearInterval(this.#poll);
  }

  async #hint(signal: AbortSignal): Promise<void> {
    if (this.#hinted || signal.aborted) return;
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
      signal.addEventListener("abort", () => resolve(), { once: true });
    });
  }

  #tell(): void {
    this.#hinted = true;
    this.#wake();
  }

  #start(folder: string): void {
    try {
      const watcher = watch(folder, (event, name) => this.#onEvent(folder, event, name));
      watcher.on("error", () => {
        this.#stop(folder, watcher);
        this.#renamed = true;
        this.#tell();
      });
      this.#open.set(folder, watcher);
    } catch {
      // Gone since, or the system has no watch left to give: the first is noticed by looking once more, too.
      this.#poll ??= setInterval(() => this.#tell(), pollInterval);
    }
  }

  #stop(folder: string, watcher: FSWatcher): void {
    watcher.close();
    this.#open.delete(folder);
  }

  #onEvent(folder: string, event: string, name: string | null): void {
    const names = this.#interests.get(folder);
    if (names === undefined || (name !== null && names !== "all" && !names.has(name))) return;
    if (event === "rename") this.#renamed = true;
    this.#tell();
  }
}
