// Values as plain objects: made from what was given and the defaults, and copied so that nothing is shared.
import type { FieldPlan, GroupPlan, IndexedPlan, UnionPlan, ValuePlan } from "../model/field-plan.js";
import type { DeclarationPlan } from "../model/plan.js";
import { literal, scalar } from "./literal.js";
import { array, assignBinary, assignChoice, call, numeral, object, quoted } from "./print/constructs.js";
import type { Inline } from "./print/layout.js";
import type { SourceFile } from "./print/source-file.js";
import { textArray, textLine, textObject } from "./print/text.js";
import type { Types } from "./types.js";

const flatKinds: ReadonlySet<ValuePlan["kind"]> = new Set(["number", "bool", "entity", "string", "enum", "object"]);

/** Whether copying a value is taking it. */
export function isFlat(value: ValuePlan): boolean {
  return flatKinds.has(value.kind);
}

/** A copy of a value that is there. */
export function copied(value: ValuePlan, from: string, file: SourceFile): Inline {
  switch (value.kind) {
    case "bytes":
      return `${from}.slice()`;
    case "list":
      return value.copy === undefined ? `${from}.slice()` : `${value.copy}(${from})`;
    case "map":
      return value.copy === undefined ? `new ${file.global("Map")}(${from})` : `${value.copy}(${from})`;
    case "group":
      return made(value.group, from, file);
    case "union":
      return `${value.union.create}(${from})`;
    case "indexed":
      return indexed(value.indexed, from, file);
    default:
      return from;
  }
}

/** A struct by its function; a short vector in place. */
function made(group: GroupPlan, from: string, file: SourceFile): Inline {
  if (group.create !== undefined) return `${group.create}(${from})`;
  return object(group.fields.map((field) => initialized(field.name, ":", field, from, file)));
}

/** The longest vector that is written out part by part, when all parts start alike. */
const longestWrittenOut = 4;

/** `from` with what follows it up to the bracket: `init.weights`, or `init?.weights?.`. */
function indexed({ length, fallbacks }: IndexedPlan, from: string, file: SourceFile): Inline {
  const [first = 0] = fallbacks;
  if (length > longestWrittenOut && fallbacks.every((part) => part === first)) {
    // A function of its own forgets what was asked about a property before.
    const known = from.includes(".") && !from.endsWith("?.") ? `${from}?.` : from;
    const part = `${known}[index] ?? ${numeral(first)}`;
    return `${file.global("Array")}.from({ length: ${length} }, (_, index) => ${part})`;
  }
  return array(fallbacks.map((fallback, index) => `${from}[${index}] ?? ${numeral(fallback)}`));
}

/**
 * `target = …`: what was given for a field, or its default. `from` is the expression of what the field is part of: `init`,
 * or `init?` when there may be nothing. `sign` is ` =` or `:`.
 */
export function initialized(target: string, sign: string, field: FieldPlan, from: string, file: SourceFile): Inline {
  if (!field.optional) return required(target, sign, field, `${from}.${field.name}`, file);
  const sure = `${from.replace(/\?$/, "")}.${field.name}`;
  if (field.startsAbsent) return chosen(target, sign, field, `${from}.${field.name}`, sure, file);
  const parent = from.replace(/\?$/, "");
  const test = `${from.endsWith("?") ? `${parent} !== undefined && ` : ""}"${field.name}" in ${parent}`;
  const yes = isFlat(field.value) ? sure : [`${sure} && `, copied(field.value, sure, file)];
  return assignChoice(target, sign, test, yes, startOf(field, file));
}

/** A copy of what may not be there. */
function chosen(target: string, sign: string, field: FieldPlan, given: string, sure: string, file: SourceFile): Inline {
  const { value } = field;
  if (isFlat(value)) return `${target}${sign} ${given}`;
  if (isSliced(value)) return `${target}${sign} ${given}?.slice()`;
  if (isObject(value)) return [`${target}${sign} ${given} && `, copied(value, sure, file)];
  return assignBinary(target, sign, given, "&&", copied(value, sure, file));
}

/** What prettier keeps on the line of an operator, however long it is. */
function isObject(value: ValuePlan): boolean {
  return (value.kind === "group" && value.group.create === undefined) || value.kind === "indexed";
}

/** Whether `slice` copies a value. */
export function isSliced(value: ValuePlan): boolean {
  return value.kind === "bytes" || (value.kind === "list" && value.copy === undefined);
}

