// Literals of the schema as source.
import type { GroupPlan, ValuePlan } from "../model/field-plan.js";
import type { Literal } from "../model/raw.js";
import { array, numberArray, numeral, object, quoted } from "./print/constructs.js";
import type { Inline } from "./print/layout.js";
import type { ImportedNames } from "./print/source-file.js";

/** A scalar. */
export function scalar(value: number | bigint | string | boolean): string {
  if (typeof value === "string") return quoted(value);
  return typeof value === "boolean" ? String(value) : numeral(value);
}

/** A literal from which a value can be made: fields may be missing. */
export function literal(value: ValuePlan, given: Literal, file: ImportedNames): Inline {
  if (value.kind === "entity") return file.value("NO_ENTITY", "ecsgen/runtime");
  if (typeof given !== "object") return given === undefined ? "undefined" : scalar(given);
  const entries = Object.entries(given);
  const items = entries.map(([, item]) => item);
  switch (value.kind) {
    case "bytes":
      return [`new ${file.global("Uint8Array")}(`, numberArray(items.map(number)), ")"];
    case "indexed":
      return numberArray(items.map(number));
    case "list":
      return list(value.of, items, file);
    case "map":
      return map(value.of, entries, file);
    case "group":
      return object(properties(value.group, entries, file));
    case "union":
      return shape(value.union.shapes, entries, file);
    default:
      return "undefined";
  }
}

function number(given: Literal): string {
  return typeof given === "number" || typeof given === "bigint" ? numeral(given) : "0";
}

function list(of: ValuePlan, given: readonly Literal[], file: ImportedNames): Inline {
  if (of.kind === "number") return numberArray(given.map(number));
  const printed = given.map((item) => literal(of, item, file));
  return array(printed, { broken: given.length > 1 && given.every(hasTwoParts) });
}

function hasTwoParts(given: Literal): boolean {
  return typeof given === "object" && Object.keys(given).length > 1;
}

function map(of: ValuePlan, entries: readonly (readonly [string, Literal])[], file: ImportedNames): Inline {
  const pairs = entries.map(([key, item]) => array([quoted(key), literal(of, item, file)]));
  return [`new ${file.global("Map")}(`, array(pairs, { broken: pairs.length > 1 }), ")"];
}

function properties(group: GroupPlan, entries: readonly (readonly [string, Literal])[], file: ImportedNames): Inline[] {
  const given = new Map(entries);
  return group.fields
    .filter((field) => given.has(field.name))
    .map((field): Inline => [`${field.name}: `, literal(field.value, given.get(field.name), file)]);
}

function shape(
  shapes: readonly GroupPlan[],
  entries: readonly (readonly [string, Literal])[],
  file: ImportedNames,
): Inline {
  const kind = new Map(entries).get("kind");
  const found = shapes.find((candidate) => candidate.kind === kind);
  if (found === undefined) return "undefined";
  return object([`kind: ${quoted(found.kind ?? "")}`, ...properties(found, entries, file)]);
}
