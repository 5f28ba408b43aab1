import { headPlace } from "../compiler/head-place.js";
import type { CallSyntax, ElementSyntax, Expression, SourceSyntax } from "../compiler/syntax.js";
import { suggest } from "../diagnostics/suggest.js";
import type { Located, Place } from "../model/place.js";
import type { Literal, NumberKind, RawField, RawFieldType } from "../model/raw.js";
import type { Reading } from "./reading.js";
import { isLiteral, isNumber, isText, readElements, readLiteral, readWords } from "./read-literal.js";
import { reportTwins } from "./read-options.js";
import type { Meaning } from "./resolve-name.js";
import { flatMembers, nounOf, sentence, settle, vocabularyOf, whyNot } from "./settle.js";
import { plainTypes, typeExamples, vocabulary } from "./vocabulary.js";
import { type Scoped, type ScopedCall } from "./scoped.js";

/** What a field's expression says. */
interface FieldParts {
  readonly type: RawFieldType;
  readonly optional: boolean;
  readonly default: Located<Literal> | undefined;
  readonly range: RawField["range"];
  readonly unit: string | undefined;
}

/** More levels are a circle of constants. */
const deepest = 30;

const unknown: FieldParts = partsOf({ kind: "unknown" });

const simpleTypes: ReadonlyMap<string, RawFieldType> = new Map<string, RawFieldType>([
  ...(["f32", "f64", "i8", "i16", "i32", "u8", "u16", "u32", "i64", "u64"] as const).map(
    (of): [string, RawFieldType] => [of, { kind: "number", of }],
  ),
  ...(["bool", "entity", "string", "bytes"] as const).map((kind): [string, RawFieldType] => [kind, { kind }]),
  ["vec2", vectorType("f32", ["x", "y"])],
  ["vec3", vectorType("f32", ["x", "y", "z"])],
  ["vec4", vectorType("f32", ["x", "y", "z", "w"])],
  ["quat", { ...vectorType("f32", ["x", "y", "z", "w"]), quat: true }],
]);

function vectorType(of: NumberKind, parts: readonly string[]): RawFieldType & { readonly kind: "vector" } {
  return { kind: "vector", of, parts, places: [], indexed: false, quat: false };
}

/** Reads a shape: an object literal of fields, or a constant that holds one; spreads are put in place. */
export function readFields(reading: Reading, scoped: Scoped, depth = 0): RawField[] {
  const settled = settle(reading, scoped);
  if (settled.kind !== "value" || settled.expression.kind !== "object") {
    reportShape(reading, scoped.expression.place, whyNot(settled));
    return [];
  }
  const { members, unreadable } = flatMembers(reading, settled.source, settled.expression);
  for (const { place, why } of unreadable) reportShape(reading, place, why);
  return members.map(({ name, place, doc, value }) => ({
    name,
    place,
    doc,
    ...readField(reading, value, depth + 1),
  }));
}

/** An object literal, or a constant that holds one, all of whose spreads can be read. */
export function isShape(reading: Reading, scoped: Scoped): boolean {
  const settled = settle(reading, scoped);
  if (settled.kind !== "value" || settled.expression.kind !== "object") return false;
  return flatMembers(reading, settled.source, settled.expression).unreadable.length === 0;
}

function reportShape(reading: Reading, place: Place, why: string): void {
  reading.reporter.report("ECS1005", place, "this shape cannot be read", {
    why: [`The source is read, never run: ${why}.`],
    help: "write an object literal of fields, such as `{ x: f32, y: f32 }`, or a `const` that holds one",
  });
}

function partsOf(type: RawFieldType): FieldParts {
  return { type, optional: false, default: undefined, range: undefined, unit: undefined };
}

function readField(reading: Reading, scoped: Scoped, depth: number): FieldParts {
  const settled = settle(reading, scoped);
  const place = scoped.expression.place;
  if (depth > deepest) return reportType(reading, place, `it holds itself, or is nested more than ${deepest} deep`);
  if (settled.kind === "meaning") {
    const { meaning } = settled;
    const word = meaning.kind === "package" && meaning.specifier === "ecsgen/schema" ? meaning.name : undefined;
    const type = word === undefined ? undefined : simpleTypes.get(word);
    if (type !== undefined) return partsOf(type);
    if (word !== undefined) return reportWord(reading, place, word);
    return reportType(reading, place, whyNot(settled), helpFor(meaning));
  }
  if (settled.kind === "value" && settled.expression.kind === "call") {
    return readCall(reading, { source: settled.source, expression: settled.expression }, depth);
  }
  return reportType(reading, place, whyNot(settled));
}

