// What queries find, and in which order.
import fc from "fast-check";
import type { ComponentType, Filter } from "ecsgen/runtime";
import { entityOf, entityRefs, operation, types, type Operation } from "./operation.js";

const some = (most: number): fc.Arbitrary<ComponentType[]> => fc.array(types, { maxLength: most });

/** Any terms, also such that contradict each other. */
export const filters: fc.Arbitrary<Filter<ComponentType>> = fc.record({
  all: some(3),
  any: some(3),
  none: some(2),
  optional: some(1),
});

export const queryOperations: readonly Operation[] = [
  operation(4, "query", [filters, entityRefs], (world, stage, filter, ref) => {
    const query = world.query(filter);
    const [entities, count, first] = [query.entities(), query.count(), query.first()];
    return { entities, count, first, isEmpty: query.isEmpty(), has: query.has(entityOf(stage, ref)) };
  }),
];
