import type { CodeEntry } from "./code-entry.js";
import { coverageCodes } from "./codes/coverage.js";
import { modulesCodes } from "./codes/modules.js";
import { outputCodes } from "./codes/output.js";
import { readCodes } from "./codes/read.js";
import { scheduleCodes } from "./codes/schedule.js";
import { schemaCodes } from "./codes/schema.js";

/** Every code that a diagnostic can have: 1xxx reading, 2xxx schemas, 3xxx coverage, 4xxx modules, 5xxx output. */
export const catalogue = {
  ...readCodes,
  ...schemaCodes,
  ...scheduleCodes,
  ...coverageCodes,
  ...modulesCodes,
  ...outputCodes,
} as const satisfies Record<string, CodeEntry>;

/** A stable code, such as `ECS2001`. */
export type Code = keyof typeof catalogue;
