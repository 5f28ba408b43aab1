// Text with pieces in place of some stretches.
import type { BodyPiece, BodyText } from "../model/body.js";
import type { Stretch } from "./parsing.js";

/** What is cut out of a text while its tree is walked. */
export class Cuts {
  private readonly text: string;
  private cuts: (Stretch & { readonly piece: BodyPiece })[] = [];
  /** An end of a line with what is dropped behind it; undefined when lines stay where they are. */
  private margin: RegExp | undefined;
  private newLine = "\n";

  /** Nothing is cut out yet. */
  constructor(text: string) {
    this.text = text;
  }

  /** Moves all lines to the left from here on, so far that the first of a block starts there. */
  outdent({ start }: Stretch): void {
    const first = /(?:[ \t]*\n)*([ \t]*)/y;
    first.lastIndex = start;
    const indentation = first.exec(this.text)?.[1]?.length ?? 0;
    this.margin = new RegExp(`\\n[ \\t]{0,${indentation}}`, "g");
  }

  /** Puts a piece in place of a stretch, mostly behind all others. */
  cut({ start, end }: Stretch, piece: BodyPiece): void {
    let at = this.cuts.length;
    while (at > 0 && start < (this.cuts[at - 1]?.start ?? 0)) at--;
    const cut = { start, end, piece };
    if (at === this.cuts.length) this.cuts.push(cut);
    else this.cuts.splice(at, 0, cut);
  }

  /** The text between two offsets, its lines where they belong. */
  slice(start: number, end: number): string {
    const text = this.text.slice(start, end);
    if (this.margin === undefined || !text.includes("\n")) return text;
    const moved = text.replace(this.margin, this.newLine);
    const hasBlanks = moved.includes(" \n") || moved.includes("\t\n");
    return hasBlanks ? moved.replace(/[ \t]+\n/g, "\n") : moved;
  }

  /** Walks a stretch, and gives its text with what was cut out meanwhile. */
  collect({ start, end }: Stretch, walk: () => void): BodyText {
    const around = this.cuts;
    this.cuts = [];
    walk();
    const { cuts } = this;
    this.cuts = around;
    const pieces: BodyPiece[] = [];
    let at = start;
    cuts.forEach((cut) => {
      if (cut.start > at) pieces.push(this.slice(at, cut.start));
      pieces.push(cut.piece);
      at = cut.end;
    });
    if (at < end) pieces.push(this.slice(at, end));
    return pieces;
  }

  /** The same for a statement, with its further lines one step to the right. */
  collectIndented(stretch: Stretch, walk: () => void): BodyText {
    const { newLine } = this;
    this.newLine = `${newLine}  `;
    const text = this.collect(stretch, walk);
    this.newLine = newLine;
    return text;
  }
}

/** Drops the blanks around a text. */
export function trimmed(text: BodyText): BodyText {
  const pieces = [...text];
  const first = pieces[0];
  if (typeof first === "string") pieces[0] = first.trimStart();
  if (pieces[0] === "") pieces.shift();
  const last = pieces.pop();
  const end = typeof last === "string" ? last.trimEnd() : last;
  if (end !== undefined && end !== "") pieces.push(end);
  return pieces;
}

/** What stands between the brackets of a block. */
export function insideOf({ start, end }: Stretch): Stretch {
  return { start: start + 1, end: end - 1 };
}
