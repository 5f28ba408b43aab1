// Elements of vectors whose index is calculated: `weights[i]` is an element of the list of columns.
import type { BodyPiece, ElementPiece } from "../model/body.js";
import type { BodyRoots } from "./body-roots.js";
import { locateIn } from "./body-roots.js";
import type { Written } from "./brackets.js";
import type { Accessed } from "./column-access.js";
import type { IndexedPlan } from "../model/field-plan.js";

/** A vector of a component. */
export interface FoundVector {
  readonly parameter: Accessed;
  readonly indexed: IndexedPlan;
}

/** Finds vectors, and prints their elements. */
export class BodyVectors {
  private readonly roots: BodyRoots;

  constructor(roots: BodyRoots) {
    this.roots = roots;
  }

  /** The vector that has an element; undefined when it is one of something else. */
  vectorOf({ of }: ElementPiece): FoundVector | undefined {
    const part = this.roots.rooted(of);
    const parameter = this.roots.rootOf(part);
    if (parameter.kind !== "component") return undefined;
    const located = locateIn(parameter, part.steps);
    if (located.kind !== "whole" || located.indexed === undefined) return undefined;
    if (part.inner) throw this.roots.kept("captured", parameter, part);
    const isMaybe = located.present !== undefined || located.guards.length > 0 || parameter.term.optional;
    if (isMaybe) throw this.roots.kept("whole", parameter, part);
    return { parameter, indexed: located.indexed };
  }

  /** An element. Cursors have none outside of a vector, where it reads as `undefined`; so nothing is written there. */
  element(
    piece: ElementPiece,
    { parameter, indexed }: FoundVector,
    index: Written,
    after: BodyPiece | undefined,
  ): Written {
    const isWithin = this.isWithin(piece, indexed);
    const part = this.roots.rooted(piece.of);
    if (piece.use !== "read") {
      if (parameter.component.changed !== undefined) throw this.roots.kept("trackedElement", parameter, part);
      if (!isWithin) throw this.roots.kept("element", parameter, part);
    }
    const word = part.steps.map(({ name }) => name).join(" ");
    const vector = parameter.access.vector(parameter, indexed.columns, word);
    const found = [`${vector}[`, ...index, `]${isWithin ? "!" : "?."}[${parameter.access.rowName}]`];
    const next = typeof after === "string" ? after : "";
    // A chain would leave out what follows as well.
    const isLoose = !isWithin && /^!?\s*\??[.[(]/.test(next);
    const isSure = piece.use === "write" || /^!(?!=)/.test(next);
    return [...(isLoose ? ["(", ...found, ")"] : found), ...(isSure ? [] : ["!"])];
  }

  private isWithin({ range }: ElementPiece, { columns }: IndexedPlan): boolean {
    if (range === undefined) return false;
    if ("most" in range) return range.most < columns.length;
    const part = this.roots.rooted(range.lengthOf);
    const parameter = this.roots.rootOf(part);
    const located = parameter.kind === "component" ? locateIn(parameter, part.steps) : undefined;
    return located?.kind === "size" && located.size <= columns.length;
  }
}
