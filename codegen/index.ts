// The entry point of `ecsgen` as a library. Nothing here loads the compiler before it is needed.
export { check } from "./api/check.js";
export { generate } from "./api/generate.js";
export type { ModuleChoice } from "./api/module-choices.js";
export type {
  CheckResult,
  GenerateOptions,
  GenerateResult,
  Stage,
  ValidateOptions,
  ValidateResult,
  WatchOptions,
  WatchResult,
} from "./api/results.js";
export { validate } from "./api/validate.js";
export { watch } from "./api/watch.js";
export type { Code } from "./diagnostics/catalogue.js";
export type { Diagnostic } from "./diagnostics/diagnostic.js";
export type { Contract } from "./model/contract.js";
export type { Place } from "./model/place.js";
export type { WriteMode, WriteResult } from "./model/write-result.js";
