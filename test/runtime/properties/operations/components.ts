// Components of entities: read, written, added, taken away.
import fc from "fast-check";
import { readThrough, writeThrough } from "../rows.js";
import { givens, initOf } from "./inits.js";
import { entityOf, entityRefs, operation, types, type Operation } from "./operation.js";

export const componentOperations: readonly Operation[] = [
  operation(14, "add", [entityRefs, givens], (world, stage, ref, given) =>
    world.add(entityOf(stage, ref), given.type, initOf(stage, given)),
  ),
  operation(1, "add defaults", [entityRefs, types], (world, stage, ref, type) => world.add(entityOf(stage, ref), type)),
  operation(9, "remove", [entityRefs, types], (world, stage, ref, type) => world.remove(entityOf(stage, ref), type)),
  operation(9, "set", [entityRefs, givens], (world, stage, ref, given) =>
    world.set(entityOf(stage, ref), given.type, initOf(stage, given)),
  ),
  operation(2, "get", [entityRefs, types], (world, stage, ref, type) => world.get(entityOf(stage, ref), type)),
  operation(3, "cursor", [entityRefs, types, fc.boolean()], (world, stage, ref, type, at) => {
    const entity = entityOf(stage, ref);
    const cursor = world.cursor(type);
    const row = at ? cursor.at(entity) : cursor.find(entity);
    writeThrough(type, row);
    return readThrough(row);
  }),
  operation(1, "cursor, readonly", [entityRefs, types], (world, stage, ref, type) =>
    readThrough(world.cursor(type, { readonly: true }).find(entityOf(stage, ref))),
  ),
  operation(1, "touch", [entityRefs, types], (world, stage, ref, type) => world.touch(entityOf(stage, ref), type)),
  operation(2, "has", [entityRefs, types], (world, stage, ref, type) => world.has(entityOf(stage, ref), type)),
];
