import type { Structure } from "../commands/structure.js";
import type { Entity } from "../entities/entity.js";
import { EcsError } from "../errors.js";
import type { WorldProblem } from "../tables/validate-storage.js";
import { requireList, requireName, shownGiven } from "../given.js";
import { readBinary, type ReadSave } from "./binary-load.js";
import { writeBinary } from "./binary-save.js";
import { danglingReferences, describeDangling } from "./dangling.js";
import { readJson } from "./json-load.js";
import { writeJson } from "./json-save.js";
import { mergeParts } from "./merge.js";
import { cloneParts, copyParts, type WorldParts } from "./parts.js";
import { partOf } from "./part-of.js";
import { corrupt, incompatible } from "./save-errors.js";
import type { SaveFormat, SaveKind } from "./save-kind.js";
import { isBinary } from "./sections.js";
import { fromUtf8, toUtf8 } from "./utf8.js";
import { differenceOf, type StateDifference } from "./state-difference.js";
import { hashesOf, hashOf, type PartHashes } from "./world-hash.js";

/** What the state asks of its world. */
export interface StateHost {
  readonly parts: WorldParts;
  readonly structure: Structure<object>;
  /** Throws when the world is in the middle of something, and applies what is queued. */
  requireStill(verb: string): void;
  /** Throws also when the world may not be changed; what is queued stays. */
  requireIdle(verb: string): void;
  /** Drops queued changes and events, whose entities are about to be others. */
  dropQueues(): void;
}

/**
 * The state of a world as a whole: as bytes or text, in snapshots, and in copies. Whatever comes from outside is read and
 * checked wholly before anything changes. Systems, handlers, queries and options are code, not state; events that wait are
 * neither saved nor kept.
 */
export class WorldState {
  readonly #host: StateHost;
  readonly #snapshots = new Map<string, WorldParts>();

  constructor(host: StateHost) {
    this.#host = host;
  }

