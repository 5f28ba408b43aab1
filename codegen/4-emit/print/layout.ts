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
  const rows = new Rows();
  for (let index = 0; index < picture.length; index++) {
    rows.addText(picture[index] ?? "");
    if (index < parts.length) rows.addPart(parts[index]);
  }
  return rows.finish();
}

/** The lines of a picture, put together in one pass, since pictures are many and small. Text is kept as one text. */
class Rows {
  /** What precedes `text`, for as long as there is something that is no text. */
  private readonly done: Layout[] = [];
  private text = "";
  private isFirst = true;
  private hasRows = false;
  // The line that is being read: its margin, its text or all it is made of, and what decides whether it stays.
  private margin = 0;
  private rowText = "";
  private row: Layout[] | undefined;
  private isStarted = false;
  private shows = false;
  private placeholders = 0;

  addText(text: string): void {
    let start = 0;
    for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", start)) {
      this.addPiece(text.slice(start, end));
      this.endRow();
      start = end + 1;
    }
    this.addPiece(start === 0 ? text : text.slice(start));
  }

  addPart(part: Part): void {
    this.placeholders++;
    this.isStarted = true;
    if (part === undefined || (isLines(part) && part.items.length === 0)) return;
    this.shows = true;
    const layout = isLines(part) ? join(part.blankBetween ? "\n\n" : "\n", part.items) : part;
    if (this.row !== undefined) this.row.push(layout);
    else if (typeof layout === "string") this.rowText += layout;
    else this.row = this.rowText === "" ? [layout] : [this.rowText, layout];
  }

  finish(): Layout {
    if (this.shows || this.placeholders > 0) this.endRow();
    if (this.done.length === 0) return this.text;
    if (this.text !== "") this.done.push(this.text);
    return this.done;
  }

  private addPiece(text: string): void {
    if (text === "") return;
    let shown = text;
    if (!this.isStarted) {
      shown = text.trimStart();
      this.margin = text.length - shown.length;
      this.isStarted = true;
    }
    if (shown === "") return;
    this.shows ||= shown.trim() !== "";
    if (this.row === undefined) this.rowText += shown;
    else this.row.push(shown);
  }

  /** The first line goes if it is empty, and any line that holds placeholders only, all of them empty. */
  private endRow(): void {
    if (this.shows || (this.placeholders === 0 && !this.isFirst)) {
      if (this.hasRows) this.text += "\n";
      this.hasRows = true;
      if (this.row === undefined) this.text += indented(this.rowText, this.margin);
      else this.addRow({ kind: "indent", by: this.margin, of: this.row });
    }
    this.isFirst = false;
    this.margin = 0;
    this.rowText = "";
    this.row = undefined;
    this.isStarted = false;
    this.shows = false;
    this.placeholders = 0;
  }

  private addRow(row: Layout): void {
    if (this.text !== "") this.done.push(this.text);
    this.done.push(row);
    this.text = "";
  }
}

function isLines(part: Part): part is Lines {
  return typeof part === "object" && "kind" in part && part.kind === "lines";
}

/** Every line with spaces before it; empty lines stay empty. */
function indented(text: string, by: number): string {
  if (text === "" || by === 0) return text;
  const margin = " ".repeat(by);
  if (!text.includes("\n")) return margin + text;
  let all = "";
  let start = 0;
  for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", start)) {
    all += end === start ? "\n" : margin + text.slice(start, end + 1);
    start = end + 1;
  }
  return start === text.length ? all : all + margin + text.slice(start);
}
