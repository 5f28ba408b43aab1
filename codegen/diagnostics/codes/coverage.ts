import type { CodeEntry } from "../code-entry.js";

/** Codes of stage 2 about who provides which feature. */
export const coverageCodes = {} as const satisfies Record<string, CodeEntry>;
