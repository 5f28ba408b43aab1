// One measurement in a process of its own, so that what the optimiser learns from one case or library never helps or
// harms another. The parent hands over what to measure, and gets a `Measurement`.
import { measureMemory, measureTime, type Effort, type Measurement } from "./measure.js";
import type { Library } from "./trial.js";

/** What to measure. */
export interface Task {
  /** The address of the module whose default export is the library. */
  readonly library: string;
  readonly case: string;
  readonly measures: "time" | "memory";
  readonly size: number;
  readonly effort: Effort;
}

process.once("message", (task: Task) => {
  void measure(task).then((measurement) => process.send?.(measurement));
});

// Nobody waits for the result any more when the parent has ended.
process.once("disconnect", () => process.exit());

async function measure(task: Task): Promise<Measurement> {
  const { default: library } = (await import(task.library)) as { readonly default: Library };
  const make = library[task.case];
  if (make === undefined) throw new Error(`${task.library} has no case \`${task.case}\``);
  const trial = () => make(task.size);
  return task.measures === "time" ? measureTime(trial, task.effort) : measureMemory(trial);
}
