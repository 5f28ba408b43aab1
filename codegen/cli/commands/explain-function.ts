// `ecsgen explain integrate`: where a function is, how it is run, and what it touches.
import { ownCalls } from "../../3-plan/layout-of-files.js";
import { plan } from "../../3-plan/plan.js";
import { suggest } from "../../diagnostics/suggest.js";
import type { Checked } from "../../model/checked.js";
import type { LoopPlan, QueryFunctionPlan } from "../../model/loop-plan.js";
import type { Place } from "../../model/place.js";
import { symbolKey } from "../../model/symbol.js";
import type { Context } from "../context.js";
import { exitCodes } from "../exit-codes.js";
import { accessWords, projectGraph, type GraphAccess } from "../graph/project-graph.js";
import type { Outcome } from "../outcome.js";
import { proveProject } from "../prove-project.js";
import { UsageError } from "../usage-error.js";

/** What has a form: the loop of a function that runs for every entity, or a function that takes whole queries. */
type Formed = LoopPlan | QueryFunctionPlan;

/** A function of the app: with what has a form, and with its access when a step runs it. */
interface Explained {
  readonly name: string;
  readonly place: Place;
  readonly formed: Formed | undefined;
  readonly access: GraphAccess | undefined;
}

/**
 * Says which form a function of the project has, and what it touches.
 * @throws UsageError when there is none of this name.
 */
export function explainFunction(name: string, context: Context): Outcome {
  const { checked, diagnostics } = proveProject(context.root);
  if (checked === undefined) return { exitCode: exitCodes.findings, diagnostics };
  const all = explainAll(checked);
  const found = all.filter((explained) => isNamed(explained, name));
  if (found.length === 0) throw unknownFunction(name, all);
  return {
    exitCode: exitCodes.ok,
    result: `${found.map((explained) => described(explained, context)).join("\n\n")}\n`,
    data: { functions: found.map(dataOf) },
  };
}

function explainAll(checked: Checked): Explained[] {
  const { loops, functions } = plan(checked);
  const accesses = new Map(projectGraph(checked).schedule.map(({ run, access }) => [run, access]));
  const withForms = [...loops, ...functions].map((formed): Explained => {
    const { qualified: name, place } = formed.function;
    return { name, place, formed, access: accesses.get(name) };
  });
  const others = placesOf(checked).filter(([name]) => !withForms.some((explained) => explained.name === name));
  return [
    ...withForms,
    ...others.map(([name, place]): Explained => ({ name, place, formed: undefined, access: accesses.get(name) })),
  ];
}

/** Where the functions of an app are: those of Views that it uses, and its own. */
function placesOf({ app }: Checked): (readonly [name: string, place: Place])[] {
  if (app === undefined) return [];
  const ofViews = app.cores.flatMap(({ core, features }) =>
    features.flatMap(({ feature, functions }) =>
      functions.map(({ name, body }) => [`${core}.${feature}.${name}`, body.place] as const),
    ),
  );
  const names = new Map(ownCalls(app).map(({ name, symbol }) => [symbolKey(symbol), name]));
  return [
    ...ofViews,
    ...[...app.bodies].map(([key, { place }]) => [names.get(key) ?? simpleName(key), place] as const),
  ];
}

function isNamed({ name: qualified }: Explained, name: string): boolean {
  return qualified === name || simpleName(qualified) === name || qualified.endsWith(`.${name}`);
}

/** `integrate` of `motion.integration.integrate`, `move` of `ships/move.ts#move`. */
function simpleName(qualified: string): string {
  return qualified.replace(/^.*[.#]/, "");
}

function unknownFunction(name: string, all: readonly Explained[]): UsageError {
  const names = all.map((explained) => explained.name);
  const short = names.map(simpleName);
  const near = suggest(name, [...names, ...short]);
  const message = `no function of the app is called \`${name}\``;
  if (near !== undefined) return new UsageError(message, `did you mean \`${near}\`?`);
  const shown = names.slice(0, 8).map((each) => `\`${each}\``);
  const more = names.length > shown.length ? ` and ${names.length - shown.length} more` : "";
  const help = names.length === 0 ? "it has none yet" : `it has ${shown.join(", ")}${more}`;
  return new UsageError(message, help);
}

function described({ name, place, formed, access }: Explained, context: Context): string {
  const { out, showPath } = context;
  const where = `  ${out.dim(`${showPath(place.file)}:${place.line}`)}`;
  const once = access === undefined ? "  no step runs it, others call it" : "  it is called once, not for every entity";
  const form = formed === undefined ? [once] : formLines(formed, context);
  const touched = access === undefined ? [] : accessWords(access).map((words) => `  ${words}`);
  return [`${out.bold(name)}${where}`, ...form, ...touched].join("\n");
}

function formLines(formed: Formed, { out, showPath }: Context): string[] {
  const { form, file } = formed;
  const isLoop = "terms" in formed;
  const printed = isLoop ? `  its loop is ${showPath(file.path)}` : `  it is printed in ${showPath(file.path)}`;
  if (form.kind === "column") {
    const says = isLoop
      ? "the body stands in the loop, with columns in place of its components"
      : "it is called once; its loops over rows have columns in place of components";
    return [`  form: ${out.green("column")}, ${says}`, printed];
  }
  const { why, help, place } = form.obstacle;
  const says = isLoop
    ? "the function is called for every entity, with a cursor for each component"
    : "it is called once, with rows that are cursors";
  return [
    `  form: ${out.yellow("cursor")}, ${says}`,
    `  it has no faster form, because it ${why}`,
    `  ${out.dim(`${showPath(place.file)}:${place.line}:${place.column}`)}`,
    `  ${out.green("help:")} ${help}`,
    ...(isLoop ? [printed] : []),
  ];
}

function dataOf({ name, place, formed, access }: Explained): object {
  if (formed === undefined) return { name, place, form: access === undefined ? "call" : "once", access };
  const { form, file } = formed;
  const printed = "terms" in formed || form.kind === "column" ? { loop: file.path } : {};
  const common = { name, place, form: form.kind, ...printed, access };
  return form.kind === "column" ? common : { ...common, obstacle: form.obstacle };
}
