// What queries find, and in which order; also under a name.
import fc from "fast-check";
import type { Filter, FilterTerm } from "ecsgen/runtime";
import * as kit from "../../kit/generated/index.js";
import type { Stage } from "../stage.js";
import { entityOf, entityRefs, operation, types, type EntityRef, type Operation } from "./operation.js";
import { relations } from "./relations.js";

/** A term, whose target is filled in on the stage. */
interface Term {
  readonly type: FilterTerm;
  readonly target: EntityRef | undefined;
}

/** A filter whose targets are filled in on the stage. */
export interface FilterGiven {
  readonly all: readonly Term[];
  readonly any: readonly Term[];
  readonly none: readonly Term[];
  readonly optional: NonNullable<Filter["optional"]>;
}

const components = types.map((type): Term => ({ type, target: undefined }));
const edges = fc
  .tuple(relations, fc.option(entityRefs, { nil: undefined }))
  .map(([type, target]): Term => ({ type, target }));
const terms = fc.oneof({ weight: 5, arbitrary: components }, { weight: 1, arbitrary: edges });
const some = (most: number): fc.Arbitrary<Term[]> => fc.array(terms, { maxLength: most });

/** Any terms, also such that contradict each other. */
export const filters: fc.Arbitrary<FilterGiven> = fc.record({
  all: some(3),
  any: some(3),
  none: some(2),
  optional: fc.array(types, { maxLength: 1 }),
});

/** The filter with its targets. */
export function filterOf(stage: Stage, { all, any, none, optional }: FilterGiven): Filter {
  const termsOf = (part: readonly Term[]): FilterTerm[] => part.map((term) => termOf(stage, term));
  return { all: termsOf(all), any: termsOf(any), none: termsOf(none), optional };
}

function termOf(stage: Stage, { type, target }: Term): FilterTerm {
  return target === undefined || !("kind" in type) || type.kind === "component"
    ? type
    : [type, entityOf(stage, target)];
}

/** Tags and toggles: that they come and go is known of every component without data. */
export const bare = fc.array(fc.constantFrom(kit.Pinned, kit.Chosen, kit.Paused, kit.Seen), { maxLength: 2 });
/** What is known of when it came, and of when it was written. */
const written = fc.array(fc.constantFrom(kit.Body, kit.Label, kit.Wet), { maxLength: 2 });
const tracked = fc.array(fc.constantFrom(kit.Pinned, kit.Paused, kit.Body, kit.Label, kit.Wet), { maxLength: 2 });
const names = fc.constantFrom("one", "two", "three");

export const queryOperations: readonly Operation[] = [
  operation(4, "query", [filters, entityRefs], (world, stage, filter, ref) => {
    const query = world.query(filterOf(stage, filter));
    const [entities, count, first] = [query.entities(), query.count(), query.first()];
    return { entities, count, first, isEmpty: query.isEmpty(), has: query.has(entityOf(stage, ref)) };
  }),
  operation(
    1,
    "queries.create",
    [names, filters],
    (world, stage, name, filter) => void world.queries.create(name, filterOf(stage, filter)),
  ),
  operation(
    1,
    "queries.update",
    [names, filters],
    (world, stage, name, filter) => void world.queries.update(name, filterOf(stage, filter)),
  ),
  operation(
    2,
    "queries.create, for changes",
    [names, filters, tracked, fc.array(types, { maxLength: 2 }), written],
    (world, stage, name, filter, added, removed, changed) =>
      void world.queries.create(name, { ...filterOf(stage, filter), added, removed, changed }),
  ),
  operation(1, "queries.clone", [names, names], (world, _stage, name, as) => void world.queries.clone(name, as)),
  operation(1, "queries.delete", [names], (world, _stage, name) => [world.queries.delete(name), world.queries.count]),
  operation(2, "queries.run", [names, fc.integer({ min: 0, max: 3 })], (world, _stage, name, size) => [
    world.queries.run(name),
    world.queries.runWithValues(name),
    world.queries.runInBatches(name, size),
  ]),
];
