import type { CodeEntry } from "../code-entry.js";

/** Codes of stage 5 and of the command line: generated files, configuration, file system. */
export const outputCodes = {} as const satisfies Record<string, CodeEntry>;
