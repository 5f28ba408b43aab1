import type { CodeEntry } from "../code-entry.js";

/** Codes of stage 2 about declarations, cores and schedules. */
export const schemaCodes = {} as const satisfies Record<string, CodeEntry>;
