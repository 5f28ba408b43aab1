import { Gate } from "../gate.js";
import { Memory } from "../memory/memory.js";
import { Models } from "../models/models.js";
import { EdgeStores } from "../relations/edge-stores.js";
import { Resources } from "../resources/resources.js";
import type { Stepper } from "../schedule/stepper.js";
import { Storage } from "../tables/storage.js";

/** All of a world that is state: what saves hold, snapshots keep and copies get. The rest of a world is code. */
export interface WorldParts {
  readonly storage: Storage;
  readonly edges: EdgeStores;
  readonly resources: Resources;
  readonly models: Models;
  readonly stepper: Stepper;
  /** Of the registered systems, when they are stepped alone. */
  readonly systemStepper: Stepper;
}

/** Parts of the same layout and limits, with nothing in them: whatever fits in there fits into the world as well. */
export function emptyParts(like: WorldParts): WorldParts {
  const memory = new Memory({ maxBytes: like.storage.memory.maxBytes });
  const storage = new Storage(memory, like.storage.registry.types, like.storage.entities.limit);
  return {
    storage,
    edges: new EdgeStores(
      like.edges.all.map(({ type }) => type),
      storage,
    ),
    resources: new Resources(like.resources.types, new Gate()),
    models: new Models(memory, like.models.types, new Gate()),
    stepper: like.stepper.fresh(),
    systemStepper: like.systemStepper.fresh(),
  };
}

/**
 * Makes parts an exact copy of others of the same layout: ids, rows, orders, values, time. Nobody is told. Throws `ArenaFull` or
 * `EntityLimit` where the limits are lower.
 */
export function copyParts(from: WorldParts, to: WorldParts): void {
  to.storage.clear();
  to.storage.copyFrom(from.storage);
  to.edges.copyFrom(from.edges);
  to.resources.copyFrom(from.resources);
  to.models.copyFrom(from.models);
  to.stepper.restore(from.stepper.state);
  to.systemStepper.restore(from.systemStepper.state);
  to.storage.changes++;
}

/** A copy of parts. */
export function cloneParts(parts: WorldParts): WorldParts {
  const made = emptyParts(parts);
  copyParts(parts, made);
  return made;
}
