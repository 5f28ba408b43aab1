import type { Diagnostic } from "../diagnostics/diagnostic.js";

/** `write` brings the disk up to date, `check` reports what is stale, `dry-run` shows what would be written as a diff. */
export type WriteMode = "write" | "check" | "dry-run";

/** What became of the generated files; all paths are relative to the project's root, with `/`, sorted. */
export interface WriteResult {
  /** In the modes `check` and `dry-run`: what would have been created, changed, removed. */
  readonly created: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  readonly unchanged: readonly string[];
  /** All changes as one unified diff; empty unless the mode is `dry-run`. */
  readonly diff: string;
  /** If one is an error, nothing was written. */
  readonly diagnostics: readonly Diagnostic[];
}
