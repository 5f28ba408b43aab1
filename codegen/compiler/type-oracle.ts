import { alone, recalled, type Recall } from "../memo/recall.js";
import type { RawFunction } from "../model/raw.js";
import { isSurelyAssignable } from "./compare-signatures.js";
import { runProof } from "./run-proof.js";
import type { Answer, Question } from "./type-question.js";

/** Knows types. Parameters are compared one way, as of plain functions. */
export interface TypeOracle {
  /** One answer per question, in their order. Where no type checker can be run, `text` says so. */
  assignable(questions: readonly Question[]): readonly Answer[];
}

/**
 * The types of the project at a root folder. What the signatures alone decide is decided here; the rest is asked of
 * `tsc`, all at once, since starting it costs more than reading a thousand schemas.
 */
export function makeTypeOracle(root: string, recall?: Recall<RawFunction, boolean>): TypeOracle {
  const isSure = ({ signature, expected }: Question): boolean =>
    recalled(recall, signature, [expected], alone, () => isSurelyAssignable(signature, expected));
  return {
    assignable: (questions) => {
      const open = questions.filter((question) => !isSure(question));
      if (open.length === 0) return questions.map(() => ({ ok: true }));
      const answers = new Map(runProof(root, open).map((answer, index) => [open[index], answer]));
      return questions.map((question) => answers.get(question) ?? { ok: true });
    },
  };
}
