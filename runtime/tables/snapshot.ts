/**
 * What was given for a component, kept for later: cursors are read, plain objects and lists copied, since the caller may
 * move or reuse them before the value is needed. Maps, buffers and objects of the host stay as they are.
 */
export function snapshot(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(snapshot);
  if ("$read" in value && typeof value.$read === "function") return value.$read();
  if (!isPlain(value)) return value;
  const copy: Record<string, unknown> = {};
  for (const [key, part] of Object.entries(value)) copy[key] = snapshot(part);
  return copy;
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
