// One measurement in a process of its own, so that what the optimiser learns from one case or library never helps or
// harms another. The parent says what to measure, asks for a turn whenever it is this one's, and for the end of it; each
// question is answered by a number, the first one by 0 when all is prepared.
import { timing, weighing, type Effort, type Measuring } from "./measure.js";
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

let measuring: Measuring | undefined;

process.on("message", (question: Task | "turn" | "end") => {
  void answerTo(question).then((answer) => process.send?.(answer));
});

// Nobody waits for the result any more when the parent has ended.
process.once("disconnect", () => process.exit());

async function answerTo(question: Task | "turn" | "end"): Promise<number> {
  if (typeof question === "object") {
    measuring = await prepare(question);
    return 0;
  }
  if (measuring === undefined) throw new Error("nothing is prepared");
  return question === "turn" ? measuring.turn() : measuring.end();
}

async function prepare(task: Task): Promise<Measuring> {
  const { default: library } = (await import(task.library)) as { readonly default: Library };
  const make = library[task.case];
  if (make === undefined) throw new Error(`${task.library} has no case \`${task.case}\``);
  const trial = () => make(task.size);
  return task.measures === "time" ? timing(trial, task.effort) : weighing(trial);
}
