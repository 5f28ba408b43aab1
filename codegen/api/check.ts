import { inOrder } from "../diagnostics/order.js";
import { generate } from "./generate.js";
import { projectRoot } from "./project-root.js";
import type { CheckResult, ValidateOptions } from "./results.js";
import { withoutEchoes } from "./type-echoes.js";

/**
 * All that a build server asks of the project at `root`: it is valid, its generated files are fresh, and it compiles.
 * Writes nothing. Findings are returned as diagnostics, never thrown.
 */
export async function check(root: string, options: ValidateOptions = {}): Promise<CheckResult> {
  const { checkTypes } = await import("../compiler/check-types.js");
  const typesChecked = checkTypes(projectRoot(root)); // in a process of its own, meanwhile
  const generated = await generate(root, { ...options, mode: "check" });
  options.onStage?.("types");
  const types = withoutEchoes(projectRoot(root), await typesChecked, generated);
  return {
    diagnostics: inOrder([...generated.diagnostics, ...types]),
    contract: generated.contract,
    choices: generated.choices,
    stale: [...generated.created, ...generated.changed, ...generated.removed].sort(),
  };
}
