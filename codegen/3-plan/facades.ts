// The facades through which an app's own code calls Views.
import type { Checked } from "../model/checked.js";
import type { CoreContract, Feature, Parameter, ViewFunction } from "../model/contract.js";
import type { CorePlan, FacadeFunction, FacadeParameter, FeaturePlan, NameRef } from "../model/plan.js";
import { viewCallable } from "./app.js";
import { planCall, unfiltered } from "./calls.js";
import { withNotes } from "./docs.js";
import type { Files } from "./layout-of-files.js";
import { Scope, camel, compareText, pascal, simpleName } from "./names.js";
import { typeText } from "./type-text.js";

/** The cores of an app with the features that it requires; in a library, all cores with all features. */
export function planCores(checked: Checked, files: Files): CorePlan[] {
  const { app, contract } = checked;
  const byName = [...contract.cores].sort((a, b) => compareText(a.name, b.name));
  return byName.flatMap((core): CorePlan[] => {
    const used = app?.cores.find((candidate) => candidate.core === core.name);
    if (app !== undefined && used === undefined) return [];
    const modules = new Map(used?.features.map(({ feature, module }) => [feature, module]));
    const features = core.features.filter((feature) => app === undefined || modules.has(feature.name));
    return [planCore(core, features, modules, checked, files)];
  });
}

function planCore(
  core: CoreContract,
  features: readonly Feature[],
  modules: ReadonlyMap<string, string>,
  checked: Checked,
  files: Files,
): CorePlan {
  const { name, from } = files.core(core.name);
  return {
    file: { path: from, source: files.sourceOfCore(core) },
    name,
    key: core.name,
    doc: core.doc,
    features: [...features]
      .sort((a, b) => compareText(a.name, b.name))
      .map((feature) => planFeature(core, feature, modules.get(feature.name), checked, files)),
  };
}

function planFeature(
  core: CoreContract,
  feature: Feature,
  module: string | undefined,
  checked: Checked,
  files: Files,
): FeaturePlan {
  const { view } = feature;
  const author = checked.sources.symbols.get(view.name);
  const ref = author === undefined ? undefined : { name: author.name, from: author.file };
  const members = new Scope(view.functions.map((called) => called.name));
  return {
    name: `${pascal(core.name)}${pascal(feature.name)}`,
    key: feature.name,
    doc: feature.doc === "" ? view.doc : feature.doc,
    view: view.name,
    id: view.id,
    apiVersion: view.apiVersion,
    module,
    world: members.take("world"),
    functions:
      module === undefined
        ? []
        : view.functions.map((called) => planFunction(core, feature, called, ref, files, members)),
  };
}

function planFunction(
  core: CoreContract,
  feature: Feature,
  called: ViewFunction,
  view: NameRef | undefined,
  files: Files,
  members: Scope,
): FacadeFunction {
  const callable = viewCallable(core.name, feature.name, called, files);
  const prefix = called.form === "entity" ? `${called.name}Query` : called.name;
  const bound = new Set(called.typeParameters.map(nameOfTypeParameter));
  const lastRequired = lastIndexOf(called, ({ source }) => source.kind === "value" && !source.optional);
  const parameters = called.parameters.flatMap(({ name, source }, index): FacadeParameter[] => {
    if (source.kind !== "value") return [];
    const optional = source.optional && index > lastRequired;
    const fallback = view === undefined ? "never" : [`Parameters<`, view, `["${called.name}"]>[${index}]`];
    return [{ name, type: typeText(source.type, files, fallback, bound), optional, rest: source.rest }];
  });
  const returned = view === undefined ? "never" : ["ReturnType<", view, `["${called.name}"]>`];
  return {
    name: called.name,
    doc: withNotes(called.doc, [entitiesNote(called)]),
    typeParameters: called.typeParameters.map((text) => typeText(text, files, text, bound)),
    parameters,
    returns: typeText(called.returns, files, returned, bound),
    call: planCall(callable, prefix, unfiltered, files, members),
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
  const keys = called.parameters.flatMap(({ source }) =>
    source.kind === "component" && !source.optional ? [camel(simpleName(source.component))] : [],
  );
  if (keys.length === 0) return "Runs for every entity.";
  const last = keys.at(-1) ?? "";
  const list = keys.length === 1 ? last : `${keys.slice(0, -1).join(", ")} and ${last}`;
  return `Runs for every entity with ${list}.`;
}
