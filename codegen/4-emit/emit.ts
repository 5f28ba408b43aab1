import { alone, recalled, Recall } from "../memo/recall.js";
import type { GeneratedFile } from "../model/generated-file.js";
import type { ImportEnding } from "../model/import-ending.js";
import type { Plan } from "../model/plan.js";
import { emitBinding } from "./binding.js";
import { emitBundle } from "./bundle.js";
import { emitComponent } from "./component.js";
import { emitContract, type ContractRecall } from "./contract.js";
import { emitEntry } from "./entry.js";
import { emitLoop } from "./loop.js";
import { compareText } from "./print/source-file.js";
import { emitEvent, emitModel, emitResource } from "./record.js";
import { emitQueryFunction, isPrinted } from "./query-function.js";
import { emitQueryRows } from "./query-rows.js";
import { emitReflection, type NotesRecall } from "./reflection.js";
import { emitRelation } from "./relation.js";
import { emitSchedule } from "./schedule.js";
import { emitShuffle } from "./shuffle.js";
import { emitValidators } from "./validators.js";
import { emitViews } from "./view.js";
import { emitWorld } from "./world.js";

/** What was printed in earlier rounds of a session: files by the parts of the plan, each of which has one emitter. */
export class EmitRecall {
  readonly files = new Recall<object, GeneratedFile>();
  readonly notes: NotesRecall = new Recall();
  readonly contract: ContractRecall = new Recall();
}

type Emitter<Part> = (part: Part, ending: ImportEnding) => GeneratedFile;

/** Prints a plan: every file that `ecsgen` owns but the manifest, sorted by path. */
export function emit(plan: Plan, recall?: EmitRecall): GeneratedFile[] {
  const { ending } = plan;
  const print = <T extends object>(emitter: Emitter<T>, parts: readonly T[]): GeneratedFile[] =>
    parts.map((part) => recalled(recall?.files, part, [ending], alone, () => emitter(part, ending)));
  return [
    ...print(emitComponent, plan.components),
    ...print(emitRelation, plan.relations),
    ...print(emitResource, plan.resources),
    ...print(emitEvent, plan.events),
    ...print(emitModel, plan.models),
    ...print(emitBundle, plan.bundles),
    ...print(emitValidators, plan.validators),
    ...print(emitLoop, plan.loops),
    ...print(emitQueryRows, plan.queries),
    ...print(emitQueryFunction, plan.functions.filter(isPrinted)),
    ...print(emitViews, plan.cores),
    ...print(emitSchedule, plan.schedule === undefined ? [] : [plan.schedule]),
    ...print(emitShuffle, plan.shuffle === undefined ? [] : [plan.shuffle]),
    ...print(emitBinding, plan.binding === undefined ? [] : [plan.binding]),
    ...print(
      (part) => emitReflection(part, ending, recall?.notes),
      plan.reflection === undefined ? [] : [plan.reflection],
    ),
    ...print(emitWorld, plan.world === undefined ? [] : [plan.world]),
    ...print(emitEntry, [plan.index]),
    emitContract(plan.contract, recall?.contract),
  ].sort((a, b) => compareText(a.path, b.path));
}
