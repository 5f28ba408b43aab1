import type { FieldTree, FieldType } from "../tables/field-tree.js";
import type { FieldDescription, NumberKind, TypeDescription, ValueDescription } from "./description.js";
import type { DeclarationNotes, FieldNotes, NotesByField, ValueNotes } from "./notes.js";
import { completed, startOf } from "./start-value.js";

/** Puts together what a token says and what was noted beside it. */
export function describe({ type, doc, fields }: DeclarationNotes): TypeDescription {
  return { type, doc, fields: describeFields(type.fields, fields) };
}

function describeFields(tree: FieldTree, notes: NotesByField = {}): FieldDescription[] {
  return Object.entries(tree).map(([name, type]) => describeField(name, type, notes[name] ?? {}));
}

function describeField(name: string, type: FieldType, notes: FieldNotes): FieldDescription {
  const inner = isOptional(type) ? type.optional : type;
  const optional = inner !== type || type === "object";
  const value = describeValue(inner, notes);
  const start = optional ? undefined : startOf(value);
  return {
    name,
    doc: notes.doc ?? "",
    value,
    optional,
    unit: notes.unit,
    range: notes.range,
    default: notes.default === undefined ? start : completed(value, notes.default),
  };
}

function describeValue(type: FieldType, notes: ValueNotes): ValueDescription {
  if (typeof type === "string") {
    return type === "bool" || type === "entity" || type === "string" || type === "bytes" || type === "object"
      ? { kind: type }
      : { kind: "number", of: type };
  }
  if ("oneOf" in type) return { kind: "enum", words: type.oneOf };
  if ("struct" in type) return describeParts(describeFields(type.struct, notes.fields), notes);
  if ("vector" in type) return describeIndexed(type.vector, type.length);
  if ("list" in type) return { kind: "list", of: describeValue(type.list, notes.item ?? {}) };
  if ("map" in type) return { kind: "map", of: describeValue(type.map, notes.item ?? {}) };
  if ("optional" in type) return describeValue(type.optional, notes);
  const shapes = Object.entries(type.union).map(([kind, tree]) => {
    return { kind, fields: describeFields(tree, notes.shapes?.[kind]) };
  });
  return { kind: "union", shapes };
}

/** Parts with names: of a vector when that was noted, else of a struct. */
function describeParts(fields: readonly FieldDescription[], { vector }: ValueNotes): ValueDescription {
  const first = fields[0]?.value;
  if (vector !== true || first?.kind !== "number") return { kind: "struct", fields };
  return { kind: "vector", of: first.of, indexed: false, fields };
}

function describeIndexed(of: FieldType, length: number): ValueDescription {
  const fields = Array.from({ length }, (_, index) => describeField(String(index), of, {}));
  return { kind: "vector", of: numberKind(of), indexed: true, fields };
}

/** Only numbers are parts of vectors. */
function numberKind(type: FieldType): NumberKind {
  const value = describeValue(type, {});
  return value.kind === "number" ? value.of : "f64";
}

function isOptional(type: FieldType): type is { readonly optional: FieldType } {
  return typeof type === "object" && "optional" in type;
}
