// Statements that are too long for a line, broken as prettier breaks them. Only what printed bodies are made of is known: a
// line that holds anything else stays as it is.
import { array, numberArray, object } from "./constructs.js";
import { parseExpression, type Expression, type Property } from "./expression.js";
import { flatText, group, ifBroken, indent, indentBy, line, softLine, type GroupPart, type Inline } from "./layout.js";

/** What is so long fits wherever it stands. */
const surelyFits = 110;

/** A line of a body, which may be broken where it is too long. */
export function statementLine(text: string): Inline {
  if (text.length <= surelyFits) return text;
  return { kind: "breakable", flat: text, of: () => brokenLine(text) };
}

/** The line as it is if something in it is not known. */
function brokenLine(text: string): Inline {
  const margin = text.length - text.trimStart().length;
  const layout = statement(text.slice(margin));
  if (layout === undefined || flatText(layout) !== text.slice(margin)) return text;
  return [text.slice(0, margin), group(indentBy(margin, layout))];
}

function statement(text: string): Inline | undefined {
  const head = /^((?:\} else )?if|while) \(/.exec(text);
  if (head !== null) return guardedStatement(text, head[1] ?? "");
  const end = /[;,]?$/.exec(text)?.[0] ?? "";
  const inner = text.slice(0, text.length - end.length);
  const taken = /^((?:const|let) )\{ ([\w$:, ]+) \} = /.exec(inner);
  if (taken !== null) return destructured(taken, inner.slice(taken[0].length), end);
  if (inner.startsWith("return ")) return returned(inner.slice("return ".length), end);
  const assigned = /^((?:const |let )?[\w$.![\]]+(?:: [^=]+)?) ([+*/%&|^-]|\*\*|<<|>>>?|\?\?|&&|\|\|)?= /.exec(inner);
  if (assigned !== null) return assignment(inner, assigned[0], end);
  const property = end === ";" ? null : /^([\w$]+|"[^"\\]*"): /.exec(inner);
  if (property !== null) return assignment(inner, property[0], end);
  const expression = parseExpression(inner);
  return expression && [asArgument(expression), end];
}

/** `if (test) statement`. */
function guardedStatement(text: string, keyword: string): Inline | undefined {
  const start = `${keyword} (`;
  const close = closing(text, start.length - 1);
  const test = close < 0 ? undefined : parseExpression(text.slice(start.length, close));
  if (test === undefined) return undefined;
  const clause = text.slice(close + 2);
  const asked: Inline = [start, group(indent(softLine, partsOf(test, true)), softLine), ")"];
  if (clause === "{") return [asked, " {"];
  const rest = statement(clause);
  return rest && group(asked, indent(line, rest));
}

function returned(value: string, end: string): Inline | undefined {
  const expression = parseExpression(value);
  if (expression === undefined) return undefined;
  if (expression.kind !== "binary") return ["return ", asArgument(expression), end];
  const value_ = group(ifBroken("("), indent(softLine, partsOf(expression)), softLine, ifBroken(")"));
  return ["return ", value_, end];
}

/** `const { a, b } = value`: broken after the sign, unless there are names behind colons to read. */
function destructured([, keyword = "", names = ""]: readonly string[], value: string, end: string): Inline | undefined {
  const kind = parseExpression(value)?.kind;
  if (kind !== "text" && kind !== "call") return undefined;
  const items = names.split(", ");
  const pattern = object(items);
  if (items.length > 2 && names.includes(":")) return [keyword, pattern, ` = ${value}${end}`];
  return [keyword, pattern, " =", group(indent(line, value, end))];
}

function assignment(text: string, start: string, end: string): Inline | undefined {
  const value = parseExpression(text.slice(start.length));
  return value && [...assigned(start, value), end];
}

/** A value behind a sign, which `start` ends with. */
function assigned(start: string, value: Expression): readonly Inline[] {
  if (!breaksAfterSign(value)) return [start, asArgument(value)];
  return [start.trimEnd(), group(indent(line, branch(value)))];
}

function breaksAfterSign(value: Expression): boolean {
  if (value.kind === "choice") return value.test.kind === "binary";
  if (value.kind === "unary") return value.of.kind === "text";
  if (value.kind === "object" || value.kind === "array") return false;
  return value.kind !== "call" || (value.given.length < 2 && !isHugged(value.given));
}

/** An expression in a list, or alone. */
function asArgument(expression: Expression): Inline {
  switch (expression.kind) {
    case "text":
      return expression.text;
    case "binary": {
      const [first = "", ...rest] = partsOf(expression);
      return group(first, indent(rest));
    }
    case "choice":
      return group(choiceParts(expression));
    case "brackets":
      return ["(", asArgument(expression.of), `)${expression.rest}`];
    case "unary":
      return [expression.operator, unaryOperand(expression.of)];
    case "call":
      return [expression.name, argumentsOf(expression.given), expression.rest];
    case "object":
      return objectOf(expression.properties);
    case "array":
      return arrayOf(expression.items);
  }
}

