import type { Reporter } from "../diagnostics/diagnostic.js";
import type { Field, FieldType } from "../model/contract.js";
import type { Located, Place } from "../model/place.js";
import type { Literal, RawField, RawFieldType } from "../model/raw.js";
import { startOf, whyNoDefault, whyNoNumber } from "./defaults.js";
import { whyNoField } from "./identifiers.js";

/** A vector with more parts is a list. */
const mostParts = 256;
/** The words of an enum are numbered in at most 16 bits. */
const mostWords = 65_536;

/** Proves the fields of one declaration, struct or shape. What cannot be stored is reported and left out. */
export function checkFields(raw: readonly RawField[], reporter: Reporter): Field[] {
  const seen = new Map<string, RawField>();
  const checked = raw.map((field) => {
    const twin = seen.get(field.name);
    seen.set(field.name, field);
    const why = whyNoField(field.name);
    if (why !== undefined) reportField(reporter, field.place, `a field cannot be called \`${field.name}\``, why);
    if (twin === undefined) return checkField(field, reporter);
    reporter.report("ECS2002", field.place, `there are two fields \`${field.name}\``, {
      help: "remove or rename one of the two",
      related: [{ place: twin.place, message: "the other one" }],
    });
    return undefined;
  });
  return checked.filter((field) => field !== undefined);
}

function reportField(reporter: Reporter, place: Place, message: string, why: string): void {
  reporter.report("ECS2001", place, message, {
    why: [`${capitalized(why)}.`],
    help: "give it another name",
  });
}

function checkField(raw: RawField, reporter: Reporter): Field | undefined {
  const type = checkType(raw, raw.type, reporter);
  if (type === undefined) return undefined;
  const range = checkRange(raw, type, reporter);
  return {
    default: checkDefault(raw, type, range, reporter),
    doc: raw.doc,
    name: raw.name,
    optional: raw.optional,
    range,
    type,
    unit: raw.unit,
  };
}

function checkType(field: RawField, raw: RawFieldType, reporter: Reporter): FieldType | undefined {
  switch (raw.kind) {
    case "unknown":
      return undefined;
    case "enum":
      return { kind: "enum", words: checkWords(field, raw.words, reporter) };
    case "vector":
      checkParts(field, raw, reporter);
      return { indexed: raw.indexed, kind: "vector", of: raw.of, parts: raw.parts, quat: raw.quat || undefined };
    case "struct":
      if (raw.fields.length === 0) reportShape(reporter, field.place, `\`${field.name}\` is a struct without fields`);
      return { fields: checkFields(raw.fields, reporter), kind: "struct" };
    case "list":
    case "map": {
      const of = checkType(field, raw.of, reporter);
      return of && { kind: raw.kind, of };
    }
    case "union":
      return checkUnion(field, raw, reporter);
    default:
      return raw;
  }
}

function checkWords(field: RawField, words: readonly Located<string>[], reporter: Reporter): string[] {
  if (words.length === 0) reportWords(reporter, field.place, `\`${field.name}\` has no words`);
  if (words.length > mostWords) {
    reportWords(reporter, field.place, `\`${field.name}\` has ${words.length} words, more than ${mostWords}`);
  }
  const seen = new Set<string>();
  for (const word of words) {
    if (word.value === "") reportWords(reporter, word.place, `\`${field.name}\` has an empty word`);
    else if (seen.has(word.value)) reportWords(reporter, word.place, `\`${field.name}\` has \`"${word.value}"\` twice`);
    seen.add(word.value);
  }
  return [...seen];
}

function reportWords(reporter: Reporter, place: Place, message: string): void {
  reporter.report("ECS2008", place, message, { help: 'write each word once, such as `oneOf("idle", "walk")`' });
}

