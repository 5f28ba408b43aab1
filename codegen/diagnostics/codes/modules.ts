import type { CodeEntry } from "../code-entry.js";

/** Codes of stage 2 about system modules: layering, state, access. */
export const modulesCodes = {} as const satisfies Record<string, CodeEntry>;
