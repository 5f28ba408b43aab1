import type { Reporter } from "../../diagnostics/diagnostic.js";
import type { Recall } from "../../memo/recall.js";
import type { RawProject, RawSystemModule } from "../../model/raw.js";
import type { Grounds } from "../grounds.js";
import { checkAccess } from "./access.js";
import { checkDeterminism } from "./determinism.js";
import { checkLayers } from "./layers.js";
import { checkLogic, checkState } from "./state.js";

/** Rules about the author's code beside its types: who imports whom, what keeps state, what writes where. */
export function checkRules(
  raw: RawProject,
  grounds: Grounds,
  reporter: Reporter,
  recall?: Recall<RawSystemModule, void>,
): void {
  checkLayers(raw, reporter);
  checkState(raw.files, reporter);
  checkLogic(raw.files, reporter);
  checkAccess(raw, grounds, reporter, recall);
  checkDeterminism(raw, reporter);
}