function reportWord(reading: Reading, place: Place, word: string): FieldParts {
  const example = typeExamples.get(word);
  if (example === undefined) return reportType(reading, place, `\`${word}\` is no field type`);
  return reportType(reading, place, `\`${word}\` has to be called`, `write it as ${example}`);
}

const anyType = "use a field type of `ecsgen/schema`, such as `f32`, or a `const` that holds one";

function helpFor(meaning: Meaning): string {
  if (meaning.kind !== "global") return anyType;
  if (vocabulary.has(meaning.name)) return `import \`${meaning.name}\` from \`ecsgen/schema\``;
  const near = hostTypes.get(meaning.name) ?? suggest(meaning.name, [...plainTypes, ...typeExamples.keys()]);
  return near === undefined ? anyType : `did you mean \`${near}\`?`;
}

/** What of `ecsgen/schema` is meant by the name of a type of TypeScript, or of other languages. */
const hostTypes: ReadonlyMap<string, string> = new Map([
  ["number", "f64"],
  ["boolean", "bool"],
  ["bigint", "i64"],
  ["Number", "f64"],
  ["Boolean", "bool"],
  ["String", "string"],
  ["Uint8Array", "bytes"],
  ["float", "f32"],
  ["double", "f64"],
  ["int", "i32"],
  ["uint", "u32"],
  ["byte", "u8"],
  ["text", "string"],
]);

function reportType(reading: Reading, place: Place, why: string, help = anyType): FieldParts {
  reading.reporter.report("ECS1006", place, "this field type cannot be read", { why: [sentence(why)], help });
  return unknown;
}

function readCall(reading: Reading, call: ScopedCall, depth: number): FieldParts {
  const { source, expression } = call;
  const word = vocabularyOf(reading, { source, expression: expression.callee });
  if (word !== undefined) return readTypeCall(reading, call, word, depth);
  if (expression.callee.kind === "member") return readModifier(reading, call, expression.callee, depth);
  const called = expression.callee.kind === "name" ? reading.meaning(source, expression.callee.name) : undefined;
  return reportType(reading, headPlace(expression), `it is ${nounOf(expression)}`, called && helpFor(called));
}

function readModifier(
  reading: Reading,
  { source, expression }: ScopedCall,
  callee: Expression & { readonly kind: "member" },
  depth: number,
): FieldParts {
  const parts = readField(reading, { source, expression: callee.of }, depth + 1);
  const first = argumentAt(source, expression, 0);
  switch (callee.name) {
    case "default":
      if (first === undefined) return reportArguments(reading, callee.namePlace, "`default`", "`.default(1)`", parts);
      return { ...parts, default: readLiteral(reading, first, "this default", "`.default(1)`", isLiteral) };
    case "range": {
      const second = argumentAt(source, expression, 1);
      if (first === undefined || second === undefined) {
        return reportArguments(reading, callee.namePlace, "`range`", "`.range(0, 100)`", parts);
      }
      const min = readLiteral(reading, first, "this range", "`.range(0, 100)`", isLiteral);
      const max = readLiteral(reading, second, "this range", "`.range(0, 100)`", isLiteral);
      if (min === undefined || max === undefined) return parts;
      return { ...parts, range: { value: [min, max], place: callee.namePlace } };
    }
    case "unit":
      if (first === undefined) return reportArguments(reading, callee.namePlace, "`unit`", '`.unit("m/s")`', parts);
      return { ...parts, unit: readLiteral(reading, first, "this unit", '`.unit("m/s")`', isText)?.value };
    default:
      reading.reporter.report("ECS1007", callee.namePlace, `a field has no modifier \`${callee.name}\``, {
        help: "use `.default(…)`, `.range(min, max)` or `.unit(…)`",
      });
      return parts;
  }
}

function argumentAt(source: SourceSyntax, call: CallSyntax, index: number): Scoped | undefined {
  const argument = call.arguments[index];
  return argument && { source, expression: argument.value };
}

function reportArguments<T>(reading: Reading, place: Place, what: string, example: string, result: T): T {
  reading.reporter.report("ECS1008", place, `${what} lacks what it is about`, { help: `write it as ${example}` });
  return result;
}

