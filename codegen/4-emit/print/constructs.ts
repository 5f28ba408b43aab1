// The parts of TypeScript that may not fit on a line, broken as prettier breaks them.
import {
  brokenGroup,
  commaLine,
  fill,
  group,
  hardLine,
  ifBroken,
  indent,
  join,
  line,
  lines,
  semicolonLine,
  softLine,
  type Inline,
  type Layout,
} from "./layout.js";

/** `[a, b]`, or an item to a line. */
export function array(items: readonly Inline[], options: { readonly broken?: boolean } = {}): Inline {
  if (items.length === 0) return "[]";
  const make = options.broken === true ? brokenGroup : group;
  return make("[", indent(softLine, join(commaLine, items), ifBroken(",")), softLine, "]");
}

/** `[1, 2]`, or as many numbers to a line as fit. */
export function numberArray(items: readonly string[]): Inline {
  if (items.length === 0) return "[]";
  return group("[", indent(softLine, fill(items), ifBroken(",")), softLine, "]");
}

/** `{ a: 1, b: 2 }`, or a property to a line. */
export function object(properties: readonly Inline[]): Inline {
  if (properties.length === 0) return "{}";
  return group("{", indent(line, join(commaLine, properties), ifBroken(",")), line, "}");
}

/** `{ a: number; b: number }`, or a member to a line. */
export function objectType(members: readonly Inline[]): Inline {
  if (members.length === 0) return "{}";
  return group("{", indent(line, join(semicolonLine, members), ifBroken(";")), line, "}");
}

/** `name(a, b)`, or an argument to a line: of calls and of the parameters of a signature. */
export function call(name: Inline, given: readonly Inline[]): Inline {
  if (given.length === 0) return [name, "()"];
  return [name, group("(", indent(softLine, join(commaLine, given), ifBroken(",")), softLine, ")")];
}

/** `target = value;`, broken after the sign. */
export function assignment(target: Inline, value: Inline): Inline {
  return [target, " =", group(indent(line, value, ";"))];
}

/** `target = first ?? second`, broken after the sign, then after the operator. */
export function assignBinary(target: Inline, sign: string, first: Inline, operator: string, second: Inline): Inline {
  return [target, sign, group(indent(line, group(first, ` ${operator}`, line, second)))];
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
  if (names.length === 1) return `${keyword} { ${names.join("")} ${target}`;
  return group(`${keyword} {`, indent(line, join(commaLine, names), ifBroken(",")), line, target);
}

/** A text in the quotes that need fewer escapes. */
export function quoted(text: string): string {
  const json = JSON.stringify(text);
  if (!text.includes('"')) return json;
  const doubles = text.split('"').length - 1;
  const singles = text.split("'").length - 1;
  if (doubles <= singles) return json;
  return `'${json.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

/** A number or bigint as source. */
export function numeral(value: number | bigint): string {
  return typeof value === "bigint" ? `${value}n` : String(value).replace("e+", "e");
}

/** A docstring; nothing for an empty text. */
export function doc(text: string): Layout | undefined {
  const safe = text.trim().replaceAll("*/", "*\\/");
  if (safe === "") return undefined;
  if (!safe.includes("\n")) return `/** ${safe} */`;
  return lines(["/**", ...safe.split("\n").map((row) => ` * ${row}`.trimEnd()), " */"]);
}

/** `target = test ? yes : no`, broken after the sign, then before each branch. */
export function assignChoice(target: Inline, sign: string, test: Inline, yes: Inline, no: Inline): Inline {
  return [target, sign, group(indent(line, group(test, indent(line, "? ", yes, line, ": ", no))))];
}

/** `if (test) statement`, the statement on a line of its own when it does not fit. */
export function guarded(test: Inline, statement: Inline): Inline {
  return group("if (", test, ")", indent(line, statement));
}

/** `a && b`, or a test to a line. */
export function allOf(tests: readonly Inline[]): Inline {
  return group(indent(softLine, join([" &&", line], tests)), softLine);
}

/** `Name<A, B>`, or a type to a line. */
export function generic(name: string, given: readonly Inline[]): Inline {
  return [name, group("<", indent(softLine, join(commaLine, given)), softLine, ">")];
}

/** The head of a class up to its brace, which goes to a line of its own when the head is broken; then types to a line each. */
export function classHead(name: string, kept: readonly string[]): Inline {
  if (kept.length === 0) return `class ${name} {`;
  const broken = indent(line, group("implements", indent(line, join(commaLine, kept))));
  return group(`class ${name}`, broken, ifBroken([hardLine, "{"], " {"));
}
