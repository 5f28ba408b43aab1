import type { FieldTree, FieldType } from "./field-tree.js";

/**
 * What was given for a component or an edge, kept for later: the caller may move the cursor, or reuse the object or list,
 * before the value is needed. Objects of the host stay the ones they are: they are what is to be referred to.
 */
export function snapshot(type: { readonly fields: FieldTree }, init: unknown): unknown {
  return typeof init === "object" && init !== null ? fieldsOf(init, type.fields) : init;
}

function fieldsOf(value: object, tree: FieldTree): object {
  if ("$read" in value && typeof value.$read === "function") return value.$read();
  const given = new Map<string, unknown>();
  for (const name of Object.keys(tree)) {
    if (name in value) given.set(name, copyOf(Reflect.get(value, name), tree[name]));
  }
  return Object.fromEntries(given);
}

function copyOf(value: unknown, type: FieldType): unknown {
  if (typeof value !== "object" || value === null || type === "object") return value;
  if (type === "bytes") return value instanceof Uint8Array ? value.slice() : value;
  if (typeof type === "string" || "oneOf" in type) return value;
  if ("optional" in type) return copyOf(value, type.optional);
  if ("struct" in type) return fieldsOf(value, type.struct);
  if ("vector" in type) return isArrayLike(value) ? Array.from(value) : value;
  if ("list" in type) return Array.isArray(value) ? value.map((item) => copyOf(item, type.list)) : value;
  if ("union" in type) return shapeOf(value, type.union);
  if (!(value instanceof Map)) return value;
  return new Map(Array.from(value, ([key, item]) => [key, copyOf(item, type.map)]));
}

function shapeOf(value: object, shapes: { readonly [kind: string]: FieldTree }): object {
  const kind: unknown = Reflect.get(value, "kind");
  return typeof kind === "string" && kind in shapes ? { kind, ...fieldsOf(value, shapes[kind]) } : value;
}

function isArrayLike(value: object): value is ArrayLike<unknown> {
  return "length" in value && typeof value.length === "number";
}
