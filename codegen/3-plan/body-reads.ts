// How a body reads parts of components.
import type { PartPiece } from "../model/body.js";
import { fitted, tight, type Expression, type Written } from "./brackets.js";
import type { BodyRoots } from "./body-roots.js";
import type { Located } from "./column-parts.js";
import { isOptional, type Accessed, type ColumnSource, type LocatedValue } from "./column-access.js";
import { texts } from "./column-texts.js";
import { negationOf, truthOf, valueOrAbsent, valueThere } from "./column-values.js";

/** The reads of one body. */
export class BodyReads {
  /** Whether an inner loop reads of the row of an outer one. */
  readsOutwards = false;
  /** The loops around what is printed. */
  readonly around: number[] = [];
  /** Columns that nobody may hold, since they are written; undefined when nothing is held. */
  private readonly unheld: ReadonlySet<string> | undefined;
  private readonly roots: BodyRoots;

  constructor(roots: BodyRoots, unheld: ReadonlySet<string> | undefined) {
    this.roots = roots;
    this.unheld = unheld;
  }

  /** A value that is there where the author's types say so, which are narrower at times than those of columns. */
  read(parameter: Accessed, part: PartPiece, found: Located = this.roots.located(parameter, part)): Expression {
    const located = this.roots.valueAt(found, parameter, part);
    const rest = texts(part.steps, located.length);
    if (part.use === "call" && rest === "") throw this.roots.kept("called", parameter, part);
    if (located.guards.length > 0 && rest !== "") throw this.roots.kept("behindMaybe", parameter, part);
    if (rest === "" && this.held(parameter, located) === undefined) {
      if (part.use === "not") return negationOf(parameter, located, part.known);
      if (part.use === "truth") return truthOf(parameter, located, part.known);
    }
    const not = part.use === "not" ? ["!"] : [];
    const value = this.sure(parameter, located, part);
    return rest === "" && not.length === 0 ? value : tight(...not, ...fitted(value, "none"), rest);
  }

  private sure(parameter: Accessed, located: LocatedValue, { known, use, steps }: PartPiece): Expression {
    const held = this.held(parameter, located);
    if (held !== undefined) return tight(held);
    const isMaybe = isOptional(located) && located.guards.length === 0 && steps[located.length]?.optional !== true;
    if (known && located.kind === "column") return valueThere(parameter, located);
    const value = valueOrAbsent(parameter, located);
    return isMaybe && use !== "test" ? tight(...fitted(value, "none"), "!") : value;
  }

  /** What is read of the row of an outer loop, when nobody writes it. */
  held(parameter: Accessed, located: LocatedValue): string | undefined {
    const { loop, outer, term, access } = parameter;
    if (loop === undefined || (!outer && this.around.at(-1) === loop) || !this.around.includes(loop)) return undefined;
    this.readsOutwards = true;
    if (located.kind !== "column" || located.present !== undefined || located.guards.length > 0) return undefined;
    const isNumber = located.value.kind === "number" || located.value.kind === "entity";
    if (!isNumber || term.optional || this.unheld === undefined) return undefined;
    return this.unheld.has(columnKey(parameter, located)) ? undefined : access.hold(parameter, located.column);
  }

  /** What stands in a column of the row, for a function that takes it as a value. */
  valueIn(parameter: Accessed, source: ColumnSource): string {
    const number = { value: { kind: "number", of: "f32" }, present: undefined, guards: [], length: 0 } as const;
    const held = source.kind === "column" ? this.held(parameter, { ...source, ...number }) : undefined;
    return held ?? parameter.access.handedValue(parameter, source);
  }

  /** What a declaration takes: it has the type of what it is given, so nothing is said to be there that may not be. */
  maybe(parameter: Accessed, part: PartPiece): Written {
    const located = this.roots.valueOf(parameter, part);
    if (located.length < part.steps.length) return this.read(parameter, part).text;
    const held = this.held(parameter, located);
    if (held !== undefined) return [held];
    const isThere = part.known && located.kind === "column";
    return (isThere ? valueThere(parameter, located) : valueOrAbsent(parameter, located)).text;
  }

  /** The column that a part leads to, or its array of values; undefined for what is plain text or goes on behind it. */
  columnOf(piece: PartPiece): { readonly parameter: Accessed; readonly located: LocatedValue } | undefined {
    const part = this.roots.rooted(piece);
    const parameter = this.roots.rootOf(part);
    if (this.roots.plainText(parameter, part) !== undefined || parameter.kind !== "component") return undefined;
    const located = this.roots.valueOf(parameter, part);
    if (located.length < part.steps.length || this.held(parameter, located) !== undefined) return undefined;
    return { parameter, located };
  }
}

/** A column of a component, of whatever row. */
export function columnKey({ component }: Accessed, located: LocatedValue): string {
  return `${component.qualified} ${located.kind === "column" ? located.column.index : "-"}`;
}