function required(target: string, sign: string, field: FieldPlan, given: string, file: SourceFile): Inline {
  const { value, fallback } = field;
  const start = fallback?.kind === "constant" ? fallback.name : undefined;
  const head = `${target}${sign} `;
  switch (value.kind) {
    case "object":
      return `${head}${given}`;
    case "group":
      return [head, made(value.group, value.group.create === undefined ? `${given}?` : given, file)];
    case "indexed":
      return [head, indexed(value.indexed, `${given}?.`, file)];
    case "union":
      return `${head}${value.union.create}(${given} ?? ${start})`;
    case "map":
      if (value.copy !== undefined)
        return `${head}${value.copy}(${given} ?? ${start ?? `new ${file.global("Map")}()`})`;
      return `${head}new ${file.global("Map")}(${given}${start === undefined ? "" : ` ?? ${start}`})`;
    case "list":
      if (value.copy !== undefined) return `${head}${value.copy}(${given} ?? ${start ?? "[]"})`;
      break;
    case "bytes":
      break;
    default:
      return assignBinary(target, sign, given, "??", startOf(field, file));
  }
  if (start !== undefined) return `${head}(${given} ?? ${start}).slice()`;
  return assignBinary(target, sign, `${given}?.slice()`, "??", startOf(field, file));
}

function startOf(field: FieldPlan, file: SourceFile): Inline {
  const { value, fallback } = field;
  if (fallback?.kind === "scalar") return scalar(fallback.value);
  if (fallback?.kind === "no-entity") return file.value("NO_ENTITY", "ecsgen/runtime");
  if (fallback?.kind === "constant") return copied(value, fallback.name, file);
  switch (value.kind) {
    case "group":
      return value.group.create === undefined ? startingRow(value.group, file) : `${value.group.create}()`;
    case "indexed":
      return array(value.indexed.fallbacks.map(numeral));
    case "list":
      return "[]";
    case "map":
      return `new ${file.global("Map")}()`;
    case "bytes":
      return `new ${file.global("Uint8Array")}()`;
    default:
      return "undefined";
  }
}

/** Fields of which each starts as its default, in place. */
export function startingRow(group: GroupPlan, file: SourceFile): Inline {
  return object(group.fields.map((field): Inline => [`${field.name}: `, startOf(field, file)]));
}

/** The constants and functions that a declaration's fields need to be made and copied. */
export function helpers(declaration: DeclarationPlan, types: Types, file: SourceFile): string[] {
  const { defaults, row, groups, unions, copies } = declaration;
  return [
    ...defaults.map(({ name, value, literal: given }) =>
      textLine("", [`const ${name}: ${types.init(value)} = `, literal(value, given, file)], ";"),
    ),
    ...[row, ...groups]
      .filter((group) => group.create !== undefined)
      .map((group) => createFunction(group, types, file)),
    ...unions.map((union) => createUnion(union, file)),
    ...copies.map(({ name, value }) => {
      const head = call(`function ${name}`, [`value: ${types.init(value)}`]);
      const items = textLine("  ", ["return ", copiedItems(value, file)], ";");
      return `${textLine("", head, `: ${types.value(value)} {`)}${items}}\n`;
    }),
  ];
}

function createFunction(group: GroupPlan, types: Types, file: SourceFile): string {
  const value = { kind: "group", group } as const;
  const given = group.fields.length === 0 ? [] : [`init?: ${types.init(value)}`];
  const fields = group.fields.map((field) => textLine("    ", initialized(field.name, ":", field, "init?", file), ","));
  const head = textLine("", call(`function ${group.create ?? ""}`, given), `: ${types.value(value)} {`);
  return `${head}  return {${fields.length === 0 ? "" : `\n${fields.join("")}  `}};\n}\n`;
}

function createUnion(union: UnionPlan, file: SourceFile): string {
  return `function ${union.create}(init: ${union.init}): ${union.type} {
  switch (init.kind) {
${union.shapes.map((shape) => shapeCase(shape, file)).join("")}  }
}
`;
}

function shapeCase(shape: GroupPlan, file: SourceFile): string {
  const kind = quoted(shape.kind ?? "");
  const fields = shape.fields.map((field) => initialized(field.name, ":", field, "init", file));
  return `    case ${kind}:\n${textObject("      ", "return ", [`kind: ${kind}`, ...fields], ";")}`;
}

function copiedItems(value: ValuePlan, file: SourceFile): Inline {
  if (value.kind !== "list" && value.kind !== "map") return "value";
  const item = copied(value.of, "item", file);
  if (value.kind === "map") return [`new ${file.global("Map")}(Array.from(value, ([key, item]) => [key, `, item, "]))"];
  const isInPlace = value.of.kind === "group" && value.of.group.create === undefined;
  return ["value.map((item) => ", ...(isInPlace ? ["(", item, ")"] : [item]), ")"];
}

/** The words of enums, as constants. */
export function wordLists({ enums }: DeclarationPlan): string[] {
  return enums.map(({ type, words, values }) => {
    const said = `/** The words of \`${type}\`, in the order of their numbers. */\n`;
    return said + textArray("", `export const ${words} = `, values.map(quoted), " as const;");
  });
}
