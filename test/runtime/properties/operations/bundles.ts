// Entities of bundles and prefabs, with something given for some of their components.
import fc from "fast-check";
import type { BundleType } from "ecsgen/runtime";
import * as kit from "../../kit/generated/index.js";
import { unreadable } from "../failures.js";
import { bundles, componentsOf } from "./inits.js";
import { operation, type Operation } from "./operation.js";

const kinds = fc.constantFrom<BundleType[]>(kit.Mover, kit.Torch, kit.Beacon);

export const bundleOperations: readonly Operation[] = [
  operation(3, "bundles.spawn", [kinds, bundles], (world, stage, kind, given) => {
    const entity = world.bundles.spawn(kind, componentsOf(stage, given));
    stage.remember([entity]);
    return entity;
  }),
  operation(1, "bundles.spawn plain", [kinds], (world, stage, kind) => {
    const entity = world.bundles.spawn(kind);
    stage.remember([entity]);
    return entity;
  }),
  operation(
    1,
    "bundles.spawnMany",
    [kinds, fc.integer({ min: -1, max: 4 }), bundles],
    (world, stage, kind, count, given) => {
      const spawned = world.bundles.spawnMany(kind, count, componentsOf(stage, given));
      stage.remember(spawned);
      return spawned;
    },
  ),
  operation(1, "bundles.spawnMany each", [kinds, fc.array(bundles, { maxLength: 3 })], (world, stage, kind, all) => {
    const given = all.map((bundle) => componentsOf(stage, bundle));
    const spawned = world.bundles.spawnMany(kind, all.length, (index) => given[index]);
    stage.remember(spawned);
    return spawned;
  }),
  operation(1, "bundles.spawn, and fails", [kinds, bundles], (world, stage, kind, given) =>
    world.bundles.spawn(kind, { ...componentsOf(stage, given), position: unreadable("y") }),
  ),
];
