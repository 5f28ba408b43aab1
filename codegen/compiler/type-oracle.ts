import type { RawFunction, SymbolRef } from "../model/raw.js";

/** May an exported function stand where a View has one of its functions? */
export interface Question {
  /** Where the function is exported. */
  readonly implementation: SymbolRef;
  readonly signature: RawFunction;
  readonly view: SymbolRef;
  /** The View's function of the name that is asked for. */
  readonly expected: RawFunction;
}

/** `text` says why not, in TypeScript's words, with the innermost reason last. */
export type Answer = { readonly ok: true } | { readonly ok: false; readonly text: string };

/** Knows types. Parameters are compared one way, as of plain functions. */
export interface TypeOracle {
  /** One answer per question, in their order. Throws an `Error` when a type checker is needed and cannot be run. */
  assignable(questions: readonly Question[]): readonly Answer[];
}
