// `ecsgen explain integrate`: how a scheduled function is run, and what it touches.
import { plan } from "../../3-plan/plan.js";
import { suggest } from "../../diagnostics/suggest.js";
import type { LoopPlan } from "../../model/loop-plan.js";
import type { Context } from "../context.js";
import { exitCodes } from "../exit-codes.js";
import { accessWords, projectGraph, type GraphAccess } from "../graph/project-graph.js";
import type { Outcome } from "../outcome.js";
import { proveProject } from "../prove-project.js";
import { UsageError } from "../usage-error.js";

/** A function of the project: with its loop when it runs for every entity, with its access when it is scheduled. */
interface Explained {
  readonly name: string;
  readonly loop: LoopPlan | undefined;
  readonly access: GraphAccess | undefined;
}

/**
 * Says which form a function of the project has, and what it touches.
 * @throws UsageError when there is none of this name.
 */
export function explainFunction(name: string, context: Context): Outcome {
  const { checked, diagnostics } = proveProject(context.root);
  if (checked === undefined) return { exitCode: exitCodes.findings, diagnostics };
  const { loops } = plan(checked);
  const accesses = new Map(projectGraph(checked).schedule.map(({ run, access }) => [run, access]));
  const ofLoops = loops.map((loop): Explained => ({
    name: loop.function.qualified,
    loop,
    access: accesses.get(loop.function.qualified),
  }));
  const others = [...accesses].filter(([run]) => !ofLoops.some((explained) => explained.name === run));
  const all = [...ofLoops, ...others.map(([run, access]): Explained => ({ name: run, loop: undefined, access }))];
  const found = all.filter((explained) => isNamed(explained, name));
  if (found.length === 0) throw unknownFunction(name, all);
  return {
    exitCode: exitCodes.ok,
    result: `${found.map((explained) => described(explained, context)).join("\n\n")}\n`,
    data: { functions: found.map(dataOf) },
  };
}

function isNamed({ name: qualified }: Explained, name: string): boolean {
  return qualified === name || qualified.endsWith(`.${name}`);
}

function unknownFunction(name: string, all: readonly Explained[]): UsageError {
  const names = all.map((explained) => explained.name);
  const short = names.map((qualified) => qualified.slice(qualified.lastIndexOf(".") + 1));
  const near = suggest(name, [...names, ...short]);
  const message = `no function that a step runs, or that runs for every entity, is called \`${name}\``;
  if (near !== undefined) return new UsageError(message, `did you mean \`${near}\`?`);
  const shown = names.slice(0, 8).map((each) => `\`${each}\``);
  const more = names.length > shown.length ? ` and ${names.length - shown.length} more` : "";
  const help = names.length === 0 ? "the project runs none yet" : `it has ${shown.join(", ")}${more}`;
  return new UsageError(message, help);
}

function described({ name, loop, access }: Explained, context: Context): string {
  const { out, showPath } = context;
  const place = loop?.function.place;
  const where = place === undefined ? "" : `  ${out.dim(`${showPath(place.file)}:${place.line}`)}`;
  const form = loop === undefined ? ["  it is called once, not for every entity"] : formLines(loop, context);
  const touched = access === undefined ? [] : accessWords(access).map((words) => `  ${words}`);
  return [`${out.bold(name)}${where}`, ...form, ...touched].join("\n");
}

function formLines({ form, file }: LoopPlan, { out, showPath }: Context): string[] {
  const loop = `  its loop is ${showPath(file.path)}`;
  if (form.kind === "column") {
    return [
      `  form: ${out.green("column")}, the body stands in the loop, with columns in place of its components`,
      loop,
    ];
  }
  const { why, place } = form.obstacle;
  return [
    `  form: ${out.yellow("cursor")}, the function is called for every entity, with a cursor for each component`,
    `  it has no faster form, because it ${why}`,
    `  ${out.dim(`${showPath(place.file)}:${place.line}:${place.column}`)}`,
    loop,
  ];
}

function dataOf({ name, loop, access }: Explained): object {
  if (loop === undefined) return { name, form: "once", access };
  const { function: of, form, file } = loop;
  const common = { name, place: of.place, form: form.kind, loop: file.path, access };
  return form.kind === "column" ? common : { ...common, obstacle: form.obstacle };
}