function readTypeCall(reading: Reading, call: ScopedCall, word: string, depth: number): FieldParts {
  const { source, expression } = call;
  const first = argumentAt(source, expression, 0);
  if (word === "oneOf") return partsOf(readEnum(reading, source, expression.arguments));
  if (word === "object") return partsOf({ kind: "object", type: expression.types[0]?.text ?? "object" });
  const example = typeExamples.get(word);
  if (example === undefined) return reportType(reading, headPlace(expression), `\`${word}\` is no field type`);
  if (first === undefined) return reportArguments(reading, headPlace(expression), `\`${word}\``, example, unknown);
  switch (word) {
    case "vector":
      return partsOf(readVector(reading, call, first, depth));
    case "struct":
      return partsOf({ kind: "struct", fields: readFields(reading, first, depth) });
    case "optional":
      return { ...readField(reading, first, depth + 1), optional: true };
    case "union":
      return partsOf(readUnion(reading, first, depth));
    default:
      return partsOf({ kind: word === "map" ? "map" : "list", of: readElement(reading, first, word, depth) });
  }
}

function readEnum(reading: Reading, source: SourceSyntax, elements: readonly ElementSyntax[]): RawFieldType {
  const [what, example] = ["a word of `oneOf`", '`oneOf("idle", "walk")`'];
  const words = readElements(reading, source, elements, what, example).flatMap((element) => {
    const word = readLiteral(reading, element, what, example, isText);
    return word === undefined ? [] : [word];
  });
  return { kind: "enum", words };
}

/** An element of a list or a map has a type and nothing else. */
function readElement(reading: Reading, scoped: Scoped, word: string, depth: number): RawFieldType {
  const parts = readField(reading, scoped, depth + 1);
  const lost = parts.optional || parts.default !== undefined || parts.range !== undefined || parts.unit !== undefined;
  if (lost) {
    reading.reporter.report("ECS1007", scoped.expression.place, `an element of a \`${word}\` has no modifiers`, {
      why: ["Only a field can be optional or have a default, a range or a unit."],
      help: `write the bare type, such as \`${word}(f32)\`, or put the value into a \`struct\``,
    });
  }
  return parts.type;
}

function readVector(reading: Reading, { source, expression }: ScopedCall, first: Scoped, depth: number): RawFieldType {
  const of = readField(reading, first, depth + 1).type;
  const second = expression.arguments[1];
  if (of.kind === "unknown") return of;
  if (of.kind !== "number") {
    return reportType(
      reading,
      first.expression.place,
      "the parts of a vector are numbers",
      "use a number type, such as `f32`",
    ).type;
  }
  if (second === undefined) {
    const example = typeExamples.get("vector") ?? "";
    return reportArguments(reading, headPlace(expression), "`vector`", example, unknown).type;
  }
  const names = { source, expression: second.value };
  const settled = settle(reading, names);
  if (settled.kind === "value" && settled.expression.kind === "array") {
    const words = readWords(reading, names, "a part of `vector`", '`["x", "y"]`');
    const parts = words.map(({ value }) => value);
    return { ...vectorType(of.of, parts), places: words.map(({ place }) => place) };
  }
  const length = readLiteral(reading, names, "the length of `vector`", "a whole number, such as `16`", isPartCount);
  if (length === undefined) return { kind: "unknown" };
  const parts = Array.from({ length: Math.min(length.value, tooMany) }, (_, index) => String(index));
  return { ...vectorType(of.of, parts), indexed: true };
}

/** More parts than any vector may have; who gives more learns it from `2-check`. */
const tooMany = 1_000;

function isPartCount(value: Literal): value is number {
  return isNumber(value) && Number.isInteger(value) && value >= 1;
}

function readUnion(reading: Reading, scoped: Scoped, depth: number): RawFieldType {
  const settled = settle(reading, scoped);
  if (settled.kind !== "value" || settled.expression.kind !== "object") {
    reportShape(reading, scoped.expression.place, whyNot(settled));
    return { kind: "unknown" };
  }
  const { members, unreadable } = flatMembers(reading, settled.source, settled.expression);
  for (const { place, why } of unreadable) reportShape(reading, place, why);
  reportTwins(reading, members);
  return {
    kind: "union",
    shapes: members.map(({ name, place, value }) => ({
      kind: name,
      place,
      fields: readFields(reading, value, depth + 1),
    })),
  };
}
