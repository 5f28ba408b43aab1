// What `2-check` hands on: the proven contract, where its names are defined, and the app bound to its system modules.
import type { ImportEnding } from "./import-ending.js";
import type { Contract } from "./contract.js";
import type { ResolvedApp, Sources } from "./resolution.js";

/** A project without errors. */
export interface Checked {
  readonly contract: Contract;
  readonly sources: Sources;
  /** Undefined for a library. */
  readonly app: ResolvedApp | undefined;
  /** The folder that `ecsgen` owns, relative to the project's root: `generated`. */
  readonly output: string;
  /** How its files import each other, which generated ones do as well. */
  readonly ending: ImportEnding;
}
