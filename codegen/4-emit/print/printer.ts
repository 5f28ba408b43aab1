import { breakLine, flatText, width, type Indented } from "./break-line.js";
import type { Inline, Layout, Lines, Picture } from "./layout.js";
import { rowsOf, shows, type Row } from "./picture.js";

/**
 * Prints layouts: no line ends in spaces, no two blank lines follow each other, no block starts or ends with a blank line,
 * and the last line is ended too. One printer is for many files, since it takes every picture apart only once.
 *
 * Projects have thousands of files and a run does not last: V8 never optimises most of this. So arrays are walked by index,
 * which makes no garbage then, and the text is in few pieces, which are joined when all are there.
 */
export class Printer {
  private readonly rows = new Map<TemplateStringsArray, (readonly Row[])[]>();
  private pieces: string[] = [];
  /** Where the next character goes, or -1 when the next one begins a line. */
  private column = -1;
  /** What was printed last. */
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
    this.pieces.push("\n");
    return this.pieces.join("");
  }

  private draw(layout: Layout, indent: number): void {
    if (typeof layout === "string") this.write(layout, indent);
    else if (!("kind" in layout)) this.drawAll(layout, indent);
    else if (layout.kind === "picture") this.drawRows(layout, indent);
    else if (layout.kind === "lines") this.drawLines(layout, indent);
    else this.writeBreakable(layout, indent);
  }

  private drawAll(layouts: readonly Layout[], indent: number): void {
    for (let index = 0; index < layouts.length; index++) this.draw(layouts[index] ?? "", indent);
  }

  private drawRows(picture: Picture, indent: number): void {
    const rows = this.rowsOf(picture, indent);
    let isFirst = true;
    for (let index = 0; index < rows.length; index++) {
      const row = rows[index];
      if (row === undefined || !shows(row, picture)) continue;
      if (!isFirst) this.endLine();
      isFirst = false;
      this.drawRow(row, picture);
    }
  }

  private drawRow({ texts, first, indent, start }: Row, { parts }: Picture): void {
    if (this.column < 0 && texts[0] !== "") this.startLine(start, texts[0], indent);
    else this.write(texts[0], indent);
    for (let index = 1; index < texts.length; index++) {
      const part = parts[first + index - 1];
      if (part !== undefined) this.draw(part, indent);
      this.write(texts[index] ?? "", indent);
    }
  }

  private rowsOf({ texts }: Picture, indent: number): readonly Row[] {
    let known = this.rows.get(texts);
    if (known === undefined) this.rows.set(texts, (known = []));
    return (known[indent] ??= rowsOf(texts, indent));
  }

  private drawLines({ items, blankBetween }: Lines, indent: number): void {
    for (let index = 0; index < items.length; index++) {
      if (index > 0) this.endLine();
      if (index > 0 && blankBetween) this.endLine();
      this.draw(items[index] ?? "", indent);
    }
  }

  private write(text: string, indent: number): void {
    if (text === "") return;
    if (this.column < 0) this.startLine(newLine(indent) + text, text, indent);
    else this.add(text, text, indent);
  }

  /** `start` is the line feed, the indentation and `text`. */
  private startLine(start: string, text: string, indent: number): void {
    if (this.isBlankDue && !this.last.endsWith("{") && !text.startsWith("}")) this.pieces.push("\n");
    this.isBlankDue = false;
    this.column = indent;
    this.add(this.pieces.length === 0 ? start.slice(1) : start, text, indent);
  }

  private add(piece: string, text: string, indent: number): void {
    this.pieces.push(piece);
    this.column += text.length;
    this.last = text;
    if (this.breakable.length > 0) this.breakable.push({ indent, layout: text });
  }

  /** Printed flat, since most lines have room for it; when the line is complete it is known whether it has. */
  private writeBreakable(layout: Inline, indent: number): void {
    const flat = flatText(layout);
    if (this.column < 0) this.startLine(newLine(indent), "", indent);
    if (this.breakable.length === 0) [this.piecesBefore, this.columnBefore] = [this.pieces.length, this.column];
    this.breakable.push({ indent, layout });
    this.pieces.push(flat ?? "");
    this.column += flat === undefined ? width + 1 : flat.length;
    this.last = flat ?? "";
  }

  /** The line feed itself is printed when there is a next line. */
  private endLine(): void {
    if (this.column < 0) this.isBlankDue = this.pieces.length > 0;
    else if (this.breakable.length > 0) this.settle();
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

function newLine(indent: number): string {
  return `\n${" ".repeat(indent)}`;
}
