import type { GenerateOptions, GenerateResult } from "./results.js";

/**
 * Makes the SDK of the project at `root` (the folder of its `ecsgen.config.ts`).
 * Findings are returned as diagnostics, never thrown; what is thrown is a bug of ecsgen.
 */
export async function generate(root: string, options: GenerateOptions = {}): Promise<GenerateResult> {
  throw new Error(`not built yet: ${root} ${JSON.stringify(options)}`);
}
