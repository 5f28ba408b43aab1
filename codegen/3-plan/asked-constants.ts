// Whether a body asks of a constant, which stands for a struct that may be absent, if that is there.
import type { BodyPiece, BodyText, Part, PartPiece } from "../model/body.js";

/** Whether what comes behind the declaration of a constant asks it; `of` is what the constant stands for. */
export function asksFor(text: BodyText, name: string, of: Part): boolean {
  return text.some((piece) => typeof piece === "object" && (asks(piece, name, of) || inside(piece, name, of)));
}

function inside(piece: Exclude<BodyPiece, string>, name: string, of: Part): boolean {
  return textsIn(piece).some((text) => asksFor(text, name, of));
}

function asks(piece: Exclude<BodyPiece, string>, name: string, of: Part): boolean {
  if (piece.kind === "presence") {
    const [whole] = piece.text;
    return typeof whole === "object" && whole.kind === "part" && isNamed(whole, name, of);
  }
  if (piece.kind !== "part" || !isNamed(piece, name, of)) return false;
  const next = piece.steps[piece.alias?.length ?? 0];
  return next === undefined ? piece.use === "not" || piece.use === "truth" : next.optional;
}

function isNamed({ alias, parameter }: PartPiece, name: string, of: Part): boolean {
  return alias?.name === name && parameter === of.parameter;
}

/** The texts that a piece has in it. */
function textsIn(piece: Exclude<BodyPiece, string>): readonly BodyText[] {
  switch (piece.kind) {
    case "part":
    case "name":
    case "leave":
    case "next":
      return [];
    case "comparison":
      return [[piece.part]];
    case "assignment":
      return [[piece.target], piece.value];
    case "rows":
      return [piece.head, piece.body];
    case "return":
      return piece.value === undefined ? [] : [piece.value];
    default:
      return [piece.text];
  }
}
