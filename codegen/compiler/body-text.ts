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
  const moved = moveLeft(text, new RegExp(`\\n[ \\t]{0,${indentation}}`, "g"));
  return trimmed(moved);
}

function moveLeft(text: BodyText, margin: RegExp): BodyText {
  return text.map((piece): BodyPiece => {
    if (typeof piece === "string") {
      return piece.includes("\n") ? piece.replaceAll(/[ \t]+\n/g, "\n").replaceAll(margin, "\n") : piece;
    }
    if (piece.kind === "assignment") return { ...piece, value: moveLeft(piece.value, margin) };
    if (piece.kind === "rows") {
      return { ...piece, head: moveLeft(piece.head, margin), body: moveLeft(piece.body, margin) };
    }
    if (piece.kind === "fallback") {
      return { ...piece, value: moveLeft(piece.value, margin), text: moveLeft(piece.text, margin) };
    }
    if (piece.kind === "return") return { ...piece, value: piece.value && moveLeft(piece.value, margin) };
    return piece.kind === "alias" || piece.kind === "pattern" || piece.kind === "presence"
      ? { ...piece, text: moveLeft(piece.text, margin) }
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