function checkParts(
  field: RawField,
  { parts, places, indexed }: RawFieldType & { readonly kind: "vector" },
  reporter: Reporter,
): void {
  if (parts.length === 0) reportShape(reporter, field.place, `\`${field.name}\` is a vector without parts`);
  if (parts.length > mostParts) {
    reporter.report("ECS2009", field.place, `\`${field.name}\` has more than ${mostParts} parts`, {
      why: ["Each part of a vector is a column."],
      help: "use a `list`, which keeps its values beside the table",
    });
  }
  if (indexed) return;
  parts.forEach((part, index) => {
    const why = parts.indexOf(part) < index ? "there is another part of that name" : whyNoField(part);
    if (why !== undefined)
      reportField(reporter, places[index] ?? field.place, `a part cannot be called \`${part}\``, why);
  });
}

function checkUnion(field: RawField, raw: RawFieldType & { kind: "union" }, reporter: Reporter): FieldType {
  if (raw.shapes.length === 0) reportShape(reporter, field.place, `\`${field.name}\` is a union without shapes`);
  const shapes = raw.shapes.map((shape) => {
    const tag = shape.fields.find((candidate) => candidate.name === "kind");
    if (tag !== undefined) {
      reportField(reporter, tag.place, "a field of a shape cannot be called `kind`", "it tells the shapes apart");
    }
    return { fields: checkFields(shape.fields, reporter), kind: shape.kind };
  });
  return { kind: "union", shapes };
}

function reportShape(reporter: Reporter, place: Place, message: string): void {
  reporter.report("ECS2009", place, message, {
    why: ["There is nothing to store."],
    help: "remove the field, or say what it holds",
  });
}

function checkRange(raw: RawField, type: FieldType, reporter: Reporter): Field["range"] {
  if (raw.range === undefined) return undefined;
  const [{ value: min }, { value: max }] = raw.range.value;
  const wrong = wrongRange(raw.range, numbersIn(type));
  if (wrong === undefined && isNumeric(min) && isNumeric(max)) return [min, max];
  reporter.report("ECS2007", wrong?.place ?? raw.range.place, `\`${raw.name}\` cannot have this range`, {
    why: [`${capitalized(wrong?.why ?? "both ends are numbers")}.`],
    help: "write the smallest value first, then the largest, both of the field's type",
  });
  return undefined;
}

/** What is wrong with a range, and with which part of it. */
function wrongRange(
  { value: [min, max], place }: NonNullable<RawField["range"]>,
  of: Parameters<typeof whyNoNumber>[0] | undefined,
): { readonly why: string; readonly place: Place } | undefined {
  if (of === undefined) return { why: "only numbers have a range", place };
  for (const end of [min, max]) {
    const why = whyNoNumber(of, end.value) ?? whyNoEnd(end.value);
    if (why !== undefined) return { why, place: end.place };
  }
  const why = whyNoOrder(min.value, max.value);
  return why === undefined ? undefined : { why, place };
}

function whyNoEnd(value: Literal): string | undefined {
  return Number.isNaN(value) ? "`NaN` is no end of a range" : undefined;
}

function numbersIn(type: FieldType): Parameters<typeof whyNoNumber>[0] | undefined {
  return type.kind === "number" || type.kind === "vector" ? type.of : undefined;
}

function whyNoOrder(min: Literal, max: Literal): string | undefined {
  if (!isNumeric(min) || !isNumeric(max)) return undefined;
  return min <= max ? undefined : `${min} is more than ${max}`;
}

function isNumeric(value: Literal): value is number | bigint {
  return typeof value === "number" || typeof value === "bigint";
}

function checkDefault(raw: RawField, type: FieldType, range: Field["range"], reporter: Reporter): Literal {
  if (raw.default === undefined || (raw.default.value === undefined && raw.optional)) {
    if (raw.optional) return undefined;
    return startInside(startOf(type), range);
  }
  const { value, place } = raw.default;
  const why = whyNoDefault(type, value, range);
  if (why === undefined) return value;
  reporter.report("ECS2006", place, `\`${raw.name}\` cannot start with this value`, {
    why: [`${capitalized(why)}.`],
    help: "give it a value that the field can hold",
  });
  return undefined;
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A range that leaves out zero moves the start to its nearer end. */
function startInside(start: Literal, range: Field["range"]): Literal {
  if (range === undefined || !isNumeric(start)) return start;
  if (start < range[0]) return range[0];
  return start > range[1] ? range[1] : start;
}
