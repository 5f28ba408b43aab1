import type { Field, FieldType } from "../model/contract.js";
import type { Literal } from "../model/raw.js";

/** What the author said of a field, followed by its unit and its range. */
export function fieldDoc(field: Field): string {
  return withNotes(field.doc, [unitNote(field), rangeNote(field)]);
}

/** The same, followed by the default when it is not the one that its type starts with. */
export function fieldInitDoc(field: Field): string {
  return withNotes(field.doc, [unitNote(field), rangeNote(field), defaultNote(field)]);
}

/** A docstring and more sentences: on the same line, or below a text of several lines. */
export function withNotes(doc: string, notes: readonly (string | undefined)[]): string {
  const said = notes.filter((note) => note !== undefined).join(" ");
  if (said === "") return doc;
  if (doc === "") return said;
  return doc.includes("\n") ? `${doc}\n${said}` : `${doc} ${said}`;
}

function unitNote(field: Field): string | undefined {
  return field.unit === undefined ? undefined : `Unit: ${field.unit}.`;
}

function rangeNote(field: Field): string | undefined {
  return field.range === undefined ? undefined : `Range: ${field.range[0]} to ${field.range[1]}.`;
}

function defaultNote(field: Field): string | undefined {
  return startsPlain(field) ? undefined : `Default: ${literalText(field.default)}.`;
}

/** Whether a field starts absent, or with what its type starts with anyway, so that saying it would be noise. */
export function startsPlain(field: Field): boolean {
  return field.default === undefined || isPlainStart(field.type, field.default, field.optional);
}

function isPlainStart(type: FieldType, value: Literal, optional: boolean): boolean {
  if (optional) return false;
  if (type.kind === "enum") return value === type.words[0];
  if (type.kind === "union") return value === type.shapes[0]?.kind;
  if (type.kind === "struct") return !Array.isArray(value) && isSameAsFields(type.fields, value);
  if (type.kind === "list" || type.kind === "map" || type.kind === "bytes") return isEmpty(value);
  if (typeof value === "object") return Object.values(value).every((part) => isZero(part));
  return isZero(value);
}

function isSameAsFields(fields: readonly Field[], value: Literal): boolean {
  return literalText(value) === literalText(Object.fromEntries(fields.map((field) => [field.name, field.default])));
}

function isEmpty(value: Literal): boolean {
  return typeof value === "object" && Object.keys(value).length === 0;
}

function isZero(value: Literal): boolean {
  return value === 0 || value === 0n || value === false || value === "" || value === undefined;
}

/** A literal as a reader of docs would write it. */
function literalText(value: Literal): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value !== "object") return String(value);
  if (isList(value)) return `[${value.map(literalText).join(", ")}]`;
  const entries = Object.entries(value).map(([name, part]) => `${name}: ${literalText(part)}`);
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
}

function isList(value: Literal): value is readonly Literal[] {
  return Array.isArray(value);
}
