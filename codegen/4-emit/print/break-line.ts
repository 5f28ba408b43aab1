import { flatText, isList, type Fill, type GroupPart, type Inline } from "./layout.js";

/** The most characters of a line. */
export const width = 120;

/** The text of a line that is too long without breaks, behind its margin of so many blanks. */
export function breakLine(layout: Inline, margin: number): string {
  return new LineBreaker(margin).print(layout);
}

/** What stands one after the other, up to the one that is being printed; `broken` is whether breaks between them happen. */
interface Sequence {
  readonly layouts: readonly GroupPart[];
  readonly broken: boolean;
  at: number;
}

class LineBreaker {
  private readonly margin: number;
  private text = "";
  /** Where the next character goes, or -1 before the first of a line. */
  private column: number;
  /** From the whole line to the innermost sequence: what is to come after the layout that is being printed. */
  private readonly open: Sequence[] = [];

  constructor(margin: number) {
    this.margin = margin;
    this.column = margin;
  }

  print(line: Inline): string {
    this.take(line, this.margin, true);
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
        const { flat, of } = layout;
        if (flat === undefined || !this.fits(flat, indent)) return this.take(of, indent, true);
        // What fits is one text, but where an indent may begin the line.
        return this.column < 0 ? this.take(of, indent, false) : this.write(flat, indent);
      }
      case "if-broken":
        return this.take(broken ? layout.broken : layout.flat, indent, broken);
      case "breakable":
        return this.fits(layout.flat, indent)
          ? this.write(layout.flat, indent)
          : this.take(layout.of(), indent, broken);
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

  /** Whether a text, and what follows it up to the next possible end of the line, stay within the width. */
  private fits(text: string, indent: number): boolean {
    let room = width - (this.column < 0 ? indent : this.column) - text.length;
    for (let depth = this.open.length - 1; depth >= 0 && isSome(room); depth--) {
      const sequence = this.open[depth];
      if (sequence !== undefined) room = roomAfterAll(sequence.layouts, sequence.at + 1, sequence.broken, room);
    }
    return room >= 0;
  }
}

/** What a layout leaves of the room that there is: less than nothing if it does not fit, no end of it if the line may end. */
function roomAfter(layout: GroupPart, broken: boolean, room: number): number {
  if (broken && typeof layout !== "string") return roomAfterBroken(layout, room);
  const flat = flatText(layout);
  return flat === undefined ? -1 : room - flat.length;
}

function roomAfterBroken(layout: Exclude<GroupPart, string>, room: number): number {
  if (isList(layout)) return roomAfterAll(layout, 0, true, room);
  switch (layout.kind) {
    case "break":
      return lineEnd(room - layout.broken.length);
    case "hard-break":
      return lineEnd(room);
    case "indent":
    case "group":
      return roomAfter(layout.of, true, room);
    case "if-broken":
      return roomAfter(layout.broken, true, room);
    case "breakable": // all breaks of it are in groups, which are measured flat
    case "fill":
      return room - layout.flat.length;
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
