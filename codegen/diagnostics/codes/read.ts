import type { CodeEntry } from "../code-entry.js";

/** Codes of stage 1: what cannot be read from syntax. */
export const readCodes = {} as const satisfies Record<string, CodeEntry>;
