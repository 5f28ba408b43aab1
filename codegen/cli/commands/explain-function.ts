// `ecsgen explain integrate`: how the loop of a function runs it.
import { plan } from "../../3-plan/plan.js";
import { suggest } from "../../diagnostics/suggest.js";
import type { LoopPlan, QueryFunctionPlan } from "../../model/loop-plan.js";
import type { Context } from "../context.js";
import { exitCodes } from "../exit-codes.js";
import type { Outcome } from "../outcome.js";
import { proveProject } from "../prove-project.js";
import { UsageError } from "../usage-error.js";

/**
 * Says which form a function of the project has that is per-entity, or takes whole queries.
 * @throws UsageError when there is none of this name.
 */
export function explainFunction(name: string, context: Context): Outcome {
  const { checked, diagnostics } = proveProject(context.root);
  if (checked === undefined) return { exitCode: exitCodes.findings, diagnostics };
  const { loops, functions } = plan(checked);
  const all = [...loops, ...functions];
  const found = all.filter((each) => isNamed(each, name));
  if (found.length === 0) throw unknownFunction(name, all);
  return {
    exitCode: exitCodes.ok,
    result: `${found.map((each) => described(each, context)).join("\n\n")}\n`,
    data: { functions: found.map(dataOf) },
  };
}

/** What has a form: a loop, or a function that takes whole queries. */
type Formed = LoopPlan | QueryFunctionPlan;

function isNamed({ function: { qualified } }: Formed, name: string): boolean {
  return qualified === name || qualified.endsWith(`.${name}`);
}

function unknownFunction(name: string, all: readonly Formed[]): UsageError {
  const names = all.map(({ function: { qualified } }) => qualified);
  const short = names.map((qualified) => qualified.slice(qualified.lastIndexOf(".") + 1));
  const near = suggest(name, [...names, ...short]);
  if (near !== undefined)
    return new UsageError(`no per-entity function is called \`${name}\``, `did you mean \`${near}\`?`);
  const shown = names.slice(0, 8).map((each) => `\`${each}\``);
  const more = names.length > shown.length ? ` and ${names.length - shown.length} more` : "";
  const help = names.length === 0 ? "the project runs none yet" : `it has ${shown.join(", ")}${more}`;
  return new UsageError(`no per-entity function is called \`${name}\``, help);
}

function described(each: Formed, { out, showPath }: Context): string {
  const { function: of, form, file } = each;
  const isLoop = "terms" in each;
  const head = `${out.bold(of.qualified)}  ${out.dim(`${showPath(of.place.file)}:${of.place.line}`)}`;
  const where = `  its loop is ${showPath(file.path)}`;
  if (form.kind === "column") {
    const says = isLoop
      ? "the body stands in the loop, with columns in place of its components"
      : "its loops over rows are printed, with columns in place of components";
    return `${head}\n  form: ${out.green("column")}, ${says}\n${isLoop ? where : `  it is printed in ${showPath(file.path)}`}`;
  }
  const { why, place } = form.obstacle;
  const says = isLoop
    ? "the function is called for every entity, with a cursor for each component"
    : "the function is called, with rows that are cursors";
  return [
    head,
    `  form: ${out.yellow("cursor")}, ${says}`,
    `  it has no faster form, because it ${why}`,
    `  ${out.dim(`${showPath(place.file)}:${place.line}:${place.column}`)}`,
    ...(isLoop ? [where] : []),
  ].join("\n");
}

function dataOf(each: Formed): object {
  const { form, file } = each;
  const { qualified, place } = each.function;
  const printed = "terms" in each || form.kind === "column" ? { loop: file.path } : {};
  const common = { name: qualified, place, form: form.kind, ...printed };
  return form.kind === "column" ? common : { ...common, obstacle: form.obstacle };
}
