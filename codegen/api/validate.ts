import type { ValidateOptions, ValidateResult } from "./results.js";

/** Reads and checks the project at `root`, and writes nothing. Findings are returned as diagnostics, never thrown. */
export async function validate(root: string, options: ValidateOptions = {}): Promise<ValidateResult> {
  throw new Error(`not built yet: ${root} ${JSON.stringify(options)}`);
}
