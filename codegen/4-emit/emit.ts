import type { GeneratedFile } from "../model/generated-file.js";
import type { Plan } from "../model/plan.js";
import { emitBinding } from "./binding.js";
import { emitBundle } from "./bundle.js";
import { emitComponent } from "./component.js";
import { emitContract } from "./contract.js";
import { emitEntry } from "./entry.js";
import { emitLoop } from "./loop.js";
import { compareText } from "./print/source-file.js";
import { emitEvent, emitModel, emitResource } from "./record.js";
import { emitRelation } from "./relation.js";
import { emitSchedule } from "./schedule.js";
import { emitValidator } from "./validator.js";
import { emitViews } from "./view.js";
import { emitWorld } from "./world.js";

/** Prints a plan: every file that `ecsgen` owns but the manifest, sorted by path. */
export function emit(plan: Plan): GeneratedFile[] {
  return [
    ...plan.components.map(emitComponent),
    ...plan.relations.map(emitRelation),
    ...plan.resources.map(emitResource),
    ...plan.events.map(emitEvent),
    ...plan.models.map(emitModel),
    ...plan.bundles.map(emitBundle),
    ...plan.validators.map(emitValidator),
    ...plan.loops.map(emitLoop),
    ...plan.cores.map(emitViews),
    ...(plan.schedule === undefined ? [] : [emitSchedule(plan.schedule)]),
    ...(plan.binding === undefined ? [] : [emitBinding(plan.binding)]),
    ...(plan.world === undefined ? [] : [emitWorld(plan.world)]),
    emitEntry(plan.index),
    emitContract(plan.contract),
  ].sort((a, b) => compareText(a.path, b.path));
}
