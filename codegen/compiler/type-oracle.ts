import type { RawFunction, SymbolRef } from "../model/raw.js";
import { isSurelyAssignable } from "./compare-signatures.js";
import { runProof } from "./run-proof.js";

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

/** Knows types. Parameters are compared one way, as of plain functions. */
export interface TypeOracle {
  /** One answer per question, in their order. Where no type checker can be run, `text` says so. */
  assignable(questions: readonly Question[]): readonly Answer[];
}

/**
 * The types of the project at a root folder. What the signatures alone decide is decided here; the rest is asked of
 * `tsc`, all at once, since starting it costs more than reading a thousand schemas.
 */
export function makeTypeOracle(root: string): TypeOracle {
  return {
    assignable: (questions) => {
      const open = questions.filter(({ signature, expected }) => !isSurelyAssignable(signature, expected));
      if (open.length === 0) return questions.map(() => ({ ok: true }));
      const answers = new Map(runProof(root, open).map((answer, index) => [open[index], answer]));
      return questions.map((question) => answers.get(question) ?? { ok: true });
    },
  };
}
