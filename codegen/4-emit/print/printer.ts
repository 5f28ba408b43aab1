import { breakLine, flatText, width, type Indented } from "./break-line.js";
import type { Inline, Layout, Lines, Picture } from "./layout.js";
import { rowsOf, shows, type Row } from "./picture.js";

/**
 * Prints layouts: no line ends in spaces, no two blank lines follow each other, no block starts or ends with a blank line,
 * and the last line is ended too. One printer is for many files, since it takes every picture apart only once.
 */
export class Printer {
  private readonly rows = new Map<TemplateStringsArray, readonly Row[]>();
  /** All that was printed, joined only at the end: a text that grows piece by piece is a tree of them for V8. */
  private pieces: string[] = [];
  /** Where the next character goes, or -1 before the first of a line. */
  private column = -1;
  /** What was printed last: the end of the last line when a new one begins. */
  private last = "";
  private isBlankDue = false;
  /** The line from its first part on that may be broken, which was printed flat; and what was there before that part. */
  private breakable: Indented[] = [];
  private piecesBefore = 0;
  private columnBefore = 0;

  /** The text of a layout. */
  print(layout: Layout): string {
    this.pieces = [];
    this.isBlankDue = false;
    this.draw(layout, 0);
    this.endLine();
    return this.pieces.join("");
  }

  private draw(layout: Layout, indent: number): void {
    if (typeof layout === "string") return this.write(layout, indent);
    if (!("kind" in layout)) {
      for (const part of layout) this.draw(part, indent);
    } else if (layout.kind === "picture") this.drawRows(layout, indent);
    else if (layout.kind === "lines") this.drawLines(layout, indent);
    else this.writeBreakable(layout, indent);
  }

  private drawRows(picture: Picture, indent: number): void {
    let isFirst = true;
    for (const row of this.rowsOf(picture)) {
      if (!shows(row, picture)) continue;
      if (!isFirst) this.endLine();
      isFirst = false;
      this.drawRow(row, picture, indent + row.margin);
    }
  }

  private drawRow({ texts, first }: Row, { parts }: Picture, indent: number): void {
    this.write(texts[0], indent);
    for (let index = 1; index < texts.length; index++) {
      const part = parts[first + index - 1];
      if (part !== undefined) this.draw(part, indent);
      this.write(texts[index] ?? "", indent);
    }
  }

  private rowsOf({ texts }: Picture): readonly Row[] {
    const known = this.rows.get(texts);
    if (known !== undefined) return known;
    const rows = rowsOf(texts);
    this.rows.set(texts, rows);
    return rows;
  }

  private drawLines({ items, blankBetween }: Lines, indent: number): void {
    let isFirst = true;
    for (const item of items) {
      if (!isFirst) this.endLine();
      if (!isFirst && blankBetween) this.endLine();
      isFirst = false;
      this.draw(item, indent);
    }
  }

  private write(text: string, indent: number): void {
    if (text === "") return;
    if (this.column < 0) this.startLine(text, indent);
    if (this.breakable.length > 0) this.breakable.push({ indent, layout: text });
    this.pieces.push(text);
    this.column += text.length;
    this.last = text;
  }

  /** Printed flat, since most lines have room for it; when the line is complete it is known whether it has. */
  private writeBreakable(layout: Inline, indent: number): void {
    const flat = flatText(layout);
    if (this.column < 0) this.startLine("", indent);
    if (this.breakable.length === 0) [this.piecesBefore, this.columnBefore] = [this.pieces.length, this.column];
    this.breakable.push({ indent, layout });
    this.pieces.push(flat ?? "");
    this.column += flat === undefined ? width + 1 : flat.length;
    this.last = flat ?? "";
  }

  private startLine(text: string, indent: number): void {
    if (this.isBlankDue && !this.last.endsWith("{") && !text.startsWith("}")) this.pieces.push("\n");
    this.isBlankDue = false;
    if (indent > 0) this.pieces.push(" ".repeat(indent));
    this.column = indent;
  }

  private endLine(): void {
    if (this.column < 0) {
      this.isBlankDue = this.pieces.length > 0;
      return;
    }
    if (this.breakable.length > 0) this.settle();
    this.pieces.push("\n");
    this.column = -1;
  }

  private settle(): void {
    if (this.column > width) {
      this.last = breakLine(this.breakable, this.columnBefore);
      this.pieces.length = this.piecesBefore;
      this.pieces.push(this.last);
    }
    this.breakable = [];
  }
}
