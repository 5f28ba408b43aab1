import type { ElementSyntax, SourceSyntax } from "../compiler/syntax.js";
import type { Located } from "../model/place.js";
import type { Literal } from "../model/raw.js";
import type { Reading } from "./reading.js";
import { flatMembers, nounOf, settle, whyNot, whyNotValue, type Settled } from "./settle.js";
import { type Scoped, type ScopedCall } from "./scoped.js";

/** A value that is known without running anything, or why it is not. */
export type LiteralResult =
  { readonly ok: true; readonly value: Literal } | { readonly ok: false; readonly why: string };

/** Deeper values are circles. */
const deepest = 50;

/** Reads a literal, a constant that holds one, or a calculation with them. Reports nothing. */
export function evaluate(reading: Reading, scoped: Scoped, depth = 0): LiteralResult {
  if (depth > deepest) return { ok: false, why: "it refers to itself" };
  const settled = settle(reading, scoped);
  if (settled.kind === "unreadable") return { ok: false, why: settled.why };
  return settled.kind === "meaning" ? evaluateMeaning(settled) : evaluateExpression(reading, settled, depth);
}

/** Reads a literal of one kind. `example` is shown when there is none. */
export function readLiteral<T extends Literal>(
  reading: Reading,
  scoped: Scoped,
  what: string,
  example: string,
  fits: (value: Literal) => value is T,
): Located<T> | undefined {
  const result = evaluate(reading, scoped);
  const { place } = scoped.expression;
  if (result.ok && fits(result.value)) return { value: result.value, place };
  if (result.ok) {
    const given = describeLiteral(result.value);
    reading.reporter.report("ECS1023", place, `${what} cannot be ${given}`, { help: `write ${example}` });
    return undefined;
  }
  reading.reporter.report("ECS1005", place, `${what} cannot be read`, {
    why: [`The source is read, never run: ${result.why}.`],
    help: example.startsWith("`") ? `write a literal, such as ${example}` : `write ${example}`,
  });
  return undefined;
}

/** Reads an array of words. */
export function readWords(reading: Reading, scoped: Scoped, what: string, example: string): Located<string>[] {
  return readArray(reading, scoped, what, example).flatMap((element) => {
    const word = readLiteral(reading, element, what, example, isText);
    return word === undefined ? [] : [word];
  });
}

/** The elements of an array literal, or of a constant that holds one, spreads in place. */
export function readArray(reading: Reading, scoped: Scoped, what: string, example: string, depth = 0): Scoped[] {
  const settled = settle(reading, scoped);
  if (settled.kind === "value" && settled.expression.kind === "array" && depth <= deepest) {
    return readElements(reading, settled.source, settled.expression.elements, what, example, depth);
  }
  reading.reporter.report("ECS1005", scoped.expression.place, `${what} cannot be read`, {
    why: [`The source is read, never run: ${depth > deepest ? "it refers to itself" : whyNot(settled)}.`],
    help: `write an array literal, such as ${example}`,
  });
  return [];
}

/** The elements of an array or the arguments of a call, spreads in place. */
export function readElements(
  reading: Reading,
  source: SourceSyntax,
  elements: readonly ElementSyntax[],
  what: string,
  example: string,
  depth = 0,
): Scoped[] {
  return elements.flatMap(({ spread, value }) => {
    const scoped = { source, expression: value };
    return spread ? readArray(reading, scoped, what, example, depth + 1) : [scoped];
  });
}

/** True for text. */
export function isText(value: Literal): value is string {
  return typeof value === "string";
}

/** True for a number. */
export function isNumber(value: Literal): value is number {
  return typeof value === "number";
}

/** True for anything. */
export function isLiteral(_value: Literal): _value is Literal {
  return true;
}

function describeLiteral(value: Literal): string {
  if (value === undefined) return "`undefined`";
  if (typeof value === "string") return `the text \`${JSON.stringify(value)}\``;
  if (typeof value === "boolean") return `\`${value}\``;
  if (typeof value !== "object") return `the number \`${value}${typeof value === "bigint" ? "n" : ""}\``;
  return Array.isArray(value) ? "an array" : "an object";
}

const constants: ReadonlyMap<string, Literal> = new Map<string, Literal>([
  ["undefined", undefined],
  ["NaN", Number.NaN],
  ["Infinity", Infinity],
  ...(["PI", "E", "SQRT2", "SQRT1_2", "LN2", "LN10", "LOG2E", "LOG10E"] as const).map((name): [string, Literal] => [
    `Math.${name}`,
    Math[name],
  ]),
  ...(["MAX_SAFE_INTEGER", "MIN_SAFE_INTEGER", "MAX_VALUE", "MIN_VALUE", "EPSILON"] as const).map(
    (name): [string, Literal] => [`Number.${name}`, Number[name]],
  ),
]);

function evaluateMeaning({ meaning }: Settled & { readonly kind: "meaning" }): LiteralResult {
  if (meaning.kind === "global" && constants.has(meaning.name)) return { ok: true, value: constants.get(meaning.name) };
  return { ok: false, why: whyNotValue(meaning) };
}

