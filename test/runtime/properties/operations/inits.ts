// What is given for components: some of the fields, with values that every column keeps exactly.
import fc from "fast-check";
import { NO_ENTITY, type ComponentType, type Entity } from "ecsgen/runtime";
import { allComponents } from "../../kit/all-components.js";
import * as kit from "../../kit/generated/index.js";
import type { Stage } from "../stage.js";
import { entityOf, entityRefs, type EntityRef } from "./operation.js";

/** A component and what is given for it; references are filled in on the stage. */
export interface Given {
  readonly type: ComponentType;
  readonly init: object | true;
  readonly entity: EntityRef;
}

const small = fc.integer({ min: 0, max: 60 });
const signed = fc.integer({ min: -60, max: 60 });
const halves = signed.map((value) => value / 2);
const big = fc.integer({ min: 0, max: 60 }).map((value) => BigInt(value) * 2n ** 50n);
const word = fc.constantFrom("", "a", "bc", "déf");
const handles = [{ name: "left" }, { name: "right" }];

const struct = <Fields extends object>(fields: {
  [K in keyof Fields]: fc.Arbitrary<Fields[K]>;
}): fc.Arbitrary<object> => fc.record(fields, { requiredKeys: [] });

const axes = struct({ x: halves, y: halves });
const position = axes;
const numbers = struct({
  f32: halves,
  f64: halves,
  i8: signed,
  i16: signed,
  i32: signed,
  u8: small,
  u16: small,
  u32: small,
  i64: big,
  u64: big,
  flag: fc.boolean(),
  mood: fc.constantFrom("calm", "angry", "sad"),
});
const link = struct({ strength: fc.option(halves, { nil: undefined }) });
const body = struct({
  place: struct({ x: halves, y: halves, z: halves }),
  spin: struct({ axis: axes, rate: halves }),
  weights: fc.array(small, { maxLength: 3 }),
  drag: fc.option(struct({ linear: halves, angular: halves }), { nil: undefined }),
});
const label = struct({
  text: word,
  words: fc.array(word, { maxLength: 2 }),
  scores: fc.array(fc.tuple(word, halves), { maxLength: 2 }).map((entries) => new Map(entries)),
  raw: fc.uint8Array({ maxLength: 2 }),
  shape: fc.oneof(
    struct({ side: halves }).map((shape) => ({ kind: "square", ...shape })),
    struct({ radius: halves }).map((shape) => ({ kind: "circle", ...shape })),
  ),
  handle: fc.constantFrom(...handles, undefined),
});

const inits = new Map<ComponentType, fc.Arbitrary<object>>([
  [kit.Position, position],
  [kit.Velocity, position],
  [kit.Numbers, numbers],
  [kit.Link, link],
  [kit.Body, body],
  [kit.Label, label],
  [kit.Burning, struct({ heat: halves, cause: word })],
  [kit.Wet, struct({ depth: fc.integer({ min: 0, max: 12 }) })],
]);

/** Any component with something for it. */
export const givens: fc.Arbitrary<Given> = fc.oneof(
  ...allComponents.map((type) =>
    fc.tuple(inits.get(type) ?? fc.constant<true>(true), entityRefs).map(([init, entity]) => ({ type, init, entity })),
  ),
);

/** What is given for a component, with its references to entities. */
export function initOf(stage: Stage, { type, init, entity }: Given): unknown {
  if (init === true) return true;
  const reference: Entity = entityOf(stage, entity);
  if (type === kit.Link) return { ...init, to: reference, ...(reference === NO_ENTITY ? {} : { back: reference }) };
  return type === kit.Burning ? { ...init, from: reference } : init;
}

/** What is given to `spawn`: up to five components; of two for the same component the last one counts. */
export const bundles: fc.Arbitrary<Given[]> = fc.array(givens, { maxLength: 5 });

/** The object for `spawn`. */
export function componentsOf(stage: Stage, bundle: readonly Given[]): object {
  return Object.fromEntries(bundle.map((given) => [given.type.key, initOf(stage, given)]));
}
