import type { RawFunction } from "../model/raw.js";
import type { SymbolRef } from "../model/symbol.js";

/** May an exported function stand where a View has one of its functions? */
export interface Question {
  /** Where the function is exported. */
  readonly implementation: SymbolRef;
  readonly signature: RawFunction;
  readonly view: SymbolRef;
  /** The View's function of the name that is asked for. */
  readonly expected: RawFunction;
}

/** A `No` says what does not fit. */
export type Answer = { readonly ok: true } | No;

/** Why a function does not fit. */
export interface No {
  readonly ok: false;
  /** Lower-case, without a full stop, the innermost reason last. */
  readonly text: string;
  /** The index of the parameter that it is about, if it is about one. */
  readonly parameter?: number;
}