function objectOf(properties: readonly Property[]): Inline {
  return object(properties.map(({ name, value }) => (value === undefined ? name : assigned(`${name}: `, value))));
}

function arrayOf(items: readonly Expression[]): Inline {
  const texts = items.flatMap((item) => (isNumber(item) ? [item.text] : []));
  return items.length > 1 && texts.length === items.length ? numberArray(texts) : array(items.map(asArgument));
}

function isNumber(item: Expression): item is Expression & { readonly kind: "text" } {
  return item.kind === "text" && /^\d/.test(item.text);
}

function unaryOperand(of: Expression): Inline {
  if (!isHeld(of, "binary")) return asArgument(of);
  return ["(", group(indent(softLine, partsOf(of.of)), softLine), ")"];
}

function argumentsOf(given: readonly Expression[]): Inline {
  if (given.length === 0) return "()";
  const last = given.at(-1);
  if (last !== undefined && isHugged(given)) {
    const before = given.slice(0, -1).map((each) => flatText(asArgument(each)) ?? "");
    return ["(", [...before, ""].join(", "), asArgument(last), ")"];
  }
  const items = given.flatMap((each, index): GroupPart[] => [...(index === 0 ? [] : [",", line]), asArgument(each)]);
  return group("(", indent(softLine, items, ifBroken(",")), softLine, ")");
}

/** Whether the last of what is given is an object or a list that breaks inside of its own brackets. */
function isHugged(given: readonly Expression[]): boolean {
  const [previous, last] = [given.at(-2), given.at(-1)];
  if (last?.kind === "object") return last.properties.length > 0 && previous?.kind !== "object";
  if (last?.kind !== "array" || last.items.length === 0 || previous?.kind === "array") return false;
  return previous === undefined || last.items.length === 1 || !last.items.every(isNumber);
}

/** Operands with breaks behind their operators; `isTest`: of an `if` or `while`, where `&&` breaks whenever its line does. */
function partsOf(expression: Expression, isTest = false): readonly GroupPart[] {
  if (expression.kind !== "binary") return [asArgument(expression)];
  const { operands, operators } = expression;
  const [first, ...others] = operands;
  if (first === undefined) return [];
  const parts = others.map((operand, index): GroupPart => {
    const part: GroupPart = [operators[index] ?? "", line, asArgument(operand)];
    const breaksAlone = others.length === 1 && !(isTest && /^(?:&&|\|\||\?\?)$/.test(operators[index] ?? ""));
    return [" ", breaksAlone ? group(part) : part];
  });
  return [asArgument(first), ...parts];
}

/** `test ? yes : no`: all of them broken, or none. */
function choiceParts({ test, yes, no }: Expression & { readonly kind: "choice" }): GroupPart {
  const chosen: GroupPart = isHeld(yes, "choice")
    ? [ifBroken("", "("), choiceParts(yes.of), ifBroken("", ")")]
    : indent(branch(yes));
  const other = no.kind === "choice" ? choiceParts(no) : indent(branch(no));
  return [tested(test), indent(line, "? ", chosen, line, ": ", other)];
}

/** Whether nothing but brackets is around an expression of a kind. */
function isHeld<Kind extends Expression["kind"]>(
  value: Expression,
  kind: Kind,
): value is Expression & { readonly kind: "brackets"; readonly of: Expression & { readonly kind: Kind } } {
  return value.kind === "brackets" && value.rest === "" && value.of.kind === kind;
}

function tested(test: Expression): Inline {
  if (!isHeld(test, "choice")) return branch(test);
  return ["(", group(indent(softLine, choiceParts(test.of)), softLine), ")"];
}

/** Operands below each other. */
function branch(expression: Expression): Inline {
  return expression.kind === "binary" ? group(partsOf(expression)) : asArgument(expression);
}

/** Where the bracket closes that opens here; -1 when something is not known. */
function closing(text: string, open: number): number {
  if (/["'`]|\/\*/.test(text)) return closingOutsideOfTexts(text, open);
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    if (text[at] === "(") depth++;
    if (text[at] === ")" && --depth === 0) return at;
  }
  return -1;
}

/** Texts and comments count as blanks. */
function closingOutsideOfTexts(text: string, open: number): number {
  const blank = text.replaceAll(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`|\/\*.*?\*\//g, (found) =>
    " ".repeat(found.length),
  );
  return /["'`]|\/\*/.test(blank) ? -1 : closing(blank, open);
}
