// Saves, snapshots, and entities of another world.
import fc from "fast-check";
import type { Entity, SaveFormat } from "ecsgen/runtime";
import { entityOf, entityRefs, operation, type Operation } from "./operation.js";
import type { Stage } from "../stage.js";
import type { WorldLike } from "../world-like.js";

const formats = fc.constantFrom<SaveFormat>("binary", "json");
const names = fc.constantFrom("before", "after");

/** The other world of a stage. */
function otherOf(stage: Stage, world: WorldLike): WorldLike {
  return stage.world(world === stage.worlds[0] ? 1 : 0);
}

/** Remembers the new ids, and gives back which they are of. */
function noted(stage: Stage, ids: ReadonlyMap<Entity, Entity>): unknown {
  stage.remember([...ids.values()]);
  return [...ids];
}

export const stateOperations: readonly Operation[] = [
  operation(1, "save and load", [formats], (world, _stage, format) => world.state.load(world.state.save(format))),
  operation(1, "load what the other saves", [formats], (world, stage, format) =>
    world.state.load(otherOf(stage, world).state.save(format)),
  ),
  operation(1, "copy, and merge", [], (world, stage) => {
    const copy = world.copy();
    const same = copy.state.hash() === world.state.hash();
    const ids = noted(stage, otherOf(stage, world).merge(copy));
    copy.shutdown();
    return [same, ids];
  }),
  operation(1, "load what a copy saves", [formats], (world, stage, format) => {
    const copy = world.copy();
    const save = copy.state.save(format);
    copy.shutdown();
    const other = otherOf(stage, world);
    other.state.load(save);
    return other.state.hash() === world.state.hash();
  }),
  operation(1, "hash", [], (world, stage) => world.state.hash() === otherOf(stage, world).state.hash()),
  operation(1, "createSnapshot", [names], (world, _stage, name) => world.state.createSnapshot(name)),
  operation(1, "restoreSnapshot", [names], (world, _stage, name) => {
    world.state.restoreSnapshot(name);
    return world.state.listSnapshots();
  }),
  operation(1, "merge", [], (world, stage) => noted(stage, world.merge(otherOf(stage, world)))),
  operation(
    1,
    "load entities that the other saves",
    [fc.array(entityRefs, { maxLength: 3 }), formats],
    (world, stage, refs, format) => {
      const entities = refs.map((ref) => entityOf(stage, ref));
      return noted(stage, world.state.loadEntities(otherOf(stage, world).state.saveEntities(entities, format)));
    },
  ),
];
