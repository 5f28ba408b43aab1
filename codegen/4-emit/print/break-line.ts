import { isList, type Fill, type GroupPart, type Inline } from "./layout.js";

/** The most characters of a line. */
export const width = 120;

/** A part of a line, with the indentation of the lines that begin inside it. */
export interface Indented {
  readonly indent: number;
  readonly layout: Inline;
}

/** The text of parts of a line that is too long without breaks. `column` is where the first of them starts. */
export function breakLine(parts: readonly Indented[], column: number): string {
  return new LineBreaker(parts, column).print();
}

/** Undefined for what cannot be on one line. */
export function flatText(layout: GroupPart): string | undefined {
  if (typeof layout === "string") return layout;
  if (isList(layout)) return flatTextOfAll(layout);
  switch (layout.kind) {
    case "break":
      return layout.flat;
    case "hard-break":
      return undefined;
    case "if-broken":
      return flatText(layout.flat);
    case "breakable":
      return layout.flat;
    case "fill":
      return layout.items.join(", ");
    case "indent":
      return flatText(layout.of);
    case "group":
      return layout.broken ? undefined : flatText(layout.of);
  }
}

function flatTextOfAll(layouts: readonly GroupPart[]): string | undefined {
  let text = "";
  for (let index = 0; index < layouts.length; index++) {
    const part = flatText(layouts[index] ?? "");
    if (part === undefined) return undefined;
    text += part;
  }
  return text;
}

/** What stands one after the other, up to the one that is being printed; `broken` is whether breaks between them happen. */
interface Sequence {
  readonly layouts: readonly GroupPart[];
  readonly broken: boolean;
  at: number;
}

class LineBreaker {
  private readonly parts: readonly Indented[];
  private text = "";
  /** Where the next character goes, or -1 before the first of a line. */
  private column: number;
  /** From the whole line to the innermost sequence: what is to come after the layout that is being printed. */
  private readonly open: Sequence[];

  constructor(parts: readonly Indented[], column: number) {
    this.parts = parts;
    this.column = column;
    this.open = [{ layouts: parts.map(({ layout }) => layout), broken: true, at: 0 }];
  }

  print(): string {
    const [line] = this.open;
    for (const [index, { layout, indent }] of this.parts.entries()) {
      if (line !== undefined) line.at = index;
      this.take(layout, indent, true);
    }
    return this.text;
  }

  private take(layout: GroupPart, indent: number, broken: boolean): void {
    if (typeof layout === "string") return this.write(layout, indent);
    if (isList(layout)) return this.takeAll(layout, indent, broken);
    switch (layout.kind) {
      case "break":
        if (!broken) return this.write(layout.flat, indent);
        this.write(layout.broken, indent);
        return this.newLine();
      case "hard-break":
        return this.newLine();
      case "indent":
        return this.take(layout.of, indent + layout.by, broken);
      case "group": {
        // What fits is one text, but where an indent may begin the line.
        const flat = !layout.broken && this.fits(layout.of, indent) ? flatText(layout.of) : undefined;
        if (flat !== undefined && this.column >= 0) return this.write(flat, indent);
        return this.take(layout.of, indent, flat === undefined);
      }
      case "if-broken":
        return this.take(broken ? layout.broken : layout.flat, indent, broken);
      case "breakable":
        return this.take(layout.of(), indent, broken);
      case "fill":
        return this.fill(layout, indent);
    }
  }

  private takeAll(layouts: readonly GroupPart[], indent: number, broken: boolean): void {
    const sequence = { layouts, broken, at: 0 };
    this.open.push(sequence);
    for (; sequence.at < layouts.length; sequence.at++) this.take(layouts[sequence.at] ?? "", indent, broken);
    this.open.pop();
  }

  private write(text: string, indent: number): void {
    if (text === "") return;
    if (this.column < 0) {
      this.text += " ".repeat(indent);
      this.column = indent;
    }
    this.text += text;
    this.column += text.length;
  }

  private newLine(): void {
    this.text += "\n";
    this.column = -1;
  }

  /** A comma follows the last item too, where the list is broken. */
  private fill({ items }: Fill, indent: number): void {
    for (const [index, item] of items.entries()) {
      const word = index === items.length - 1 ? item : `${item},`;
      if (index > 0) {
        if (this.column + 1 + item.length + 1 <= width) this.write(" ", indent);
        else this.newLine();
      }
      this.write(word, indent);
    }
  }

  /** Whether a layout, printed flat, and what follows it up to the next possible end of the line, stay within the width. */
  private fits(layout: GroupPart, indent: number): boolean {
    let room = roomAfter(layout, false, width - (this.column < 0 ? indent : this.column));
    for (let depth = this.open.length - 1; depth >= 0 && isSome(room); depth--) {
      const sequence = this.open[depth];
      if (sequence !== undefined) room = roomAfterAll(sequence.layouts, sequence.at + 1, sequence.broken, room);
    }
    return room >= 0;
  }
}

/** What a layout leaves of the room that there is: less than nothing if it does not fit, no end of it if the line may end. */
function roomAfter(layout: GroupPart, broken: boolean, room: number): number {
  if (typeof layout === "string") return room - layout.length;
  if (isList(layout)) return roomAfterAll(layout, 0, broken, room);
  switch (layout.kind) {
    case "break":
      return broken ? lineEnd(room - layout.broken.length) : room - layout.flat.length;
    case "hard-break":
      return broken ? lineEnd(room) : -1;
    case "indent":
      return roomAfter(layout.of, broken, room);
    case "group":
      if (layout.broken && !broken) return -1;
      return roomAfter(layout.of, broken, room);
    case "breakable": // all breaks of it are in groups, which are measured flat
      return room - layout.flat.length;
    case "if-broken":
      return roomAfter(broken ? layout.broken : layout.flat, broken, room);
    case "fill":
      return room - layout.items.join(", ").length;
  }
}

function roomAfterAll(layouts: readonly GroupPart[], from: number, broken: boolean, room: number): number {
  let left = room;
  for (let index = from; index < layouts.length && isSome(left); index++) {
    left = roomAfter(layouts[index] ?? "", broken, left);
  }
  return left;
}

function lineEnd(room: number): number {
  return room < 0 ? room : Infinity;
}

/** Whether what comes next matters: it is on the same line, which is not full yet. */
function isSome(room: number): boolean {
  return room >= 0 && room !== Infinity;
}
