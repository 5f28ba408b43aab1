// The facades through which an app's own code calls Views.
import { alone, recalled, type Recall } from "../memo/recall.js";
import type { Checked } from "../model/checked.js";
import type { CoreContract, Feature, Parameter, ViewFunction } from "../model/contract.js";
import type { CorePlan, FacadeFunction, FacadeParameter, FeaturePlan } from "../model/plan.js";
import { planCall, unfiltered } from "./calls.js";
import { withNotes } from "./docs.js";
import type { CallGrounds } from "./grounds.js";
import type { Files } from "./layout-of-files.js";
import { Scope, camel, compareText, pascal, simpleName } from "./names.js";
import { typeText } from "./type-text.js";
import type { FilePlan, NameRef } from "../model/name-ref.js";

/** Facades of earlier rounds of a session. */
export type FacadeRecall = Recall<CoreContract, CorePlan>;

/** The cores of an app with the features that it requires; in a library, all cores with all features. */
export function planCores(
  { app, contract }: Checked,
  files: Files,
  grounds: CallGrounds,
  recall?: FacadeRecall,
): CorePlan[] {
  const byName = [...contract.cores].sort((a, b) => compareText(a.name, b.name));
  const around = { ...alone, questions: grounds };
  return byName.flatMap((core): CorePlan[] => {
    const used = app?.cores.find((candidate) => candidate.core === core.name);
    if (app !== undefined && used === undefined) return [];
    const modules = used && new Map(used.features.map(({ feature, module }) => [feature, module]));
    const parts: CoreParts = {
      core,
      file: { path: files.core(core.name).from, source: files.sourceOfCore(core) },
      modules,
    };
    return [recalled(recall, core, [parts.file, modules], around, (questions) => planCore(parts, questions))];
  });
}

interface CoreParts {
  readonly core: CoreContract;
  readonly file: FilePlan;
  /** The modules of the features that an app requires; undefined in a library. */
  readonly modules: ReadonlyMap<string, string> | undefined;
}

function planCore({ core, file, modules }: CoreParts, grounds: CallGrounds): CorePlan {
  return {
    file,
    name: pascal(core.name),
    key: core.name,
    doc: core.doc,
    features: core.features
      .filter(({ name }) => modules === undefined || modules.has(name))
      .sort((a, b) => compareText(a.name, b.name))
      .map((feature) => planFeature(core, feature, modules?.get(feature.name), grounds)),
  };
}

function planFeature(
  core: CoreContract,
  feature: Feature,
  module: string | undefined,
  grounds: CallGrounds,
): FeaturePlan {
  const { view } = feature;
  const members = new Scope(view.functions.map((called) => called.name));
  const world = members.take("world");
  const parts: FeatureParts = { core: core.name, feature: feature.name, view: grounds.author(view.name), members };
  return {
    name: `${pascal(core.name)}${pascal(feature.name)}`,
    key: feature.name,
    doc: feature.doc === "" ? view.doc : feature.doc,
    view: view.name,
    id: view.id,
    apiVersion: view.apiVersion,
    module,
    world,
    functions: module === undefined ? [] : view.functions.map((called) => planFunction(called, parts, grounds)),
  };
}

interface FeatureParts {
  readonly core: string;
  readonly feature: string;
  /** The author's. */
  readonly view: NameRef | undefined;
  readonly members: Scope;
}

function planFunction(
  called: ViewFunction,
  { core, feature, view, members }: FeatureParts,
  grounds: CallGrounds,
): FacadeFunction {
  const callable = grounds.ofView(core, feature, called.name);
  const prefix = called.form === "entity" ? `${called.name}Query` : called.name;
  const bound = new Set(called.typeParameters.map(nameOfTypeParameter));
  const lastRequired = lastIndexOf(called, ({ source }) => source.kind === "value" && !source.optional);
  const parameters = called.parameters.map(({ name, source }, index): FacadeParameter | undefined => {
    if (source.kind !== "value") return undefined;
    const optional = source.optional && index > lastRequired;
    const fallback = view === undefined ? "never" : [`Parameters<`, view, `["${called.name}"]>[${index}]`];
    return { name, type: typeText(source.type, grounds, fallback, bound), optional, rest: source.rest };
  });
  const returned = view === undefined ? "never" : ["ReturnType<", view, `["${called.name}"]>`];
  return {
    name: called.name,
    doc: withNotes(called.doc, [entitiesNote(called)]),
    typeParameters: called.typeParameters.map((text) => typeText(text, grounds, text, bound)),
    parameters: parameters.filter((parameter) => parameter !== undefined),
    returns: typeText(called.returns, grounds, returned, bound),
    call: planCall(callable, prefix, unfiltered, grounds, members),
  };
}

function lastIndexOf({ parameters }: ViewFunction, test: (parameter: Parameter) => boolean): number {
  return parameters.reduce((last, parameter, index) => (test(parameter) ? index : last), -1);
}

/** `const Types extends …` → `Types`. */
function nameOfTypeParameter(text: string): string {
  return /^(?:const )?([\w$]+)/.exec(text)?.[1] ?? text;
}

function entitiesNote(called: ViewFunction): string | undefined {
  if (called.form !== "entity") return undefined;
  const keys = called.parameters
    .map(({ source }) => source)
    .filter((source) => source.kind === "component")
    .filter(({ optional }) => !optional)
    .map(({ component }) => camel(simpleName(component)));
  if (keys.length === 0) return "Runs for every entity.";
  const last = keys.at(-1) ?? "";
  const list = keys.length === 1 ? last : `${keys.slice(0, -1).join(", ")} and ${last}`;
  return `Runs for every entity with ${list}.`;
}
