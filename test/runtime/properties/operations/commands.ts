// Changes that wait for a sync point, and sync points.
import { bundles, componentsOf, givens, initOf } from "./inits.js";
import { entityOf, entityRefs, operation, types, type Operation } from "./operation.js";

export const commandOperations: readonly Operation[] = [
  operation(2, "commands.spawn", [bundles], (world, stage, bundle) => {
    const entity = world.commands.spawn(componentsOf(stage, bundle));
    stage.remember([entity]);
    return entity;
  }),
  operation(1, "commands.despawn", [entityRefs], (world, stage, ref) => world.commands.despawn(entityOf(stage, ref))),
  operation(2, "commands.add", [entityRefs, givens], (world, stage, ref, given) =>
    world.commands.add(entityOf(stage, ref), given.type, initOf(stage, given)),
  ),
  operation(1, "commands.set", [entityRefs, givens], (world, stage, ref, given) =>
    world.commands.set(entityOf(stage, ref), given.type, initOf(stage, given)),
  ),
  operation(1, "commands.remove", [entityRefs, types], (world, stage, ref, type) =>
    world.commands.remove(entityOf(stage, ref), type),
  ),
  operation(2, "flush", [], (world) => world.flush()),
];
