// The parts of TypeScript that may not fit on a line, broken as prettier breaks them.
import {
  brokenGroup,
  commaLine,
  fill,
  flatText,
  group,
  hardLine,
  ifBroken,
  indent,
  join,
  line,
  semicolonLine,
  softLine,
  type Break,
  type Inline,
} from "./layout.js";

/** Its text if all of it can be on one line; else, and where that is too long, what `of` makes. */
function breakable(flat: string | undefined, of: () => Inline): Inline {
  return flat === undefined ? of() : { kind: "breakable", flat, of };
}

/** So much has room on any line of its own, which it is put on before it is broken itself. */
const short = 72;

/** Whether what is a whole statement, property or item surely has room: all of it breaks only where it is too long for a line of its own. */
function isShort(flat: string | undefined): flat is string {
  return flat !== undefined && flat.length <= short;
}

/** The texts of items one after the other, if all of them can be on one line. */
export function flatItems(separator: string, items: readonly Inline[]): string | undefined {
  let text = "";
  for (let index = 0; index < items.length; index++) {
    const flat = flatText(items[index] ?? "");
    if (flat === undefined) return undefined;
    text += index === 0 ? flat : separator + flat;
  }
  return text;
}

/** The text of what can be on one line, after another one. */
function flatAfter(head: string, layout: Inline): string | undefined {
  const flat = flatText(layout);
  return flat === undefined ? undefined : head + flat;
}

/** How a list is written: what it stands in, what is inside of that and between items, and what follows the last of broken ones. */
export interface ListStyle {
  readonly open: string;
  readonly close: string;
  readonly edge: Break;
  readonly between: Break;
  readonly last: string;
}

/** Of arrays. */
export const arrays: ListStyle = { open: "[", close: "]", edge: softLine, between: commaLine, last: "," };
/** Of objects. */
export const objects: ListStyle = { open: "{", close: "}", edge: line, between: commaLine, last: "," };
const objectTypes: ListStyle = { ...objects, between: semicolonLine, last: ";" };
const parentheses: ListStyle = { ...arrays, open: "(", close: ")" };
const typeArguments: ListStyle = { ...arrays, open: "<", close: ">", last: "" };

/** Items on one line, or each on its own. */
function list({ open, close, edge, between, last }: ListStyle, items: readonly Inline[]): Inline {
  const flat = flatItems(between.flat, items);
  return breakable(flat === undefined ? undefined : open + edge.flat + flat + edge.flat + close, () =>
    group(open, indent(edge, join(between, items), ifBroken(last)), edge, close),
  );
}

/** `[a, b]`, or an item to a line. */
export function array(items: readonly Inline[], options: { readonly broken?: boolean } = {}): Inline {
  if (items.length === 0) return "[]";
  if (options.broken !== true) return list(arrays, items);
  return brokenGroup("[", indent(softLine, join(commaLine, items), ifBroken(",")), softLine, "]");
}

/** `[1, 2]`, or as many numbers to a line as fit. */
export function numberArray(items: readonly string[]): Inline {
  if (items.length === 0) return "[]";
  return group("[", indent(softLine, fill(items), ifBroken(",")), softLine, "]");
}

/** `{ a: 1, b: 2 }`, or a property to a line. */
export function object(properties: readonly Inline[]): Inline {
  return properties.length === 0 ? "{}" : list(objects, properties);
}

/** `name: value`, of an object. */
export function property(name: string, value: Inline): Inline {
  const head = `${name}: `;
  if (typeof value === "string") return head + value;
  const flat = flatAfter(head, value);
  return isShort(flat) ? flat : breakable(flat, () => [head, value]);
}

/** `{ a: number; b: number }`, or a member to a line. */
export function objectType(members: readonly Inline[]): Inline {
  return members.length === 0 ? "{}" : list(objectTypes, members);
}

/** `name(a, b)`, or an argument to a line: of calls and of the parameters of a signature. */
export function call(name: Inline, given: readonly Inline[]): Inline {
  return [name, given.length === 0 ? "()" : list(parentheses, given)];
}

