// Entities come and go, one by one and in bulk.
import fc from "fast-check";
import { bundles, componentsOf } from "./inits.js";
import { entityOf, entityRefs, operation, type Operation } from "./operation.js";

export const entityOperations: readonly Operation[] = [
  operation(10, "spawn", [bundles], (world, stage, bundle) => {
    const entity = world.spawn(componentsOf(stage, bundle));
    stage.remember([entity]);
    return entity;
  }),
  operation(1, "spawnMany", [fc.integer({ min: -1, max: 6 }), bundles], (world, stage, count, bundle) => {
    const spawned = world.spawnMany(count, componentsOf(stage, bundle));
    stage.remember(spawned);
    return spawned;
  }),
  operation(1, "spawnMany each", [fc.array(bundles, { maxLength: 4 })], (world, stage, all) => {
    const components = all.map((bundle) => componentsOf(stage, bundle));
    const spawned = world.spawnMany(all.length, (index) => components[index]);
    stage.remember(spawned);
    return spawned;
  }),
  operation(9, "despawn", [entityRefs], (world, stage, ref) => world.despawn(entityOf(stage, ref))),
  operation(1, "isAlive", [entityRefs], (world, stage, ref) => world.isAlive(entityOf(stage, ref))),
];
