// Many changes at once, each wholly or not at all.
import fc from "fast-check";
import { unreadable } from "../failures.js";
import type { Stage } from "../stage.js";
import type { Pair } from "../world-like.js";
import * as kit from "../../kit/generated/index.js";
import { bundles, givens, initOf, type Given } from "./inits.js";
import { entityOf, entityRefs, operation, types, type Operation } from "./operation.js";

const typeLists = fc.array(types, { maxLength: 4 });

/** Mostly each component once; now and then the last one twice. */
const lists = fc.tuple(bundles, fc.nat(11)).map(([bundle, chance]) => {
  const once = [...new Map(bundle.map((given) => [given.type, given])).values()];
  return chance === 0 ? [...once, ...once.slice(-1)] : once;
});

function pairsOf(stage: Stage, list: readonly Given[]): Pair[] {
  return list.map((given) => [given.type, initOf(stage, given)]);
}

export const batchOperations: readonly Operation[] = [
  operation(2, "batches.spawnOne", [lists], (world, stage, list) => {
    const entity = world.batches.spawnOne(pairsOf(stage, list));
    stage.remember([entity]);
    return entity;
  }),
  operation(1, "batches.spawn", [fc.array(lists, { maxLength: 3 })], (world, stage, all) => {
    const spawned = world.batches.spawn(all.map((list) => pairsOf(stage, list)));
    stage.remember(spawned);
    return spawned;
  }),
  operation(1, "batches.spawn, and fails", [lists], (world, stage, list) =>
    world.batches.spawn([pairsOf(stage, list), [], [[kit.Position, unreadable("y")]]]),
  ),
  operation(1, "batches.spawnAt", [fc.integer({ min: -1, max: 40 }), lists], (world, stage, index, list) => {
    const entity = world.batches.spawnAt(index, pairsOf(stage, list));
    stage.remember([entity]);
    return entity;
  }),
  operation(2, "batches.clone", [entityRefs], (world, stage, ref) => {
    const entity = world.batches.clone(entityOf(stage, ref));
    stage.remember([entity]);
    return entity;
  }),
  operation(4, "batches.add", [entityRefs, lists], (world, stage, ref, list) =>
    world.batches.add(entityOf(stage, ref), pairsOf(stage, list)),
  ),
  operation(1, "batches.add, and fails", [entityRefs, lists], (world, stage, ref, list) =>
    world.batches.add(entityOf(stage, ref), [...pairsOf(stage, list), [kit.Label, unreadable("words")]]),
  ),
  operation(2, "batches.despawn", [fc.array(entityRefs, { maxLength: 3 })], (world, stage, refs) =>
    world.batches.despawn(refs.map((ref) => entityOf(stage, ref))),
  ),
  operation(4, "batches.remove", [entityRefs, typeLists], (world, stage, ref, all) =>
    world.batches.remove(entityOf(stage, ref), all),
  ),
  operation(1, "batches.get", [entityRefs, typeLists], (world, stage, ref, all) => [
    world.batches.get(entityOf(stage, ref), all),
    world.batches.componentsOf(entityOf(stage, ref)).map(({ name }) => name),
  ]),
  operation(3, "batches.replace", [entityRefs, givens], (world, stage, ref, given) =>
    world.batches.replace(entityOf(stage, ref), given.type, initOf(stage, given)),
  ),
];
