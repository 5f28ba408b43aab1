import { readProject, ReadRecall } from "./1-read/read-project.js";
import type { ReadHost } from "./1-read/read-host.js";
import { check, CheckRecall } from "./2-check/check.js";
import { plan, PlanRecall } from "./3-plan/plan.js";
import { emit, EmitRecall } from "./4-emit/emit.js";
import { makeTypeOracle, type TypeOracle } from "./compiler/type-oracle.js";
import { makeReporter } from "./diagnostics/collector.js";
import type { Diagnostic } from "./diagnostics/diagnostic.js";
import { withoutEchoes } from "./diagnostics/echoes.js";
import { inOrder } from "./diagnostics/order.js";
import type { Checked } from "./model/checked.js";
import type { GeneratedFile } from "./model/generated-file.js";
import type { RawProject } from "./model/raw.js";

/** What is told when a stage begins. */
export type OnStage = (stage: "read" | "check" | "plan" | "emit") => void;

/** A project as the first two stages see it. */
export interface Proven {
  readonly raw: RawProject;
  /** Sorted by place. */
  readonly diagnostics: readonly Diagnostic[];
  /** Undefined when there are errors. */
  readonly checked: Checked | undefined;
  /** The same as if its stubs were written; undefined when there are other errors. */
  readonly draft: Checked | undefined;
}

/** What a session keeps from round to round, so that only what changed is computed again. */
export class Recalls {
  readonly read = new ReadRecall();
  readonly check = new CheckRecall();
  readonly plan = new PlanRecall();
  readonly emit = new EmitRecall();
}

/** Reads and checks the project at a root folder (absolute, with `/`). The result is the same with and without `recalls`. */
export function prove(
  root: string,
  host: ReadHost,
  onStage: OnStage = () => undefined,
  types: TypeOracle = makeTypeOracle(root),
  recalls?: Recalls,
): Proven {
  onStage("read");
  const { raw, diagnostics, program } = readProject(root, host, recalls?.read);
  // What else is found may only follow from what the parser could not make sense of.
  const broken = inOrder(diagnostics.filter(({ code }) => code === "ECS1001"));
  if (broken.length > 0) return { raw, diagnostics: broken, checked: undefined, draft: undefined };
  onStage("check");
  const reporter = makeReporter();
  const checked = check(raw, types, program, reporter, recalls?.check);
  const all = inOrder([...diagnostics, ...withoutEchoes(diagnostics, reporter.diagnostics)]);
  const errors = all.filter(({ severity }) => severity === "error");
  const draft = errors.every(({ code }) => code === "ECS3012") ? checked : undefined;
  return { raw, diagnostics: all, checked: errors.length === 0 ? checked : undefined, draft };
}

/** Makes the text of every generated file of a proven project. */
export function print(checked: Checked, onStage: OnStage = () => undefined, recalls?: Recalls): GeneratedFile[] {
  onStage("plan");
  const planned = plan(checked, recalls?.plan);
  onStage("emit");
  return emit(planned, recalls?.emit);
}
