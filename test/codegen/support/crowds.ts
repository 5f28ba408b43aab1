import fc from "fast-check";
import type { ComponentType } from "ecsgen/runtime";
import { rowOf, type App } from "../../runtime/state/worlds.js";

/** What many entities of many components are spawned with, by key; every other has all those of `wanted`. */
export function crowds({ components }: App, wanted: readonly ComponentType[] = []): fc.Arbitrary<object[]> {
  const parts = Object.fromEntries(components.map(({ key, fields }) => [key, rowOf(fields)]));
  const having = (requiredKeys: string[]): fc.Arbitrary<object> => fc.record(parts, { requiredKeys });
  return fc.array(fc.oneof(having([]), having(wanted.map(({ key }) => key))), { minLength: 4, maxLength: 12 });
}

/** The same value with numbers that a loop can count to. */
export function small(value: unknown): unknown {
  if (typeof value === "number") return value % 20;
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(small);
  if (value instanceof Map || value instanceof Uint8Array) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, small(part)]));
}
