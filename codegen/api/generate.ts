import { nodeDisk } from "../5-write/disk.js";
import { confirmRun, hasNews, readLastRun, saveLastRun, type LastRun } from "../cache/last-run.js";
import { projectRoot } from "./project-root.js";
import type { GenerateOptions, GenerateResult } from "./results.js";

/**
 * Makes the SDK of the project at `root` (the folder of its `ecsgen.config.ts`).
 * Findings are returned as diagnostics, never thrown; what is thrown is a bug of ecsgen.
 */
export async function generate(root: string, options: GenerateOptions = {}): Promise<GenerateResult> {
  const project = projectRoot(root);
  const last = options.cache === false ? undefined : readLastRun(project);
  const confirmed = last && confirmRun(project, last, nodeDisk);
  if (last !== undefined && confirmed !== undefined) {
    if (hasNews(last, confirmed)) saveLastRun(project, confirmed);
    return unchangedResult(confirmed);
  }
  const { GenerateSession } = await import("./generate-session.js");
  const session = new GenerateSession(project, last, { keep: false });
  const result = await session.run(options);
  session.save();
  return result;
}

function unchangedResult({ outputs, diagnostics }: LastRun): GenerateResult {
  return {
    created: [],
    changed: [],
    removed: [],
    unchanged: [...outputs.keys()],
    diff: "",
    diagnostics,
    contract: undefined,
    choices: [],
    fromCache: true,
  };
}
