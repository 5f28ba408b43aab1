import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Checked } from "../model/checked.js";
import type { RawProject } from "../model/raw.js";

/** A project as the first two stages see it. */
export interface ProvenProject {
  readonly raw: RawProject;
  readonly diagnostics: readonly Diagnostic[];
  /** Undefined when there are errors. */
  readonly checked: Checked | undefined;
}

/** Reads and checks a project, for the commands that look at it instead of generating. */
export async function proveProject(root: string): Promise<ProvenProject> {
  throw new Error(`not built yet: ${root}`);
}
