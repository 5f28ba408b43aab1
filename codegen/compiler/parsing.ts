import type { Place } from "../model/place.js";
import type { Parser } from "./load-parser.js";
import { bindingName, type NodeKeys, type Tree } from "./tree.js";

/** One file while it is turned into plain data. Offsets count UTF-16 units, as strings do. */
export interface Parsing {
  readonly file: string;
  readonly text: string;
  readonly program: Tree.Program;
  /** In the order of the text. */
  readonly comments: readonly Tree.Comment[];
  readonly errors: readonly Tree.OxcError[];
  /** Offsets at which lines start. Only `\n` ends a line, as in editors. */
  readonly lines: readonly number[];
  readonly keys: NodeKeys;
  /** Bodies of functions that were seen to write to nothing but parts of their parameters. */
  readonly contained: Set<Tree.Node>;
}

/** A stretch of the text. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Parses a text whose nesting is known to be harmless: the native parser would not survive another. */
export function parseText({ parse, visitorKeys }: Parser, file: string, text: string): Parsing {
  const lang = file.endsWith(".tsx") ? "tsx" : /\.d\.[cm]?ts$/.test(file) ? "dts" : "ts";
  const { program, comments, errors } = parse(file, text, { lang, sourceType: "module" });
  return { file, text, program, comments, errors, lines: lineStarts(text), keys: visitorKeys, contained: new Set() };
}

/** Where a node stands, without what precedes it. */
export function placeOf(parsing: Pick<Parsing, "file" | "lines">, { start, end }: Stretch): Place {
  const line = lineAt(parsing.lines, start);
  const column = start - (parsing.lines[line] ?? 0) + 1;
  return { file: parsing.file, line: line + 1, column, length: end > start ? end - start : 0 };
}

/** Where a name or a pattern stands, without the type that the parser counts as a part of it. */
export function placeOfBinding(parsing: Parsing, node: Tree.BindingPattern): Place {
  const { start, end, typeAnnotation } = node;
  const name = bindingName(node);
  if (name !== undefined && parsing.text.startsWith(name, start)) {
    return placeOf(parsing, { start, end: start + name.length });
  }
  const before = parsing.text.slice(start, typeAnnotation?.start ?? end);
  return placeOf(parsing, { start, end: start + before.replace(/\s*(?:\/\*[^]*\*\/\s*)?\??\s*$/, "").length });
}

/** Where the name of a property stands, with the brackets around a computed one. */
export function placeOfKey(parsing: Parsing, key: Stretch, computed: boolean): Place {
  if (!computed) return placeOf(parsing, key);
  const start = parsing.text.lastIndexOf("[", key.start);
  const end = parsing.text.indexOf("]", key.end) + 1;
  return placeOf(parsing, { start, end });
}

/** The offsets at which the lines of a text start. */
function lineStarts(text: string): number[] {
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

/** The JSDoc right above what starts at an offset, without its frame; empty when there is none. */
export function docOf(parsing: Parsing, start: number): string {
  const { text, comments } = parsing;
  let index = lastEndingBefore(comments, start);
  let comment = index < 0 ? undefined : comments[index];
  for (let at = start; comment !== undefined && blankStart(text, at) <= comment.end; comment = comments[--index]) {
    if (isDoc(comment)) {
      // On the line of a comma or a bracket, a comment counts for what follows it there only.
      const belongs = !text.slice(comment.end, start).includes("\n") || opensLine(parsing, index);
      return belongs ? cleanDoc(comment.value.slice(1)) : "";
    }
    at = comment.start;
  }
  return "";
}

function isDoc({ type, value }: Tree.Comment): boolean {
  return type === "Block" && value.startsWith("*");
}

/** Nothing but comments stands before a comment on its line. */
function opensLine({ text, comments }: Parsing, of: number): boolean {
  for (let index = of; ; index--) {
    const { start } = comments[index] ?? { start: 0 };
    const from = blankStart(text, start);
    if (from === 0 || text.slice(from, start).includes("\n")) return true;
    if (comments[index - 1]?.end !== from) return false;
  }
}

/** Where the blanks before an offset start. */
function blankStart(text: string, offset: number): number {
  return text.slice(0, offset).trimEnd().length;
}

/** The index of the last comment that ends before an offset; -1 when there is none. */
function lastEndingBefore(comments: readonly Tree.Comment[], offset: number): number {
  let low = -1;
  let high = comments.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((comments[middle]?.end ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function cleanDoc(inner: string): string {
  if (!inner.includes("\n")) return inner.trim();
  const lines = inner.split("\n").map((line, index) => (index === 0 ? line : line.replace(/^\s*\*? ?/, "")).trimEnd());
  return lines.join("\n").trim();
}
