import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Contract } from "../model/contract.js";
import type { ModuleChoice } from "./module-choices.js";
import type { WriteMode, WriteResult } from "../model/write-result.js";

/** What a run is busy with; told in this order, and only for what is really done. */
export type Stage = "read" | "check" | "plan" | "emit" | "write" | "types";

/** How `generate` is to run. */
export interface GenerateOptions {
  /** `write` unless told otherwise. */
  readonly mode?: WriteMode;
  /** Overwrites generated files that were edited by hand, and files of others where a generated one must go. */
  readonly force?: boolean;
  /** Takes stubs for written functions, so that what they are written with is generated. */
  readonly allowStubs?: boolean;
  /** False does the whole run even if nothing changed since the last one. True unless told otherwise. */
  readonly cache?: boolean;
  /** Called when a stage begins. */
  readonly onStage?: (stage: Stage) => void;
}

/** What `generate` found and did. It is stale if `mode` was `check` and something is created, changed or removed. */
export interface GenerateResult extends WriteResult {
  /** Everything found, from every stage that ran. If one is an error, nothing was written. */
  readonly diagnostics: readonly Diagnostic[];
  /** Undefined after an error, and when `fromCache` is true. */
  readonly contract: Contract | undefined;
  /** Where not the first system module of an app's list was taken, and why. Empty after an error, and when `fromCache` is true. */
  readonly choices: readonly ModuleChoice[];
  /** Nothing changed since the last run, so nothing was read anew. */
  readonly fromCache: boolean;
}

/** How `validate` and `check` are to run. */
export interface ValidateOptions {
  /** Called when a stage begins. */
  readonly onStage?: (stage: Stage) => void;
}

/** What `validate` found. */
export interface ValidateResult {
  readonly diagnostics: readonly Diagnostic[];
  /** Undefined after an error. */
  readonly contract: Contract | undefined;
  /** Where not the first system module of an app's list was taken, and why. Empty after an error. */
  readonly choices: readonly ModuleChoice[];
}

/** What `check` found: all of `validate`, drift of the generated files, and type errors. */
export interface CheckResult extends ValidateResult {
  /** Generated files that do not match their schemas, relative to the project's root. */
  readonly stale: readonly string[];
}

/** How `watch` is to run. */
export interface WatchOptions {
  /** Ends the watch. */
  readonly signal: AbortSignal;
  /** Overwrites generated files that were edited by hand. */
  readonly force?: boolean;
  /** Takes stubs for written functions, so that what they are written with is generated. */
  readonly allowStubs?: boolean;
}

/** One round of `watch`. */
export interface WatchResult extends GenerateResult {
  /** The files whose change began this round, relative to the project's root; empty in the first. */
  readonly cause: readonly string[];
  /** From the end of the pause after the last change to the last byte written. */
  readonly milliseconds: number;
}
