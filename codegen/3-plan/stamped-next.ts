import type { BodyPiece } from "../model/body.js";
import { locateIn, type BodyRoots } from "./body-roots.js";
import type { Accessed } from "./column-access.js";

/** Whether the next statement writes the same component, and nothing can come between. */
export function isStampedNext(
  roots: BodyRoots,
  { term }: Accessed,
  blanks: BodyPiece | undefined,
  next: BodyPiece | undefined,
): boolean {
  if (typeof blanks !== "string" || !/^\s*\n\s*$/.test(blanks)) return false;
  if (typeof next !== "object" || next.kind !== "assignment" || !/^[-+*/%]?$/.test(next.operator)) return false;
  const target = roots.rooted(next.target);
  const root = roots.get(target.parameter);
  if (root?.kind !== "component" || root.term !== term || !next.listed) return false;
  const located = locateIn(root, target.steps);
  const isWhole = (located.kind === "column" || located.kind === "objects") && located.length === target.steps.length;
  return (
    isWhole &&
    next.value.every((part) => (typeof part === "string" ? !/[([`]/.test(part) : /^(?:part|word)$/.test(part.kind)))
  );
}
