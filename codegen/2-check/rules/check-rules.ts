import type { Reporter } from "../../diagnostics/diagnostic.js";
import type { Contract } from "../../model/contract.js";
import type { RawProject } from "../../model/raw.js";
import type { Symbols } from "../symbols.js";
import { checkAccess } from "./access.js";
import { checkLayers } from "./layers.js";
import { checkLogic, checkState } from "./state.js";

/** Rules about the author's code beside its types: who imports whom, what keeps state, what writes where. */
export function checkRules(raw: RawProject, contract: Contract, symbols: Symbols, reporter: Reporter): void {
  checkLayers(raw, reporter);
  checkState(raw.files, reporter);
  checkLogic(raw.files, reporter);
  checkAccess(raw, contract, symbols, reporter);
}
