import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { RawProject } from "../model/raw.js";
import type { ReadHost } from "./read-host.js";

/** What a project says, and what of it could not be read. */
export interface ReadResult {
  readonly raw: RawProject;
  readonly diagnostics: readonly Diagnostic[];
  /** Every file that was read or looked for, relative to the root, sorted: when none of them changes, neither does the result. */
  readonly inputs: readonly string[];
}

/** Reads a project from its root folder (absolute, with `/`). Never throws for what an author wrote. */
export function readProject(_root: string, _host: ReadHost): ReadResult {
  const raw: RawProject = {
    app: undefined,
    library: undefined,
    declarations: [],
    views: [],
    cores: [],
    systemModules: [],
    files: [],
  };
  return { raw, diagnostics: [], inputs: [] };
}