function evaluateExpression(reading: Reading, scoped: Scoped, depth: number): LiteralResult {
  const { source, expression } = scoped;
  switch (expression.kind) {
    case "literal":
      if (expression.value === null) return { ok: false, why: "`null` has no meaning here; `undefined` has" };
      return { ok: true, value: expression.value };
    case "unary":
      return evaluateUnary(expression.operator, evaluate(reading, { source, expression: expression.of }, depth + 1));
    case "binary":
      return evaluateBinary(
        expression.operator,
        evaluate(reading, { source, expression: expression.left }, depth + 1),
        evaluate(reading, { source, expression: expression.right }, depth + 1),
      );
    case "array":
      return evaluateElements(reading, source, expression.elements, depth);
    case "object":
      return evaluateObject(reading, scoped, depth);
    case "new":
      return evaluateNew(reading, { source, expression }, depth);
    default:
      return { ok: false, why: `it is ${nounOf(expression)}` };
  }
}

function evaluateUnary(operator: string, of: LiteralResult): LiteralResult {
  if (!of.ok) return of;
  if (operator === "-" && (typeof of.value === "number" || typeof of.value === "bigint")) {
    return { ok: true, value: -of.value };
  }
  if (operator === "+" && typeof of.value === "number") return of;
  if (operator === "!" && typeof of.value === "boolean") return { ok: true, value: !of.value };
  return { ok: false, why: `\`${operator}\` of ${describeLiteral(of.value)} is not calculated` };
}

function evaluateBinary(operator: string, left: LiteralResult, right: LiteralResult): LiteralResult {
  if (!left.ok) return left;
  if (!right.ok) return right;
  const value =
    typeof left.value === "number" && typeof right.value === "number"
      ? calculate(operator, left.value, right.value)
      : typeof left.value === "bigint" && typeof right.value === "bigint"
        ? calculateBig(operator, left.value, right.value)
        : undefined;
  if (value === undefined) return { ok: false, why: `\`${operator}\` of these values is not calculated` };
  return { ok: true, value };
}

function calculate(operator: string, left: number, right: number): number | undefined {
  switch (operator) {
    case "+":
      return left + right;
    case "-":
      return left - right;
    case "*":
      return left * right;
    case "/":
      return left / right;
    case "%":
      return left % right;
    case "**":
      return left ** right;
    case "<<":
      return left << right;
    case "|":
      return left | right;
    default:
      return undefined;
  }
}

/** No column holds more than 64 bits, so nothing may grow far beyond them on the way. */
const widest = 256n;

function calculateBig(operator: string, left: bigint, right: bigint): bigint | undefined {
  const small = right >= 0n && right <= widest && left < 1n << widest && left > -(1n << widest);
  switch (operator) {
    case "+":
      return left + right;
    case "-":
      return left - right;
    case "*":
      return small || right < 0n ? left * right : undefined;
    case "/":
      return right === 0n ? undefined : left / right;
    case "%":
      return right === 0n ? undefined : left % right;
    case "**":
      return small ? left ** right : undefined;
    case "<<":
      return small ? left << right : undefined;
    default:
      return undefined;
  }
}

function evaluateElements(
  reading: Reading,
  source: SourceSyntax,
  elements: readonly ElementSyntax[],
  depth: number,
): LiteralResult {
  const values: Literal[] = [];
  for (const { spread, value } of elements) {
    const result = evaluate(reading, { source, expression: value }, depth + 1);
    if (!result.ok) return result;
    if (!spread) values.push(result.value);
    else if (isArray(result.value)) values.push(...result.value);
    else return { ok: false, why: `${describeLiteral(result.value)} is spread` };
  }
  return { ok: true, value: values };
}

/** `Array.isArray` does not know readonly arrays. */
function isArray(value: Literal): value is readonly Literal[] {
  return Array.isArray(value);
}

function evaluateObject(reading: Reading, { source, expression }: Scoped, depth: number): LiteralResult {
  if (expression.kind !== "object") return { ok: false, why: `it is ${nounOf(expression)}` };
  const { members, unreadable } = flatMembers(reading, source, expression);
  const [problem] = unreadable;
  if (problem !== undefined) return { ok: false, why: problem.why };
  const entries: [string, Literal][] = [];
  for (const { name, value } of members) {
    const result = evaluate(reading, value, depth + 1);
    if (!result.ok) return result;
    entries.push([name, result.value]);
  }
  return { ok: true, value: Object.fromEntries(entries) };
}

/** `new Map([["a", 1]])` is read as `{ a: 1 }`, `new Uint8Array([1, 2])` as `[1, 2]`. */
function evaluateNew(reading: Reading, { source, expression }: ScopedCall, depth: number): LiteralResult {
  const callee = expression.callee.kind === "name" ? expression.callee.name : "";
  if (callee !== "Map" && callee !== "Uint8Array") return { ok: false, why: `it is ${nounOf(expression)}` };
  const [first] = expression.arguments;
  const content: LiteralResult =
    first === undefined ? { ok: true, value: [] } : evaluate(reading, { source, expression: first.value }, depth + 1);
  if (!content.ok || callee === "Uint8Array") {
    return content.ok && !isArray(content.value) ? { ok: false, why: "its bytes are not an array literal" } : content;
  }
  const entries = isArray(content.value) ? content.value.map(mapEntry) : [undefined];
  if (!entries.every((entry) => entry !== undefined)) return { ok: false, why: "its entries are not `[text, value]`" };
  return { ok: true, value: Object.fromEntries(entries) };
}

function mapEntry(entry: Literal): [string, Literal] | undefined {
  if (!isArray(entry) || entry.length !== 2 || typeof entry[0] !== "string") return undefined;
  return [entry[0], entry[1]];
}
