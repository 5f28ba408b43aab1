// Folders are watched, not files: editors save by renaming a new file over the old one, and a watch of the old one would
// look at nothing from then on. What a watch tells is where to look, never what is there: events come twice, come late,
// or come without a name. Should one be lost, whoever waits here looks at everything once nothing happens any more.
import { type FSWatcher, watch } from "node:fs";
import { basename } from "node:path";
import { setImmediate as immediate, setTimeout as sleep } from "node:timers/promises";
import type { Interests } from "./interests.js";

/** How long nothing must happen until a change counts as complete, in milliseconds: editors write in one go. */
const pause = 10;
/** How long to wait for that at most. */
const longestPause = 500;
/** How often to look where the system cannot watch. */
const pollInterval = 500;
/** How many events the system surely keeps for us while we are busy. */
const mostEvents = 4000;

/** Hears of a change at an absolute path, with `/`; undefined when it may be anywhere. */
export type OnChange = (path: string | undefined) => void;

/** Tells what may have changed in some folders. */
export class FolderWatcher {
  readonly #open = new Map<string, FSWatcher>();
  readonly #onChange: OnChange;
  #interests: Interests = new Map();
  #hinted = false;
  /** What was made, moved or removed; the watches of folders there may look at what is not there any more. */
  readonly #moved = new Set<string>();
  /** How many events came since it was waited for some. */
  #events = 0;
  #wake: () => void = () => undefined;
  #poll: NodeJS.Timeout | undefined;

  /** `onChange` is told of every change in a watched folder, whether or not it is of interest. */
  constructor(onChange: OnChange) {
    this.#onChange = onChange;
  }

  /** Watches these folders from now on, and no others. What changes after this call is told. */
  follow(interests: Interests): void {
    this.#interests = interests;
    for (const folder of this.#open.keys()) {
      if (!interests.has(folder) || this.#isMoved(folder)) this.#stop(folder);
    }
    this.#moved.clear();
    for (const folder of interests.keys()) {
      if (!this.#open.has(folder)) this.#start(folder);
    }
  }

  /** Whether every change in a folder is told. */
  isWatching(folder: string): boolean {
    return this.#open.has(folder);
  }

  /**
   * Resolves with true when something of interest may have changed and then nothing for a moment, with false when nothing
   * happened for as long as `patience` (in milliseconds), or when the signal aborts.
   */
  async settled(signal: AbortSignal, patience: number): Promise<boolean> {
    await this.#hint(signal, patience);
    const hinted = this.#hinted;
    const deadline = Date.now() + longestPause;
    while (this.#hinted && !signal.aborted && Date.now() < deadline) {
      this.#hinted = false;
      await sleep(pause, undefined, { signal }).catch(() => undefined);
      // A timer may end before what has happened long since is told; this ends behind it.
      await immediate();
    }
    if (this.#events > mostEvents) this.#onChange(undefined);
    this.#events = 0;
    this.#hinted = false;
    return hinted;
  }

  /** Ends all watches. */
  close(): void {
    for (const folder of this.#open.keys()) this.#stop(folder);
    clearInterval(this.#poll);
  }

  async #hint(signal: AbortSignal, patience: number): Promise<void> {
    if (this.#hinted || signal.aborted) return;
    await new Promise<void>((resolve) => {
      const timer = Number.isFinite(patience) ? setTimeout(() => end(), patience) : undefined;
      const end = (): void => {
        clearTimeout(timer);
        signal.removeEventListener("abort", end);
        resolve();
      };
      this.#wake = end;
      signal.addEventListener("abort", end);
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
        this.#stop(folder);
        this.#tell();
      });
      this.#open.set(folder, watcher);
    } catch {
      // Gone since, or the system has no watch left to give: the first is noticed by looking once more, too.
      this.#poll ??= setInterval(() => this.#tell(), pollInterval);
    }
  }

  #stop(folder: string): void {
    this.#open.get(folder)?.close();
    this.#open.delete(folder);
    this.#onChange(folder);
  }

  #onEvent(folder: string, event: string, name: string | null): void {
    this.#events++;
    if (name === null) {
      this.#onChange(undefined);
      return this.#tell();
    }
    const path = `${folder}/${name.replaceAll("\\", "/")}`;
    if (event === "rename") this.#moved.add(path);
    this.#onChange(path);
    if (event === "rename" && name === basename(folder)) {
      // Perhaps it is the folder itself that was moved or removed.
      this.#moved.add(folder);
      this.#onChange(folder);
    }
    const names = this.#interests.get(folder);
    if (names === "all" || names?.has(name) === true) this.#tell();
  }

  #isMoved(folder: string): boolean {
    return this.#moved.has(folder) || [...this.#moved].some((path) => folder.startsWith(`${path}/`));
  }
}
