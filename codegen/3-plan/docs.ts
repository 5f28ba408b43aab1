import type { Field, FieldType } from "../model/contract.js";
import type { Literal } from "../model/raw.js";

/** What the author said of a field, followed by its unit and its range, and by the default that is told of it as well. */
export function fieldDocs(field: Field, told: Literal): { readonly doc: string; readonly initDoc: string } {
  const { doc, unit, range } = field;
  if (unit === undefined && range === undefined && told === undefined) return { doc, initDoc: doc };
  const notes = joined(unitNote(field), rangeNote(field));
  return { doc: withNote(doc, notes), initDoc: withNote(doc, joined(notes, defaultNote(told))) };
}

/** A docstring and more sentences: on the same line, or below a text of several lines. */
export function withNotes(doc: string, notes: readonly (string | undefined)[]): string {
  return withNote(doc, notes.filter((note) => note !== undefined).join(" "));
}

function withNote(doc: string, said: string): string {
  if (said === "") return doc;
  if (doc === "") return said;
  return doc.includes("\n") ? `${doc}\n${said}` : `${doc} ${said}`;
}

function joined(said: string, more: string): string {
  return said === "" || more === "" ? said + more : `${said} ${more}`;
}

function unitNote({ unit }: Field): string {
  return unit === undefined ? "" : `Unit: ${unit}.`;
}

function rangeNote({ range }: Field): string {
  return range === undefined ? "" : `Range: ${range[0]} to ${range[1]}.`;
}

function defaultNote(told: Literal): string {
  return told === undefined ? "" : `Default: ${literalText(told)}.`;
}

/** What a field starts with; undefined when it starts absent, or as its type does anyway, so that telling it would be noise. */
export function toldDefault({ type, default: start, optional }: Field): Literal {
  return start === undefined || isPlainStart(type, start, optional) ? undefined : start;
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
