import type { Reporter } from "../../diagnostics/diagnostic.js";
import { Recall, recalledOne } from "../../memo/recall.js";
import type { RawProject, RawSystemModule } from "../../model/raw.js";
import type { Grounds } from "../grounds.js";
import { checkAccess } from "./access.js";
import { checkDeterminism } from "./determinism.js";
import { checkForeign } from "./foreign.js";
import { checkLayers } from "./layers.js";
import { checkLogic, checkState } from "./state.js";
import { checkTokens } from "./tokens.js";

/** What was judged in earlier rounds of a session. */
export class RuleRecall {
  readonly access = new Recall<RawSystemModule, void>();
  readonly layers = new Recall<object, void>();
}

/** Rules about the author's code beside its types: who imports whom, what keeps state, what writes where. */
export function checkRules(raw: RawProject, grounds: Grounds, reporter: Reporter, recall?: RuleRecall): void {
  const output = raw.app?.output ?? raw.library?.output ?? "generated";
  const layered = [raw.files, raw.systemModules, output];
  recalledOne(recall?.layers, layered, (listening) => checkLayers(raw, output, listening), reporter);
  checkForeign(raw, output, reporter);
  checkTokens(raw.files, output, grounds, reporter);
  checkState(raw.files, reporter);
  checkLogic(raw.files, reporter);
  checkAccess(raw, grounds, reporter, recall?.access);
  checkDeterminism(raw, reporter);
}
