// Text that knows where it may break. `code` makes it from pictures of the output, `render` turns it into lines of at
// most 120 characters, in the way prettier would.
//
//   string            as it is; a line feed in it is a hard break
//   readonly Layout[] one after the other
//   Break             `flat` while its group fits on the line, else a new line
//   Group             broken or not as a whole: flat if it fits, up to the next place that may break
//   Fill              breaks only where the line is full

/** Text that knows where it may break. */
export type Layout = string | readonly Layout[] | Break | Indent | Group | Fill | IfBroken;

interface Break {
  readonly kind: "break";
  readonly flat: "" | " ";
}

interface Indent {
  readonly kind: "indent";
  readonly by: number;
  readonly of: Layout;
}

interface Group {
  readonly kind: "group";
  readonly of: Layout;
  /** Breaks even if it would fit. */
  readonly broken: boolean;
}

interface Fill {
  readonly kind: "fill";
  readonly items: readonly Layout[];
}

interface IfBroken {
  readonly kind: "if-broken";
  readonly broken: Layout;
  readonly flat: Layout;
}

/** Nothing while its group is flat, a new line when it breaks. */
export const softLine: Layout = { kind: "break", flat: "" };
/** A space while its group is flat, a new line when it breaks. */
export const line: Layout = { kind: "break", flat: " " };

/** Two more spaces at the start of every line that begins inside. */
export function indent(...of: readonly Layout[]): Layout {
  return { kind: "indent", by: 2, of };
}

/** All breaks of it happen, or none. */
export function group(...of: readonly Layout[]): Layout {
  return { kind: "group", of, broken: false };
}

/** A group that breaks even if it would fit. */
export function brokenGroup(...of: readonly Layout[]): Layout {
  return { kind: "group", of, broken: true };
}

/** One text when the group around it breaks, another when it does not. */
export function ifBroken(broken: Layout, flat: Layout = ""): Layout {
  return { kind: "if-broken", broken, flat };
}

/** Items with a space or a new line between them, as many to a line as fit. */
export function fill(items: readonly Layout[]): Layout {
  return { kind: "fill", items };
}

/** Items with something between them. Text stays text, which is printed faster than its parts. */
export function join(separator: Layout, items: readonly Layout[]): Layout {
  if (typeof separator === "string" && isText(items)) return items.join(separator);
  const joined: Layout[] = [];
  for (const item of items) {
    if (joined.length > 0) joined.push(separator);
    joined.push(item);
  }
  return joined;
}

function isText(items: readonly Layout[]): items is readonly string[] {
  return items.every((item) => typeof item === "string");
}

/** What a picture can hold: a layout, a list of lines of which an empty one removes its line, or nothing. */
export type Part = Layout | Lines | undefined;

/** Layouts below each other; none at all removes the line that they stand on. */
export interface Lines {
  readonly kind: "lines";
  readonly items: readonly Layout[];
  readonly blankBetween: boolean;
}

/** Layouts on lines of their own. */
export function lines(items: readonly Layout[]): Lines {
  return { kind: "lines", items, blankBetween: false };
}

/** Layouts with a blank line between them. */
export function paragraphs(items: readonly Layout[]): Lines {
  return { kind: "lines", items, blankBetween: true };
}

/**
 * A picture of the output. The first line feed and the last one are not part of it. What is put into a line is
 * indented as the line is; a line that holds nothing but `undefined` or no lines goes.
 */
export function code(picture: TemplateStringsArray, ...parts: readonly Part[]): Layout {
  const rows = rowsOf(picture, parts);
  if (isEmpty(rows[0])) rows.shift();
  if (isEmpty(rows.at(-1))) rows.pop();
  return join("\n", rows.filter((row) => !isGone(row)).map(indented));
}

/** A line of a picture. Pictures are many and small, so it is made in one pass. */
interface Row {
  readonly indent: number;
  /** Whether there is text that shows, beside the placeholders. */
  hasText: boolean;
  placeholders: number;
  /** How many of them hold something. */
  filled: number;
  /** Text, and what the placeholders hold, but for those that hold nothing. */
  readonly of: Layout[];
}

function rowsOf(picture: TemplateStringsArray, parts: readonly Part[]): Row[] {
  const rows: Row[] = [];
  let row: Row | undefined;
  for (let index = 0; index < picture.length; index++) {
    const texts = (picture[index] ?? "").split("\n");
    for (let i = 0; i < texts.length; i++) {
      const text = texts[i] ?? "";
      if (row !== undefined && i === 0) addText(row, text);
      else rows.push((row = startRow(text)));
    }
    if (row !== undefined && index < parts.length) addPart(row, parts[index]);
  }
  return rows;
}

function startRow(text: string): Row {
  const shown = text.trimStart();
  const row: Row = { indent: text.length - shown.length, hasText: false, placeholders: 0, filled: 0, of: [] };
  addText(row, shown);
  return row;
}

function addText(row: Row, text: string): void {
  if (text === "") return;
  row.hasText ||= text.trim() !== "";
  row.of.push(text);
}

function addPart(row: Row, part: Part): void {
  row.placeholders++;
  if (part === undefined || (isLines(part) && part.items.length === 0)) return;
  row.filled++;
  row.of.push(isLines(part) ? join(part.blankBetween ? "\n\n" : "\n", part.items) : part);
}

function isLines(part: Part): part is Lines {
  return typeof part === "object" && "kind" in part && part.kind === "lines";
}

function isEmpty(row: Row | undefined): boolean {
  return row !== undefined && row.placeholders === 0 && !row.hasText;
}

/** A line that holds placeholders only, all of them empty. */
function isGone({ hasText, placeholders, filled }: Row): boolean {
  return placeholders > 0 && filled === 0 && !hasText;
}

function indented({ indent: by, of }: Row): Layout {
  return isText(of) ? indentedText(of.join(""), " ".repeat(by)) : { kind: "indent", by, of };
}

/** Empty lines stay empty. */
function indentedText(text: string, by: string): string {
  if (text === "" || by === "") return text;
  return text.includes("\n") ? text.replace(/^(?!$)/gm, by) : by + text;
}
