import type { ts } from "@ts-morph/common";
import type { Place } from "../model/place.js";
import type { TypeScript } from "./load-typescript.js";

/** One file while it is turned into plain data. */
export interface Parsing {
  readonly ts: TypeScript;
  readonly source: ts.SourceFile;
  readonly file: string;
  /** Offsets at which lines start. Only `\n` ends a line, as in editors. */
  readonly lines: readonly number[];
}

/** Where a node stands, without what precedes it. */
export function placeOf(parsing: Parsing, node: ts.Node): Place {
  const start = node.getStart(parsing.source);
  return placeAt(parsing, start, Math.max(node.end - start, 0));
}

/** Where a piece of the text stands. */
export function placeAt(parsing: Pick<Parsing, "file" | "lines">, start: number, length: number): Place {
  const line = lineAt(parsing.lines, start);
  return { file: parsing.file, line: line + 1, column: start - (parsing.lines[line] ?? 0) + 1, length };
}

/** The offsets at which the lines of a text start. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

function lineAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The JSDoc right above a node, without its frame; empty when there is none. */
export function docOf(parsing: Parsing, node: ts.Node): string {
  const text = parsing.source.text;
  const start = node.getStart(parsing.source);
  // On the line of a comma or a bracket, a comment counts for what follows it there.
  const beside = (parsing.ts.getTrailingCommentRanges(text, node.pos) ?? []).filter(
    ({ end }) => !text.slice(end, start).includes("\n"),
  );
  const comments = [...beside, ...(parsing.ts.getLeadingCommentRanges(text, node.pos) ?? [])];
  const last = comments.filter(({ pos, end }) => text.startsWith("/**", pos) && end - pos > 4).at(-1);
  return last === undefined ? "" : cleanDoc(text.slice(last.pos + 3, last.end - 2));
}

function cleanDoc(inner: string): string {
  const lines = inner.split("\n").map((line, index) => (index === 0 ? line : line.replace(/^\s*\*? ?/, "")).trimEnd());
  return lines.join("\n").trim();
}

/** An expression without parentheses, type assertions and `!`. */
export function unwrap(ts: TypeScript, node: ts.Expression): ts.Expression {
  let inner = node;
  while (
    ts.isParenthesizedExpression(inner) ||
    ts.isAsExpression(inner) ||
    ts.isSatisfiesExpression(inner) ||
    ts.isNonNullExpression(inner) ||
    ts.isTypeAssertionExpression(inner)
  ) {
    inner = inner.expression;
  }
  return inner;
}

/** The text of a property name; undefined when it is computed. */
export function propertyName(ts: TypeScript, name: ts.PropertyName): string | undefined {
  if (ts.isIdentifier(name) || ts.isStringLiteral(name) || ts.isNumericLiteral(name)) return name.text;
  if (ts.isNoSubstitutionTemplateLiteral(name) || ts.isBigIntLiteral(name)) return name.text;
  if (!ts.isComputedPropertyName(name)) return undefined;
  const inner = unwrap(ts, name.expression);
  return ts.isStringLiteralLike(inner) ? inner.text : undefined;
}
