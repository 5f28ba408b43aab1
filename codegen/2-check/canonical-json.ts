/**
 * JSON with sorted keys and no spaces, so that equal values have equal bytes. What is `undefined` is left out; a `bigint`
 * is written as text such as `"5n"`, and a number that JSON has no sign for as `"NaN"`, `"-0"` and the like. Who knows the
 * texts of its parts already may give them.
 */
export function canonicalJson(value: unknown, ofPart: (part: unknown) => string = canonicalPart): string {
  if (typeof value === "bigint") return `"${value}n"`;
  if (typeof value === "number" && (!Number.isFinite(value) || Object.is(value, -0))) {
    return Object.is(value, -0) ? '"-0"' : `"${value}"`;
  }
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  if (Array.isArray(value)) return `[${value.map((item) => ofPart(item)).join(",")}]`;
  let properties = "";
  const parts: Readonly<Record<string, unknown>> = { ...value };
  for (const key of Object.keys(parts).sort()) {
    const part = parts[key];
    if (part === undefined) continue;
    if (properties !== "") properties += ",";
    properties += `${JSON.stringify(key)}:${ofPart(part)}`;
  }
  return `{${properties}}`;
}

function canonicalPart(part: unknown): string {
  return canonicalJson(part);
}
