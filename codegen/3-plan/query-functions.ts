// Functions that run once and take whole queries: where they go through rows by field only, their bodies are printed.
import { alone, recalled, type Recall } from "../memo/recall.js";
import type { Parameter, ViewFunction } from "../model/contract.js";
import type { RawBody } from "../model/body.js";
import type { ArgumentPlan, FunctionParameterPlan, QueryFunctionPlan } from "../model/loop-plan.js";
import type { Called } from "./callables.js";
import { argumentOf } from "./calls.js";
import type { ParameterPlan } from "./column-context.js";
import { obstacle } from "../model/obstacles.js";
import { planForm } from "./column-form.js";
import type { FunctionGrounds } from "./grounds.js";
import { namesOf } from "./body-names.js";
import { takeNames } from "./loops.js";
import { Scope } from "./names.js";
import { queryParameter } from "./row-walks.js";
import { typeText } from "./type-text.js";
import type { NameRef } from "../model/name-ref.js";

/** Functions of earlier rounds of a session. */
export type QueryFunctionRecall = Recall<RawBody, QueryFunctionPlan>;

/** All functions of an app that run once and take whole queries. */
export function planQueryFunctions(
  called: readonly Called[],
  grounds: FunctionGrounds,
  recall?: QueryFunctionRecall,
): QueryFunctionPlan[] {
  const around = { ...alone, questions: grounds };
  const plans = called.flatMap(({ body, ...one }) => {
    if (body === undefined || !takesQueries(one.callable.function)) return [];
    return [recalled(recall, body, [one], around, (questions) => planFunction({ ...one, body }, questions))];
  });
  return [...new Map(plans.map((plan) => [plan.file.path, plan])).values()];
}

function takesQueries({ form, parameters }: ViewFunction): boolean {
  return form !== "entity" && parameters.some(({ source }) => source.kind === "query");
}

function planFunction(
  { callable, qualified, source, body }: Called & { readonly body: RawBody },
  grounds: FunctionGrounds,
): QueryFunctionPlan {
  const { function: called, bound, loop, rows } = callable;
  const named = namesOf(body, [], grounds);
  const scope = new Scope([bound.name, loop.name, ...named.taken]);
  const planned = called.parameters.map(({ name, source: from }): FunctionParameterPlan => {
    const local = scope.take(name);
    const argument = argumentOf(local, from, grounds, () => local, rows);
    const given = from.kind === "value" ? from : { optional: false, rest: false };
    const type = from.kind === "value" ? typeText(from.type, grounds, "unknown") : [];
    return { argument, type, optional: given.optional, rest: given.rest };
  });
  const parameters = planned.map(({ argument }, index) => parameterPlan(argument, called.parameters[index], grounds));
  const names = takeNames(scope.copy());
  const returns = typeText(called.returns, grounds, "unknown");
  const unspoken = [returns, ...planned.map(({ type }) => type)].some(([first]) => first === "unknown");
  return {
    file: { path: loop.from, source },
    name: loop.name,
    doc: called.doc,
    bound,
    parameters: planned,
    returns,
    form: unspoken
      ? { kind: "cursor", obstacle: obstacle("unspoken", body.place) }
      : planForm(body, {
          parameters,
          author: named,
          scope,
          names,
          perRow: false,
        }),
    function: { qualified, place: body.place },
  };
}

/** What is copied when it is given. */
const plainTypes: ReadonlySet<string> = new Set(["number", "boolean", "string", "bigint", "Entity"]);

function parameterPlan(
  argument: ArgumentPlan,
  declared: Parameter | undefined,
  grounds: FunctionGrounds,
): ParameterPlan {
  if (argument.kind === "query") return queryParameter(argument, grounds);
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
