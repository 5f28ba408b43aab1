// Calls that must fail, and change nothing.
import fc from "fast-check";
import * as kit from "../../kit/generated/index.js";
import { unreadable } from "../failures.js";
import { bundles, componentsOf } from "./inits.js";
import { entityOf, entityRefs, operation, type Operation } from "./operation.js";

const failing = fc.constantFrom(
  [kit.Position, "y"] as const,
  [kit.Burning, "cause"] as const,
  [kit.Label, "words"] as const,
);

export const failureOperations: readonly Operation[] = [
  operation(1, "spawn unreadable", [bundles, failing], (world, stage, bundle, [type, field]) =>
    world.spawn({ ...componentsOf(stage, bundle), [type.key]: unreadable(field) }),
  ),
  operation(1, "spawn unknown", [bundles], (world, stage, bundle) =>
    world.spawn({ ...componentsOf(stage, bundle), nothing: {} }),
  ),
  operation(1, "spawnMany unreadable", [fc.nat(4), bundles, failing], (world, stage, count, bundle, [type, field]) =>
    world.spawnMany(count, { ...componentsOf(stage, bundle), [type.key]: unreadable(field) }),
  ),
  operation(1, "spawnMany each, and fails", [fc.nat(3), bundles], (world, stage, last, bundle) =>
    world.spawnMany(5, (index) => (index < last ? componentsOf(stage, bundle) : { position: unreadable("x") })),
  ),
  operation(1, "add unreadable", [entityRefs, failing], (world, stage, ref, [type, field]) =>
    world.add(entityOf(stage, ref), type, unreadable(field)),
  ),
  operation(1, "set unreadable", [entityRefs, failing], (world, stage, ref, [type, field]) =>
    world.set(entityOf(stage, ref), type, unreadable(field, { x: 7, heat: 7, text: "seven" })),
  ),
  operation(1, "batches.replace unreadable", [entityRefs, failing], (world, stage, ref, [type, field]) =>
    world.batches.replace(entityOf(stage, ref), type, unreadable(field, { x: 8, heat: 8, text: "eight" })),
  ),
  operation(1, "batches.spawnAt unreadable", [fc.nat(40), failing], (world, _stage, index, [type, field]) =>
    world.batches.spawnAt(index, [[type, unreadable(field)]]),
  ),
  operation(1, "relations.add unreadable", [entityRefs, entityRefs], (world, stage, from, to) =>
    world.relations.add(entityOf(stage, from), kit.Likes, entityOf(stage, to), unreadable("note", { amount: 9 })),
  ),
  operation(1, "relations.set unreadable", [entityRefs, entityRefs], (world, stage, from, to) =>
    world.relations.set(entityOf(stage, from), kit.Likes, entityOf(stage, to), unreadable("note", { amount: 8 })),
  ),
  operation(1, "commands.add unreadable", [entityRefs, failing], (world, stage, ref, [type, field]) =>
    world.commands.add(entityOf(stage, ref), type, unreadable(field)),
  ),
];
