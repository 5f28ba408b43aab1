// Values as plain objects: made from what was given and the defaults, and copied so that nothing is shared.
import type { DeclarationPlan, FieldPlan, GroupPlan, ValuePlan } from "../model/plan.js";
import type { Literal } from "../model/raw.js";
import { array, assignBinary, assignChoice, call, numberArray, numeral, object, quoted } from "./print/constructs.js";
import { code, lines, type Layout } from "./print/layout.js";
import type { SourceFile } from "./print/source-file.js";
import type { Types } from "./types.js";

/** Whether copying a value is taking it. */
export function isFlat(value: ValuePlan): boolean {
  return ["number", "bool", "entity", "string", "enum", "object"].includes(value.kind);
}

/** A copy of a value that is there. */
export function copied(value: ValuePlan, from: string, file: SourceFile): string {
  switch (value.kind) {
    case "bytes":
      return `${from}.slice()`;
    case "list":
      return value.copy === undefined ? `${from}.slice()` : `${value.copy}(${from})`;
    case "map":
      return value.copy === undefined ? `new ${file.global("Map")}(${from})` : `${value.copy}(${from})`;
    case "group":
      return `${value.group.create ?? ""}(${from})`;
    case "union":
      return `${value.union.create}(${from})`;
    case "indexed":
      return `${file.global("Array")}.from(${from})`;
    default:
      return from;
  }
}

/** `target = …`: what `init` says of a field, or its default. `sign` is ` =` or `:`. */
export function initialized(target: string, sign: string, field: FieldPlan, file: SourceFile): Layout {
  const given = `init?.${field.name}`;
  if (!field.optional) return required(target, sign, field, file);
  if (field.startsAbsent) {
    if (isFlat(field.value)) return `${target}${sign} ${given}`;
    return assignBinary(target, sign, given, "&&", copied(field.value, `init.${field.name}`, file));
  }
  const test = `init !== undefined && ${quoted(field.name)} in init`;
  const present = `init.${field.name}`;
  const yes = isFlat(field.value) ? present : `${present} && ${copied(field.value, present, file)}`;
  return assignChoice(target, sign, test, yes, startOf(field, file));
}

function required(target: string, sign: string, field: FieldPlan, file: SourceFile): Layout {
  const { value, fallback } = field;
  const given = `init?.${field.name}`;
  if (value.kind === "object") return `${target}${sign} ${given}`;
  if (isFlat(value)) return assignBinary(target, sign, given, "??", startOf(field, file));
  if (value.kind === "group") return `${target}${sign} ${value.group.create ?? ""}(${given})`;
  if (value.kind === "indexed") {
    const parts = value.indexed.fallbacks.map((part, index) => `${given}?.[${index}] ?? ${numeral(part)}`);
    return [target, sign, " ", array(parts)];
  }
  if (value.kind === "union") return `${target}${sign} ${value.union.create}(${given} ?? ${startName(field)})`;
  if (value.kind === "map" && value.copy === undefined) {
    return `${target}${sign} new ${file.global("Map")}(${given}${fallback === undefined ? "" : ` ?? ${startName(field)}`})`;
  }
  if ((value.kind === "list" || value.kind === "map") && value.copy !== undefined) {
    const start = value.kind === "list" ? "[]" : `new ${file.global("Map")}()`;
    return `${target}${sign} ${value.copy}(${given} ?? ${fallback === undefined ? start : startName(field)})`;
  }
  if (fallback !== undefined) return `${target}${sign} (${given} ?? ${startName(field)}).slice()`;
  const empty = value.kind === "bytes" ? `new ${file.global("Uint8Array")}()` : "[]";
  return assignBinary(target, sign, `${given}?.slice()`, "??", empty);
}

function startName(field: FieldPlan): string {
  return field.fallback?.kind === "constant" ? field.fallback.name : "undefined";
}

