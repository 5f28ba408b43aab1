import { diskHost } from "../cache/disk-host.js";
import { moduleChoices } from "./module-choices.js";
import { projectRoot } from "./project-root.js";
import type { ValidateOptions, ValidateResult } from "./results.js";

/** Reads and checks the project at `root`, and writes nothing. Findings are returned as diagnostics, never thrown. */
export async function validate(root: string, options: ValidateOptions = {}): Promise<ValidateResult> {
  const { prove } = await import("../pipeline.js");
  const { diagnostics, checked } = prove(projectRoot(root), diskHost(), options.onStage);
  return { diagnostics, contract: checked?.contract, choices: checked === undefined ? [] : moduleChoices(checked) };
}
