// What paths into components and resources lead to.
import type { Field, FieldType } from "../model/contract.js";
import type { ParameterUse } from "../model/raw.js";

/** The type that a path leads to; `[]` is any item, or a field that is computed. */
export function typeAt(path: readonly string[], fields: readonly Field[]): FieldType | undefined {
  const [first, ...rest] = path;
  const type = fields.find(({ name }) => name === first)?.type;
  return type && typeWithin(type, rest);
}

function typeWithin(type: FieldType, path: readonly string[]): FieldType | undefined {
  const [, ...rest] = path;
  if (path.length === 0) return type;
  if (type.kind === "struct") return typeAt(path, type.fields);
  if (type.kind === "vector") return { kind: "number", of: type.of };
  return type.kind === "list" || type.kind === "map" ? typeWithin(type.of, rest) : type;
}

/** Whether a value is copied when it is handed on, so that nobody can write to it. */
export function isPlainValue(type: FieldType | undefined): boolean {
  return type !== undefined && ["number", "bool", "entity", "string", "enum"].includes(type.kind);
}

/** The path of the column, or of the value that is no column, to which a longer path leads. */
export function columnPath(path: readonly string[], fields: readonly Field[]): readonly string[] {
  const [first, ...rest] = path;
  const type = fields.find(({ name }) => name === first)?.type;
  if (first === undefined || type === undefined) return [];
  if (type.kind === "struct") return [first, ...columnPath(rest, type.fields)];
  const [part] = rest;
  return type.kind === "vector" && part !== undefined && type.parts.includes(part) ? [first, part] : [first];
}

/** Methods that neither change what they are called on, nor give away its items where nobody can follow. */
const looking = new Set(
  "includes indexOf lastIndexOf join has keys at get find findLast values some every findIndex forEach map flatMap".split(
    " ",
  ),
);

/** Whether what a method of a list does, and gives back, can be followed. */
export function isFollowed(method: string): boolean {
  return looking.has(method);
}

/** Whether a call of a method may change what it is called on, beside what is noted as written. */
export function changes(
  { path, arguments: given }: Pick<ParameterUse["calls"][number], "path" | "arguments">,
  fields: readonly Field[],
): boolean {
  const of = typeAt(path.slice(0, -1), fields);
  if (isPlainValue(of)) return false;
  if (of === undefined || (of.kind !== "list" && of.kind !== "map" && of.kind !== "vector")) return true;
  if (of.kind === "vector" || isPlainValue(of.of)) return false;
  // A function that is named gets the items, and may do anything with them.
  return !looking.has(path.at(-1) ?? "") || given.some(({ kind }) => kind === "symbol");
}