/** A field's default, made anew. */
export function startOf(field: FieldPlan, file: SourceFile): string {
  const { value, fallback } = field;
  if (fallback?.kind === "scalar") return scalar(fallback.value);
  if (fallback?.kind === "no-entity") return file.value("NO_ENTITY", "ecsgen/runtime");
  if (fallback?.kind === "constant") return copied(value, fallback.name, file);
  if (field.startsAbsent) return "undefined";
  switch (value.kind) {
    case "group":
      return `${value.group.create ?? ""}()`;
    case "indexed":
      return `[${value.indexed.fallbacks.map(numeral).join(", ")}]`;
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

/** A scalar as source. */
export function scalar(value: number | bigint | string | boolean): string {
  if (typeof value === "string") return quoted(value);
  return typeof value === "boolean" ? String(value) : numeral(value);
}

/** The constants and functions that a declaration's fields need to be made and copied. */
export function helpers(declaration: DeclarationPlan, types: Types, file: SourceFile): Layout[] {
  return [
    ...declaration.defaults.map(
      (plan) => code`
const ${plan.name}: ${types.init(plan.value)} = ${literal(plan.value, plan.literal, file)};
`,
    ),
    ...[declaration.row, ...declaration.groups]
      .filter((group) => group.create !== undefined)
      .map((group) => createFunction(group, types, file)),
    ...declaration.unions.flatMap((union) => [
      code`
function ${union.create}(init: ${union.init}): ${union.type} {
  switch (init.kind) {
    ${lines(union.shapes.map(shapeCase))}
  }
}
`,
      ...union.shapes.map((shape) => createFunction(shape, types, file)),
    ]),
    ...declaration.copies.map(
      (copy) => code`
${call(`function ${copy.name}`, [`value: ${types.init(copy.value)}`])}: ${types.value(copy.value)} {
  return ${copiedItems(copy.value, file)};
}
`,
    ),
  ];
}

function createFunction(group: GroupPlan, types: Types, file: SourceFile): Layout {
  const value = { kind: "group", group } as const;
  const start = group.kind === undefined ? [] : [`kind: ${quoted(group.kind)}`];
  const fields = group.fields.map((field) => initialized(field.name, ":", field, file));
  return code`
${call(`function ${group.create ?? ""}`, [`init?: ${types.init(value)}`])}: ${types.value(value)} {
  return ${braced([...start, ...fields])};
}
`;
}

/** An object with a property to a line. */
export function braced(properties: readonly Layout[]): Layout {
  if (properties.length === 0) return "{}";
  return code`
{
  ${lines(properties.map((property) => [property, ","]))}
}
`;
}

function shapeCase(shape: GroupPlan): Layout {
  return code`
case ${quoted(shape.kind ?? "")}:
  return ${shape.create ?? ""}(init);
`;
}

function copiedItems(value: ValuePlan, file: SourceFile): string {
  if (value.kind !== "list" && value.kind !== "map") return "value";
  const item = copied(value.of, "item", file);
  if (value.kind === "list") return `value.map((item) => ${item})`;
  return `new ${file.global("Map")}(Array.from(value, ([key, item]) => [key, ${item}]))`;
}

/** A literal of the type of a value. */
export function literal(value: ValuePlan, given: Literal, file: SourceFile): Layout {
  if (value.kind === "entity") return file.value("NO_ENTITY", "ecsgen/runtime");
  if (typeof given !== "object") return given === undefined ? "undefined" : scalar(given);
  const entries = Object.entries(given);
  switch (value.kind) {
    case "bytes":
      return [`new ${file.global("Uint8Array")}(`, numberArray(entries.map(([, item]) => String(item))), ")"];
    case "indexed":
      return numberArray(entries.map(([, item]) => String(item)));
    case "list":
      return items(
        value.of,
        entries.map(([, item]) => item),
        file,
      );
    case "map":
      return map(value.of, entries, file);
    case "group":
      return properties(value.group, entries, [], file);
    case "union":
      return shape(value.union.shapes, entries, file);
    default:
      return "undefined";
  }
}

function items(of: ValuePlan, given: readonly Literal[], file: SourceFile): Layout {
  const printed = given.map((item) => literal(of, item, file));
  if (of.kind === "number")
    return numberArray(
      given.map((item) => (typeof item === "bigint" || typeof item === "number" ? numeral(item) : "0")),
    );
  return array(printed, { broken: given.length > 1 && given.every(hasTwoParts) });
}

function hasTwoParts(given: Literal): boolean {
  return typeof given === "object" && Object.keys(given).length > 1;
}

function map(of: ValuePlan, entries: readonly (readonly [string, Literal])[], file: SourceFile): Layout {
  const pairs = entries.map(([key, item]) => array([quoted(key), literal(of, item, file)]));
  return [`new ${file.global("Map")}(`, array(pairs, { broken: pairs.length > 1 }), ")"];
}

function properties(
  group: GroupPlan,
  entries: readonly (readonly [string, Literal])[],
  first: readonly string[],
  file: SourceFile,
): Layout {
  const given = new Map(entries);
  const printed = group.fields
    .filter((field) => given.has(field.name) || field.optional)
    .map((field): Layout => [field.name, ": ", literal(field.value, given.get(field.name), file)]);
  return object([...first, ...printed]);
}

function shape(
  shapes: readonly GroupPlan[],
  entries: readonly (readonly [string, Literal])[],
  file: SourceFile,
): Layout {
  const kind = new Map(entries).get("kind");
  const found = shapes.find((candidate) => candidate.kind === kind) ?? shapes[0];
  return found === undefined ? "undefined" : properties(found, entries, [`kind: ${quoted(found.kind ?? "")}`], file);
}

/** The words of enums, as constants. */
export function wordLists(declaration: DeclarationPlan): Layout[] {
  return declaration.enums.map(
    (plan) => code`
/** The words of \`${plan.type}\`, in the order of their numbers. */
export const ${plan.words} = ${array(plan.values.map(quoted))} as const;
`,
  );
}
