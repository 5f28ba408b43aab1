// Expressions with the file that gives their names a meaning.
import type { CallSyntax, Expression, SourceSyntax } from "../compiler/syntax.js";
import type { Place } from "../model/place.js";

/** An expression in the file that gives its names their meaning. */
export interface Scoped {
  readonly source: SourceSyntax;
  readonly expression: Expression;
}

/** A call in its file. */
export interface ScopedCall {
  readonly source: SourceSyntax;
  readonly expression: CallSyntax;
}

/** A member of an object, or of one that was spread into it. */
export interface FlatMember {
  readonly name: string;
  readonly place: Place;
  readonly doc: string;
  readonly value: Scoped;
  readonly spread: boolean;
}

/** The members of an object in order, and the spreads that cannot be read. */
export interface FlatObject {
  readonly members: readonly FlatMember[];
  readonly unreadable: readonly { readonly place: Place; readonly why: string }[];
}
