import type { Entity } from "../entities/entity.js";
import { EcsError } from "../errors.js";
import { requireName, shownGiven } from "../given.js";
import type { SaveFormat } from "./save-kind.js";
import type { StorageMedium } from "./storage-medium.js";
import type { WorldState } from "./world-state.js";

/** A place to save to. */
export interface StorageInfo {
  /** What the medium makes of it: for files, their path. */
  readonly path: string;
  readonly format: SaveFormat;
}

/**
 * The places that a world saves to. What is saved is the state at the moment of the call, whatever happens until the medium has
 * it; calls for the same path are carried out one after another. Every method that takes a path throws `StorageUnknown` for one
 * that was not created, `StorageUnavailable` when there is no medium, and `StorageFailed` with what the medium threw.
 */
export class Storages {
  /** Finds a medium when none was given, as soon as one is needed. */
  otherwise: (() => Promise<StorageMedium>) | undefined;
  readonly #state: WorldState;
  readonly #storages = new Map<string, StorageInfo>();
  /** By path: what is under way there. */
  readonly #underway = new Map<string, Promise<unknown>>();
  #medium: StorageMedium | undefined;

  constructor(state: WorldState, medium: StorageMedium | undefined) {
    this.#state = state;
    this.#medium = medium;
  }

  /** Makes a place known; touches no medium. Throws `StorageExists`, or `InvalidArgument`. */
  create(path: string, format: SaveFormat): StorageInfo {
    requirePath(path);
    if (format !== "binary" && format !== "json") {
      const message = `a storage at \`${path}\` in the format \`${shownGiven(format)}\` cannot be`;
      throw new EcsError("InvalidArgument", message, 'give `"binary"` or `"json"`');
    }
    if (this.#storages.has(path)) {
      const message = `there is a storage \`${path}\` already`;
      throw new EcsError("StorageExists", message, "use that one, or delete it first");
    }
    const made: StorageInfo = { path, format };
    this.#storages.set(path, made);
    return made;
  }

  /** A place by its path. */
  get(path: string): StorageInfo | undefined {
    return this.#storages.get(path);
  }

  /** All places, in order of making. */
  all(): StorageInfo[] {
    return [...this.#storages.values()];
  }

  /** Saves the world. Throws also as `WorldState.save` does. */
  async save(path: string): Promise<void> {
    await this.#write(path, this.#state.save(this.#require(path).format));
  }

  /** Makes the world what was saved. Throws `SaveMissing`, or as `WorldState.load` does, with nothing changed. */
  async load(path: string): Promise<void> {
    this.#require(path);
    this.#state.load(await this.#read(path));
  }

  /** Saves some entities, with the relations among them. Throws also as `WorldState.saveEntities` does. */
  async saveEntities(path: string, entities: readonly Entity[]): Promise<void> {
    await this.#write(path, this.#state.saveEntities(entities, this.#require(path).format));
  }

  /** Adds the entities that were saved. Throws `SaveMissing`, or as `WorldState.loadEntities` does, with nothing changed. */
  async loadEntities(path: string): Promise<ReadonlyMap<Entity, Entity>> {
    this.#require(path);
    return this.#state.loadEntities(await this.#read(path));
  }

  /** Takes away what was saved; `false` when nothing was. */
  async clear(path: string): Promise<boolean> {
    this.#require(path);
    return this.#ask(path, "clearing", (medium) => medium.remove(path));
  }

  /** Takes away what was saved, and forgets the place; `false` when there was neither. */
  async delete(path: string): Promise<boolean> {
    const isKnown = this.#storages.has(path);
    const removed = isKnown && (await this.#ask(path, "deleting", (medium) => medium.remove(path)));
    return this.#storages.delete(path) || removed;
  }

  /** Whether something is saved at a path, created or not. */
  async exists(path: string): Promise<boolean> {
    return (await this.#ask(path, "looking at", (medium) => medium.size(path))) !== undefined;
  }

  /** How many bytes are saved; 0 when nothing is. */
  async size(path: string): Promise<number> {
    this.#require(path);
    return (await this.#ask(path, "looking at", (medium) => medium.size(path))) ?? 0;
  }

  /** Writes the world to any path, as text that can be read. Throws as `save` does, but for `StorageUnknown`. */
  async exportJson(path: string): Promise<void> {
    await this.#write(path, this.#state.save("json"));
  }

  /** Makes the world what a text at any path says. Throws as `load` does, but for `StorageUnknown`. */
  async importJson(path: string): Promise<void> {
    this.#state.load(await this.#read(path));
  }

  #require(path: string): StorageInfo {
    const known = this.#storages.get(path);
    if (known !== undefined) return known;
    const message = `there is no storage \`${shownGiven(path)}\``;
    throw new EcsError(
      "StorageUnknown",
      message,
      "make it with `storages.create(path, format)` first, or `createStorage` of the `ecs` core",
    );
  }

  async #write(path: string, bytes: Uint8Array): Promise<void> {
    await this.#ask(path, "saving to", (medium) => medium.write(path, bytes));
  }

  async #read(path: string): Promise<Uint8Array> {
    const bytes = await this.#ask(path, "loading from", (medium) => medium.read(path));
    if (bytes !== undefined) return bytes;
    throw new EcsError("SaveMissing", `nothing is saved at \`${path}\``, "save there first, or ask `storageExists`");
  }

  async #ask<Result>(path: string, doing: string, ask: (medium: StorageMedium) => Promise<Result>): Promise<Result> {
    requirePath(path);
    const asked = this.#afterOthers(path, async () => {
      const medium = await this.#findMedium();
      try {
        return await ask(medium);
      } catch (error) {
        const message = `${doing} \`${path}\` failed: ${error instanceof Error ? error.message : String(error)}`;
        throw new EcsError("StorageFailed", message, "see to the medium; what was saved before is still there", [
          error,
        ]);
      }
    });
    return asked;
  }

  async #afterOthers<Result>(path: string, run: () => Promise<Result>): Promise<Result> {
    const before = this.#underway.get(path) ?? Promise.resolve();
    const asked = before.then(run, run);
    this.#underway.set(path, asked);
    try {
      return await asked;
    } finally {
      if (this.#underway.get(path) === asked) this.#underway.delete(path);
    }
  }

  async #findMedium(): Promise<StorageMedium> {
    this.#medium ??= await this.otherwise?.();
    if (this.#medium !== undefined) return this.#medium;
    const message = "this world has no medium to save on";
    throw new EcsError(
      "StorageUnavailable",
      message,
      "give one as the option `storage` of the world, such as `new FileMedium(folder)` of `ecsgen/node`",
    );
  }
}

function requirePath(path: unknown): void {
  requireName(path, "the path of a storage");
}
