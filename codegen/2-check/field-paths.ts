// What paths into components and resources lead to.
import type { Field, FieldType } from "../model/contract.js";
import type { ParameterUse } from "../model/raw.js";

/** The type that a path leads to; `[]` is any item, or a field that is computed, `()` what a method gives back. */
export function typeAt(path: readonly string[], fields: readonly Field[]): FieldType | undefined {
  const [first, ...rest] = path;
  const type = typeOf(first, fields);
  return type && typeWithin(type, rest);
}

function typeOf(name: string | undefined, fields: readonly Field[]): FieldType | undefined {
  for (let at = 0; at < fields.length; at++) if (fields[at]?.name === name) return fields[at]?.type;
  return undefined;
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
  const depth = columnDepth(path, fields, 0);
  return depth === path.length ? path : path.slice(0, depth);
}

/** How many steps of a path lead to its column; those before `at` lead to these fields. */
function columnDepth(path: readonly string[], fields: readonly Field[], at: number): number {
  const type = typeOf(path[at], fields);
  if (type === undefined) return at;
  if (type.kind === "struct") return columnDepth(path, type.fields, at + 1);
  const part = path[at + 1];
  return type.kind === "vector" && part !== undefined && type.parts.includes(part) ? at + 2 : at + 1;
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));

/** Methods that neither change what they are called on, nor give away its items where nobody can follow. */
const looking = words("includes indexOf lastIndexOf join has keys at get values entries");

/** The same, when what they call back is written in place: others get the items, and may do anything with them. */
const asking = words("find findLast findIndex findLastIndex some every forEach map flatMap reduce reduceRight");

type Call = Pick<ParameterUse["calls"][number], "path" | "arguments">;

/** Whether what a method of a list does with its items, and what it gives back, can be followed. */
export function isFollowed({ path, arguments: [callback] }: Call): boolean {
  const method = path.at(-1) ?? "";
  return looking.has(method) || (asking.has(method) && callback?.kind === "function");
}

/** Whether a call of a method may change what it is called on, beside what is noted as written. */
export function changes(call: Call, fields: readonly Field[]): boolean {
  const of = typeAt(call.path.slice(0, -1), fields);
  if (isPlainValue(of)) return false;
  if (of === undefined || (of.kind !== "list" && of.kind !== "map" && of.kind !== "vector")) return true;
  if (of.kind === "vector" || isPlainValue(of.of)) return false;
  return !isFollowed(call);
}
