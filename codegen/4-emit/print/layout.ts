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

/** Items with something between them. */
export function join(separator: Layout, items: readonly Layout[]): Layout {
  return items.flatMap((item, index) => (index === 0 ? [item] : [separator, item]));
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
  if (isEmptyText(rows[0])) rows.shift();
  if (isEmptyText(rows.at(-1))) rows.pop();
  return join("\n", rows.filter((row) => !isGone(row)).map(indented));
}

type Row = (string | { readonly part: Part })[];

function rowsOf(picture: TemplateStringsArray, parts: readonly Part[]): Row[] {
  const rows: Row[] = [[]];
  picture.forEach((text, index) => {
    const [first = "", ...others] = text.split("\n");
    rows.at(-1)?.push(first);
    for (const other of others) rows.push([other]);
    if (index < parts.length) rows.at(-1)?.push({ part: parts[index] });
  });
  return rows;
}

function isEmptyText(row: Row | undefined): boolean {
  return row !== undefined && row.every((part) => typeof part === "string" && part.trim() === "");
}

/** A line that holds placeholders only, all of them empty. */
function isGone(row: Row): boolean {
  return (
    row.some((part) => typeof part !== "string") &&
    row.every((part) => (typeof part === "string" ? part.trim() === "" : isNothing(part.part)))
  );
}

function isNothing(part: Part): boolean {
  if (part === undefined) return true;
  return typeof part === "object" && "kind" in part && part.kind === "lines" && part.items.length === 0;
}

function indented(row: Row): Layout {
  const [first = ""] = row;
  const by = typeof first === "string" ? first.length - first.trimStart().length : 0;
  const of = row.map((part, index) => {
    if (typeof part !== "string") return flattened(part.part);
    return index === 0 ? part.slice(by) : part;
  });
  return { kind: "indent", by, of };
}

function flattened(part: Part): Layout {
  if (part === undefined) return "";
  if (typeof part === "object" && "kind" in part && part.kind === "lines") {
    return join(part.blankBetween ? "\n\n" : "\n", part.items);
  }
  return part;
}
