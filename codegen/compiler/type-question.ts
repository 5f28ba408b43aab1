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

/** `text` says why not: lower-case, without a full stop, the innermost reason last. */
export type Answer = { readonly ok: true } | { readonly ok: false; readonly text: string };
