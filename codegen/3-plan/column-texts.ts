// What the text of a body tells by its looks.
import type { BodyPiece, BodyText, Step } from "../model/body.js";
import type { ParameterPlan } from "./column-context.js";

/**
 * Whether all that a body does with what is given to it, but for its components, is to read fields of resources: then nobody
 * changes them while the loop runs. A body that has none keeps none.
 */
export function keepsResources(text: BodyText, parameters: readonly ParameterPlan[]): boolean {
  return parameters.some(({ kind }) => kind === "resource") && onlyReads(text, parameters);
}

function onlyReads(text: BodyText, parameters: readonly ParameterPlan[]): boolean {
  return text.every((piece): boolean => {
    if (typeof piece === "string" || piece.kind === "name") return true;
    if (piece.kind === "assignment") {
      return onlyReads([piece.target], parameters) && onlyReads(piece.value, parameters);
    }
    if (piece.kind === "return") return onlyReads(piece.value ?? [], parameters);
    if ("loop" in piece) return true;
    if (piece.kind === "rows") {
      return onlyReads(piece.head, parameters) && onlyReads(piece.body, parameters);
    }
    if (piece.kind === "pattern") return parameters[piece.part.parameter]?.kind !== "local";
    if (piece.kind === "comparison") return onlyReads([piece.part], parameters);
    if (piece.kind !== "part") return onlyReads(piece.text, parameters);
    const kind = parameters[piece.parameter]?.kind;
    const reads = /^(?:read|not|test|truth)$/.test(piece.use)
      ? piece.steps.length > 0
      : piece.use === "call" && piece.steps.length > 1;
    return kind !== "local" && (kind !== "resource" || reads);
  });
}

/** Whether a text goes on with an element. */
export function startsWithBracket(piece: BodyPiece | undefined): boolean {
  return typeof piece === "string" && /^!?(?:\?\.)?\[/.test(piece);
}

/** Steps as they are written, without the first ones. */
export function texts(steps: readonly Step[], without = 0): string {
  if (without === steps.length) return "";
  return steps
    .slice(without)
    .map(({ text }) => text)
    .join("");
}
