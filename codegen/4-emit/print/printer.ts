import { breakLine, width, type Indented } from "./break-line.js";
import { flatText, isList, type Inline, type Layout, type Lines, type Picture } from "./layout.js";
import { hasParts, rowsOf, type Row } from "./picture.js";

/**
 * Prints layouts: no line ends in spaces, no two blank lines follow each other, no block starts or ends with a blank line,
 * and the last line is ended too. One printer is for many files, since it takes every picture apart only once.
 *
 * Projects have thousands of files and a run does not last: V8 never optimises most of this. So arrays are walked by index,
 * which makes no garbage then, and lines are joined when all are there.
 */
export class Printer {
  private readonly rows = new Map<TemplateStringsArray, (readonly Row[])[]>();
  private lines: string[] = [];
  /** The line that is being printed, or nothing before its first character. */
  private line = "";
  /** What was printed last. */
  private last = "";
  private isBlankDue = false;
  /** What may be broken in the line, which was printed flat, and all that follows it; and what stands before that. */
  private breakable: Indented[] = [];
  private before = "";

  /** The text of a layout. */
  print(layout: Layout): string {
    this.lines = [];
    this.isBlankDue = false;
    this.draw(layout, 0);
    this.endLine();
    return `${this.lines.join("\n")}\n`;
  }

  private draw(layout: Layout, indent: number): void {
    if (typeof layout === "string") this.write(layout, indent);
    else if (isList(layout)) this.drawAll(layout, indent);
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
      if (row === undefined || (row.hasPartsOnly && !hasParts(row, picture))) continue;
      if (!isFirst) this.endLine();
      isFirst = false;
      this.drawRow(row, picture);
    }
  }

  /** Texts between layouts are written at once: most lines hold nothing but text. */
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
    if (this.line === "") this.startLine(text, indent);
    this.line += text;
    this.last = text;
    if (this.breakable.length > 0) this.breakable.push({ indent, layout: text });
  }

  /** `text` is what the line starts with. */
  private startLine(text: string, indent: number): void {
    if (this.isBlankDue && !this.last.endsWith("{") && !text.startsWith("}")) this.lines.push("");
    this.isBlankDue = false;
    this.line = margins[indent] ?? " ".repeat(indent);
  }

  /** Printed flat, since most lines have room for it; when the line is complete it is known whether it has. */
  private writeBreakable(layout: Inline, indent: number): void {
    const flat = flatText(layout) ?? tooLong;
    if (this.line === "") this.startLine(flat, indent);
    if (this.breakable.length === 0) this.before = this.line;
    this.breakable.push({ indent, layout });
    this.line += flat;
    this.last = flat;
  }

  private endLine(): void {
    if (this.line === "") this.isBlankDue = this.lines.length > 0;
    else {
      if (this.breakable.length > 0) this.settle();
      this.lines.push(this.line);
      this.line = "";
    }
  }

  private settle(): void {
    if (this.line.length > width) {
      this.last = breakLine(this.breakable, this.before.length);
      this.line = this.before + this.last;
    }
    this.breakable = [];
  }
}

/** Stands for what cannot be flat. */
const tooLong = " ".repeat(width + 1);
const margins = Array.from({ length: 32 }, (_, indent) => " ".repeat(indent));