  /** The whole world as a save. Throws `WhileIterating`, or `InvalidArgument` for a value that is not of its type. */
  save(format: SaveFormat): Uint8Array {
    this.#host.requireStill("save");
    return encode(this.#host.parts, "world", format);
  }

  /** Some entities, with the relations among them, as a save. Throws `StaleEntity`, or as `save` does. */
  saveEntities(entities: readonly Entity[], format: SaveFormat): Uint8Array {
    requireList(entities, "a list of entities");
    this.#host.requireStill("saveEntities");
    return encode(partOf(this.#host.parts, entities), "entities", format);
  }

  /**
   * Makes the world what it was when it was saved, in whatever format. Throws `SaveCorrupt`, `SaveIncompatible`, `EntityLimit` or
   * `ArenaFull`, with nothing changed.
   */
  load(bytes: Uint8Array): void {
    this.#host.requireIdle("load");
    const { kind, parts } = decode(bytes, this.#host.parts);
    if (kind !== "world") {
      throw incompatible("the save holds some entities, not a world", "load it with `loadEntities`");
    }
    this.#replace(parts);
  }

  /**
   * Adds the entities of a save, with ids of their own; references among them follow, others become none. Gives back the new id
   * of each that was saved. Throws as `load` does, or as `spawn` does, with nothing changed.
   */
  loadEntities(bytes: Uint8Array): Map<Entity, Entity> {
    this.#host.requireIdle("loadEntities");
    const { parts } = decode(bytes, this.#host.parts);
    this.#host.structure.sync();
    return mergeParts(this.#host.parts, this.#host.structure, parts);
  }

  /** Adds the entities of another world; see `World.merge`. */
  merge(other: WorldState): Map<Entity, Entity> {
    this.#host.requireIdle("merge");
    other.#host.requireStill("merge");
    const { parts, structure } = this.#host;
    structure.sync();
    // Whoever watches may change the other world meanwhile; what counts is what it was.
    return mergeParts(parts, structure, structure.changes.watched ? cloneParts(other.#host.parts) : other.#host.parts);
  }

  /** Makes a new world an exact copy of another one of the same layout. When it throws, as `load` does, the new world is none. */
  $copyFrom(other: WorldState): void {
    other.#host.requireStill("copy");
    this.#host.requireIdle("copy");
    this.#replace(other.#host.parts);
  }

  /**
   * 64 bits that are the same for the same state, whatever the order in which it came to be, and different for any other but for one
   * in 2⁶⁴. What counts: which entities are alive, by id; which components, tags and toggles they have, and their values;
   * edges with their data; resources. Numbers that are equal are the same (`-0` and `0`, all NaN); strings, lists, maps and
   * bytes count by content, lists and maps in their order. What does not: fields of type `object`; clocks, time and models, which
   * differ between a program and its peers for good reasons; which ids come next; the order of tables, rows and edges.
   * Applies what is queued, as `save` does. Throws `WhileIterating`, or `InvalidArgument` for a value that is not of its type.
   */
  hash(): bigint {
    this.#host.requireStill("hash");
    return hashOf(this.#host.parts);
  }

  /**
   * The first thing in which another world of the app is in another state, in what `hash` counts: whose it is, which field, and what both
   * have there; `undefined` when nothing differs. Applies what is queued in both. Throws `WhileIterating`, or `InvalidArgument` for a world
   * of another app.
   */
  difference(other: WorldState): StateDifference | undefined {
    this.#host.requireStill("difference");
    other.#host.requireStill("difference");
    return differenceOf(this.#host.parts, other.#host.parts);
  }

  /**
   * The same hash, and those of its parts, of which it is the sum: of `entities` (which are alive), and of each component, relation
   * and resource by qualified name. Throws as `hash` does.
   */
  hashes(): { readonly hash: bigint; readonly parts: PartHashes } {
    this.#host.requireStill("hashes");
    return hashesOf(this.#host.parts);
  }

  /** Keeps the state of this moment under a name, in place of what had it. Throws `WhileIterating`. */
  createSnapshot(name: string): void {
    requireName(name, "the name of a snapshot");
    this.#host.requireStill("createSnapshot");
    this.#snapshots.set(name, cloneParts(this.#host.parts));
  }

  /** Makes the world what it was. Throws `SnapshotUnknown`, or `WhileIterating`. */
  restoreSnapshot(name: string): void {
    const snapshot = this.#snapshots.get(name);
    if (snapshot === undefined) {
      const known = this.listSnapshots();
      const help = known.length === 0 ? "make one with `createSnapshot`" : `use one of \`${known.join("`, `")}\``;
      throw new EcsError("SnapshotUnknown", `there is no snapshot \`${shownGiven(name)}\``, help);
    }
    this.#host.requireIdle("restoreSnapshot");
    this.#replace(snapshot);
  }

  /** The names of all snapshots, in order of making. */
  listSnapshots(): string[] {
    return [...this.#snapshots.keys()];
  }

  /** Forgets a snapshot; `false` when there was none. */
  deleteSnapshot(name: string): boolean {
    return this.#snapshots.delete(name);
  }

  /** References to the dead; for `World.validate`. */
  $problems(): WorldProblem[] {
    return danglingReferences(this.#host.parts).map((each) => {
      return { kind: "reference", entity: each.of, message: describeDangling(each) };
    });
  }

  #replace(parts: WorldParts): void {
    this.#host.dropQueues();
    copyParts(parts, this.#host.parts);
  }
}

function encode(parts: WorldParts, kind: SaveKind, format: SaveFormat): Uint8Array {
  return format === "json" ? toUtf8(writeJson(parts, kind)) : writeBinary(parts, kind);
}

function decode(bytes: Uint8Array, like: WorldParts): ReadSave {
  if (isBinary(bytes)) return readBinary(bytes, like);
  const text = fromUtf8(bytes);
  if (text === undefined) throw corrupt("it is neither a binary save nor text");
  return readJson(text, like);
}
