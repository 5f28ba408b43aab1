import type { CheckResult, ValidateOptions } from "./results.js";

/**
 * All that a build server asks of the project at `root`: it is valid, its generated files are fresh, and it compiles.
 * Writes nothing. Findings are returned as diagnostics, never thrown.
 */
export async function check(root: string, options: ValidateOptions = {}): Promise<CheckResult> {
  throw new Error(`not built yet: ${root} ${JSON.stringify(options)}`);
}
