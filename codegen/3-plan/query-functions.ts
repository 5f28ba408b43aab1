// Functions that run once and take whole queries: where they go through rows by field only, their bodies are printed.
import type { Checked } from "../model/checked.js";
import type { Parameter, ViewFunction } from "../model/contract.js";
import type { RawBody } from "../model/body.js";
import type { ArgumentPlan, FunctionParameterPlan, QueryFunctionPlan } from "../model/loop-plan.js";
import type { NameRef } from "../model/plan.js";
import type { ResolvedApp } from "../model/resolution.js";
import { calledBy, type Called } from "./app.js";
import { argumentOf } from "./calls.js";
import { planForm, type ParameterPlan } from "./column-form.js";
import { outsideOf, takeNames, type LoopParts } from "./loops.js";
import { Scope } from "./names.js";
import { queryParameter } from "./row-walks.js";
import { typeText } from "./type-text.js";

/** All functions of an app that run once and take whole queries. */
export function planQueryFunctions(app: ResolvedApp, checked: Checked, parts: LoopParts): QueryFunctionPlan[] {
  const plans = calledBy(app, checked, parts.files).flatMap((called) =>
    called.body === undefined || !takesQueries(called.callable.function)
      ? []
      : [planFunction(called, called.body, parts)],
  );
  return [...new Map(plans.map((plan) => [plan.file.path, plan])).values()];
}

function takesQueries({ form, parameters }: ViewFunction): boolean {
  return form !== "entity" && parameters.some(({ source }) => source.kind === "query");
}

function planFunction({ callable, qualified, source }: Called, body: RawBody, parts: LoopParts): QueryFunctionPlan {
  const { function: called, bound, loop, rows } = callable;
  const { files } = parts;
  const taken = body.kind === "body" ? body.names : [];
  const scope = new Scope([bound.name, loop.name, ...taken]);
  const planned = called.parameters.map(({ name, source: from }): FunctionParameterPlan => {
    const local = scope.take(name);
    const argument = argumentOf(local, from, files, () => local, rows);
    const given = from.kind === "value" ? from : { optional: false, rest: false };
    const type = from.kind === "value" ? typeText(from.type, files, "unknown") : [];
    return { argument, type, optional: given.optional, rest: given.rest };
  });
  const parameters = planned.map(({ argument }, index) => parameterPlan(argument, called.parameters[index], parts));
  const names = takeNames(scope.copy());
  const returns = typeText(called.returns, files, "unknown");
  const unspoken = [returns, ...planned.map(({ type }) => type)].some(([first]) => first === "unknown");
  const why = "takes or gives a type that generated files do not spell out";
  return {
    file: { path: loop.from, source },
    name: loop.name,
    doc: called.doc,
    bound,
    parameters: planned,
    returns,
    form: unspoken
      ? { kind: "cursor", obstacle: { why, place: body.place } }
      : planForm(body, { parameters, outside: outsideOf(body, parts), taken, scope, names, perRow: false }),
    function: { qualified, place: body.place },
  };
}

/** What is copied when it is given. */
const plainTypes: ReadonlySet<string> = new Set(["number", "boolean", "string", "bigint", "Entity"]);

function parameterPlan(argument: ArgumentPlan, declared: Parameter | undefined, parts: LoopParts): ParameterPlan {
  if (argument.kind === "query") return queryParameter(argument, parts);
  const { source } = declared ?? {};
  const isPlain = source?.kind === "value" && !source.rest && plainTypes.has(source.type);
  const name = argument.name.replace(/^\.\.\./, "");
  if (isPlain) return { kind: "value", name };
  return { kind: source?.kind === "resource" ? "resource" : "local", name };
}

/** What is called in place of functions that are printed, by their names in the binding. */
export function printedFunctions(plans: readonly QueryFunctionPlan[]): ReadonlyMap<string, NameRef> {
  return new Map(
    plans.flatMap(({ form, bound, name, file }): [string, NameRef][] =>
      form.kind === "column" ? [[bound.name, { name, from: file.path }]] : [],
    ),
  );
}