/** `target = value;`, broken after the sign. */
export function assignment(target: Inline, value: Inline): Inline {
  return breakable(flatItems("", [target, " = ", value, ";"]), () => [target, " =", group(indent(line, value, ";"))]);
}

/** `target = first ?? second`, broken after the sign, then after the operator. */
export function assignBinary(target: string, sign: string, first: string, operator: string, second: Inline): Inline {
  const flat = flatAfter(`${target}${sign} ${first} ${operator} `, second);
  if (isShort(flat)) return flat;
  return breakable(flat, () => [target, sign, group(indent(line, group(first, ` ${operator}`, line, second)))]);
}

/** `type A = B | C`, broken after the sign, then a type to a line. */
export function unionAlias(head: Inline, types: readonly Inline[]): Inline {
  return [head, " =", group(indent(line, union(types)))];
}

/** `A | B`, or a type to a line. */
export function union(types: readonly Inline[]): Inline {
  return group(ifBroken("| "), join([line, "| "], types));
}

/** `import { a, b } from "c";` and `export { … } from`. One name alone is never broken. */
export function moduleLine(keyword: string, names: readonly string[], from: string): Inline {
  const target = `} from ${quoted(from)};`;
  const flat = `${keyword} { ${names.join(", ")} ${target}`;
  if (names.length === 1 || isShort(flat)) return flat;
  return list({ ...objects, open: `${keyword} {`, close: target }, names);
}

/** A text in the quotes that need fewer escapes. */
export function quoted(text: string): string {
  if (isPlain.test(text)) return `"${text}"`;
  const json = JSON.stringify(text);
  if (!text.includes('"')) return json;
  const doubles = text.split('"').length - 1;
  const singles = text.split("'").length - 1;
  if (doubles <= singles) return json;
  return `'${json.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

/** As most texts are, which need no escapes. */
const isPlain = /^[\w .,:;()`/$-]*$/;

/** A number or bigint as source. */
export function numeral(value: number | bigint): string {
  return typeof value === "bigint" ? `${value}n` : String(value).replace("e+", "e");
}

/** `target = test ? yes : no`, broken after the sign, then before each branch. */
export function assignChoice(target: string, sign: string, test: string, yes: Inline, no: Inline): Inline {
  const flat = flatItems("", [`${target}${sign} ${test} ? `, yes, " : ", no]);
  if (isShort(flat)) return flat;
  return breakable(flat, () => [
    target,
    sign,
    group(indent(line, group(test, indent(line, "? ", yes, line, ": ", no)))),
  ]);
}

/** `test ? yes : no`, broken before each branch. */
export function choice(test: string, yes: Inline, no: Inline): Inline {
  return breakable(flatItems("", [`${test} ? `, yes, " : ", no]), () =>
    group(test, indent(line, "? ", yes, line, ": ", no)),
  );
}

/** `if (test) statement`, the statement on a line of its own when it does not fit. */
export function guarded(test: Inline, statement: Inline): Inline {
  const flat = flatItems("", ["if (", test, ") ", statement]);
  if (isShort(flat)) return flat;
  return breakable(flat, () => group("if (", test, ")", indent(line, statement)));
}

/** `a && b`, or a test to a line. */
export function allOf(tests: readonly Inline[]): Inline {
  const flat = flatItems(" && ", tests);
  if (isShort(flat)) return flat;
  return group(indent(softLine, join([" &&", line], tests)), softLine);
}

/** `Name<A, B>`, or a type to a line. */
export function generic(name: string, given: readonly Inline[]): Inline {
  return [name, list(typeArguments, given)];
}

/** The head of a class up to its brace, which goes to a line of its own when the head is broken; then types to a line each. */
export function classHead(name: string, kept: readonly string[]): Inline {
  if (kept.length === 0) return `class ${name} {`;
  return breakable(`class ${name} implements ${kept.join(", ")} {`, () => {
    const broken = indent(line, group("implements", indent(line, join(commaLine, kept))));
    return group(`class ${name}`, broken, ifBroken([hardLine, "{"], " {"));
  });
}
