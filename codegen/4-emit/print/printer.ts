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

  /** Texts between layouts are one piece: most lines hold nothing but text. */
  private drawRow({ texts, first, indent }: Row, { parts }: Picture): void {
    let text = texts[0];
    for (let index = 1; index < texts.length; index++) {
      const part = parts[first + index - 1];
      if (typeof part === "string") text += part;
      else if (part !== undefined) {
        this.write(text, indent);
        this.draw(part, indent);
        text = "";
      }
      text += texts[index] ?? "";
    }
    this.write(text, indent);
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
    if (this.column < 0) this.startLine(text, indent);
    this.pieces.push(text);
    this.column += text.length;
    this.last = text;
    if (this.breakable.length > 0) this.breakable.push({ indent, layout: text });
  }

  /** `text` is what the line starts with. */
  private startLine(text: string, indent: number): void {
    if (this.isBlankDue && !this.last.endsWith("{") && !text.startsWith("}")) this.pieces.push("\n");
    this.isBlankDue = false;
    this.pieces.push(this.pieces.length === 0 ? " ".repeat(indent) : newLine(indent));
    this.column = indent;
  }

  /** Printed flat, since most lines have room for it; when the line is complete it is known whether it has. */
  private writeBreakable(layout: Inline, indent: number): void {
    const flat = flatText(layout);
    if (this.column < 0) this.startLine(flat ?? "", indent);
    if (this.breakable.length === 0) {
      this.piecesBefore = this.pieces.length;
      this.columnBefore = this.column;
    }
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

const newLines = Array.from({ length: 32 }, (_, indent) => `\n${" ".repeat(indent)}`);

function newLine(indent: number): string {
  return newLines[indent] ?? `\n${" ".repeat(indent)}`;
}
