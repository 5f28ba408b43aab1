import type { GeneratedFile } from "../model/generated-file.js";
import type { ImportEnding } from "../model/import-ending.js";
import type { LoopPlan } from "../model/loop-plan.js";
import { emitColumnLoop } from "./column-loop.js";
import { emitCursorLoop } from "./cursor-loop.js";

/** A per-entity function compiled into a loop. */
export function emitLoop(plan: LoopPlan, ending: ImportEnding): GeneratedFile {
  return plan.form.kind === "column" ? emitColumnLoop(plan, plan.form, ending) : emitCursorLoop(plan, ending);
}
