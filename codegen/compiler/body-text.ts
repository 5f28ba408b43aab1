// Text with pieces in place of some stretches.
import type { BodyPiece, BodyText } from "../model/body.js";
import type { Stretch } from "./parsing.js";

/** What is cut out of a text while its tree is walked. */
export class Cuts {
  private readonly text: string;
  private cuts: (Stretch & { readonly piece: BodyPiece })[] = [];

  /** Nothing is cut out yet. */
  constructor(text: string) {
    this.text = text;
  }

  /** Puts a piece in place of a stretch. */
  cut({ start, end }: Stretch, piece: BodyPiece): void {
    this.cuts.push({ start, end, piece });
  }

  /** Walks a stretch, and gives its text with what was cut out meanwhile. */
  collect({ start, end }: Stretch, walk: () => void): BodyText {
    const around = this.cuts;
    this.cuts = [];
    walk();
    const cuts = this.cuts.sort((a, b) => a.start - b.start);
    this.cuts = around;
    const pieces: BodyPiece[] = [];
    let at = start;
    for (const cut of cuts) {
      if (cut.start > at) pieces.push(this.text.slice(at, cut.start));
      pieces.push(cut.piece);
      at = cut.end;
    }
    if (at < end) pieces.push(this.text.slice(at, end));
    return pieces;
  }
}

/** Moves a block to the left, and drops the blanks around it. */
export function outdented(text: BodyText): BodyText {
  const [first] = text;
  const indentation = typeof first === "string" ? (/^(?:[ \t]*\n)*([ \t]*)/.exec(first)?.[1]?.length ?? 0) : 0;
  return trimmed(moved(text, new RegExp(`\\n[ \\t]{0,${indentation}}`, "g"), "\n"));
}

function moved(text: BodyText, margin: RegExp, to: string): BodyText {
  return text.map((piece): BodyPiece => {
    if (typeof piece === "string") {
      return piece.includes("\n") ? piece.replaceAll(/[ \t]+\n/g, "\n").replaceAll(margin, to) : piece;
    }
    if (piece.kind === "assignment") {
      const lines = (texts: readonly string[]): string[] => texts.map((text) => text.replaceAll(margin, to));
      const members = piece.members?.map((member) => ({
        ...member,
        above: lines(member.above),
        beside: lines(member.beside),
        value: moved(member.value, margin, to),
      }));
      return { ...piece, value: moved(piece.value, margin, to), members, comments: lines(piece.comments) };
    }
    if (piece.kind === "rows") {
      return { ...piece, head: moved(piece.head, margin, to), body: moved(piece.body, margin, to) };
    }
    if (piece.kind === "fallback") {
      return { ...piece, value: moved(piece.value, margin, to), text: moved(piece.text, margin, to) };
    }
    if (piece.kind === "element") {
      return { ...piece, index: moved(piece.index, margin, to), text: moved(piece.text, margin, to) };
    }
    if (piece.kind === "return") return { ...piece, value: piece.value && moved(piece.value, margin, to) };
    return piece.kind === "alias" || piece.kind === "pattern" || piece.kind === "presence"
      ? { ...piece, text: moved(piece.text, margin, to) }
      : piece;
  });
}

function trimmed(text: BodyText): BodyText {
  const last = text.length - 1;
  const pieces = text.map((piece, index) => {
    if (typeof piece !== "string") return piece;
    const start = index === 0 ? piece.replace(/^\s+/, "") : piece;
    return index === last ? start.trimEnd() : start;
  });
  return pieces.filter((piece) => piece !== "");
}

/** What stands between the brackets of a block. */
export function insideOf({ start, end }: Stretch): Stretch {
  return { start: start + 1, end: end - 1 };
}

/** A statement with its further lines one step to the right. */
export function indented(statement: BodyText): BodyText {
  return moved(statement, /\n/g, "\n  ");
}
