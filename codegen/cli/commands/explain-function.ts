// `ecsgen explain integrate`: how the loop of a function runs it.
import { plan } from "../../3-plan/plan.js";
import { suggest } from "../../diagnostics/suggest.js";
import type { LoopPlan } from "../../model/loop-plan.js";
import type { Context } from "../context.js";
import { exitCodes } from "../exit-codes.js";
import type { Outcome } from "../outcome.js";
import { proveProject } from "../prove-project.js";
import { UsageError } from "../usage-error.js";

/**
 * Says which form a per-entity function of the project has.
 * @throws UsageError when there is none of this name.
 */
export function explainFunction(name: string, context: Context): Outcome {
  const { checked, diagnostics } = proveProject(context.root);
  if (checked === undefined) return { exitCode: exitCodes.findings, diagnostics };
  const { loops } = plan(checked);
  const found = loops.filter((loop) => isNamed(loop, name));
  if (found.length === 0) throw unknownFunction(name, loops);
  return {
    exitCode: exitCodes.ok,
    result: `${found.map((loop) => described(loop, context)).join("\n\n")}\n`,
    data: { functions: found.map(dataOf) },
  };
}

function isNamed({ function: { qualified } }: LoopPlan, name: string): boolean {
  return qualified === name || qualified.endsWith(`.${name}`);
}

function unknownFunction(name: string, loops: readonly LoopPlan[]): UsageError {
  const names = loops.map(({ function: { qualified } }) => qualified);
  const short = names.map((qualified) => qualified.slice(qualified.lastIndexOf(".") + 1));
  const near = suggest(name, [...names, ...short]);
  if (near !== undefined)
    return new UsageError(`no per-entity function is called \`${name}\``, `did you mean \`${near}\`?`);
  const shown = names.slice(0, 8).map((each) => `\`${each}\``);
  const more = names.length > shown.length ? ` and ${names.length - shown.length} more` : "";
  const help = names.length === 0 ? "the project runs none yet" : `it has ${shown.join(", ")}${more}`;
  return new UsageError(`no per-entity function is called \`${name}\``, help);
}

function described({ function: of, form, file }: LoopPlan, { out, showPath }: Context): string {
  const head = `${out.bold(of.qualified)}  ${out.dim(`${showPath(of.place.file)}:${of.place.line}`)}`;
  const loop = `  its loop is ${showPath(file.path)}`;
  if (form.kind === "column") {
    return `${head}\n  form: ${out.green("column")}, the body stands in the loop, with columns in place of its components\n${loop}`;
  }
  const { why, place } = form.obstacle;
  const where = `${showPath(place.file)}:${place.line}:${place.column}`;
  return [
    head,
    `  form: ${out.yellow("cursor")}, the function is called for every entity, with a cursor for each component`,
    `  it has no faster form, because it ${why}`,
    `  ${out.dim(where)}`,
    loop,
  ].join("\n");
}

function dataOf({ function: of, form, file }: LoopPlan): object {
  const { qualified, place } = of;
  const common = { name: qualified, place, form: form.kind, loop: file.path };
  return form.kind === "column" ? common : { ...common, obstacle: form.obstacle };
}
