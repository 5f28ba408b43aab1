import { inTextOrder } from "../model/compare.js";

/**
 * JSON with sorted keys (whole numbers first) and no spaces, so that equal values have equal bytes. What is `undefined` is
 * left out; a `bigint` is written as text such as `"5n"`, and a number that JSON has no sign for as `"NaN"`, `"-0"` and the like.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(canonical(value)) ?? "null";
}

/** A value that `JSON.stringify` writes so: the same one where it is so already. What is large is made with its keys in order. */
function canonical(value: unknown): unknown {
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value === "number") return Number.isFinite(value) && !Object.is(value, -0) ? value : signOf(value);
  if (Array.isArray(value)) return canonicalItems(value);
  return isRecord(value) ? canonicalRecord(value) : value;
}

function signOf(value: number): string {
  return Object.is(value, -0) ? "-0" : String(value);
}

function canonicalItems(items: readonly unknown[]): readonly unknown[] {
  const made = items.map(canonical);
  return made.every((item, index) => item === items[index]) ? items : made;
}

function canonicalRecord(value: Readonly<Record<string, unknown>>): unknown {
  const keys = Object.keys(value);
  const sorted = inTextOrder(keys);
  const made = sorted.map((key) => canonical(value[key]));
  const isSame = sorted === keys && sorted.every((key, index) => made[index] === value[key]);
  return isSame ? value : Object.fromEntries(sorted.map((key, index) => [key, made[index]]));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
