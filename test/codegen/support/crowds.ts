import fc from "fast-check";
import { rowOf, type App } from "../../runtime/state/worlds.js";

/** What many entities of many components are spawned with, by key. */
export function crowds({ components }: App): fc.Arbitrary<object[]> {
  const parts = Object.fromEntries(components.map(({ key, fields }) => [key, rowOf(fields)]));
  return fc.array(fc.record(parts, { requiredKeys: [] }), { minLength: 4, maxLength: 12 });
}

/** The same value with numbers that a loop can count to. */
export function small(value: unknown): unknown {
  if (typeof value === "number") return value % 20;
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(small);
  if (value instanceof Map || value instanceof Uint8Array) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, small(part)]));
}
