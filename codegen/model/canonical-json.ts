import { inTextOrder } from "./compare.js";

/**
 * JSON with sorted keys (whole numbers first) and no spaces, so that equal values have equal bytes. What is `undefined` is
 * left out; a `bigint` is written as text such as `"5n"`, and a number that JSON has no sign for as `"NaN"`, `"-0"` and the like.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(canonical(value)) ?? "null";
}

/** A value that `JSON.stringify` writes in canonical form: the same one where it does so already. */
export function canonical(value: unknown): unknown {
  return isCanonical(value) ? value : inOrder(value);
}

/** A record in canonical form: what it holds, by name. */
export function canonicalRecord(record: object): Readonly<Record<string, unknown>> {
  const parts = new Map<string, unknown>(Object.entries(record));
  return Object.fromEntries(inTextOrder([...parts.keys()]).map((name) => [name, canonical(parts.get(name))]));
}

/** Contracts are made in canonical form, but for a few of their parts; this is seen without making anything. */
function isCanonical(value: unknown): boolean {
  if (typeof value === "number") return Number.isFinite(value) && !Object.is(value, -0);
  if (typeof value !== "object") return typeof value !== "bigint";
  if (Array.isArray(value)) return value.every(isCanonical);
  return !isRecord(value) || isCanonicalRecord(value);
}

function isCanonicalRecord(value: Readonly<Record<string, unknown>>): boolean {
  let last = "";
  for (const key in value) {
    if (key < last) return false;
    last = key;
    const part = value[key];
    // Most of what a contract says are texts and flags.
    if (typeof part !== "string" && typeof part !== "boolean" && !isCanonical(part)) return false;
  }
  return true;
}

function inOrder(value: unknown): unknown {
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value === "number") return Number.isFinite(value) && !Object.is(value, -0) ? value : signOf(value);
  if (Array.isArray(value)) return value.map(canonical);
  return isRecord(value) ? canonicalRecord(value) : value;
}

function signOf(value: number): string {
  return Object.is(value, -0) ? "-0" : String(value);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
