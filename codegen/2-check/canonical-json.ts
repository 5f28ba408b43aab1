import { compareText } from "../model/compare.js";

/**
 * JSON with sorted keys and no spaces, so that equal values have equal bytes. What is `undefined` is left out; a `bigint`
 * is written as text such as `"5n"`, and a number that JSON has no sign for as `"NaN"`, `"-0"` and the like.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === "bigint") return `"${value}n"`;
  if (typeof value === "number" && (!Number.isFinite(value) || Object.is(value, -0))) {
    return Object.is(value, -0) ? '"-0"' : `"${value}"`;
  }
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  const entries = Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .sort(([a], [b]) => compareText(a, b));
  return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonicalJson(part)}`).join(",")}}`;
}
