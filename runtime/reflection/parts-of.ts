// Values whose type is known from a description alone, taken apart and put together anew.

/** A part of an object or a list; undefined of anything else. */
export function partOf(value: unknown, name: string): unknown {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

/** The items of a list; none of anything else. */
export function itemsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The entries of a map; none of anything else. */
export function entriesOf(value: unknown): readonly (readonly [unknown, unknown])[] {
  return value instanceof Map ? [...value] : [];
}

/** The same object, list or map with another part. */
export function withPart(value: unknown, name: string, part: unknown): unknown {
  if (value instanceof Map) return new Map<unknown, unknown>(value).set(name, part);
  if (Array.isArray(value)) return value.map((item: unknown, index) => (String(index) === name ? part : item));
  return { ...(isObject(value) ? value : {}), [name]: part };
}

/** Whether it is an object of whatever kind. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
