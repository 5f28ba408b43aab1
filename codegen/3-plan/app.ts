// What only an app has: the binding and the loops.
import { symbolKey } from "../model/symbol-key.js";
import type { RawBody } from "../model/body.js";
import type { Checked } from "../model/checked.js";
import type { CoreContract, Feature, ViewFunction } from "../model/contract.js";
import type { BindingPlan, BoundFunction, NameRef, ProofPlan } from "../model/plan.js";
import type { ResolvedApp, ResolvedCall } from "../model/resolution.js";
import type { Callable } from "./calls.js";
import { ownCalls, ownFunctions, type Files } from "./layout-of-files.js";
import { compareText } from "./names.js";

const configuration = "ecsgen.config.ts";

/** A function of a View that the app has. */
export function viewCallable(core: string, feature: string, called: ViewFunction, files: Files): Callable {
  const bound = files.viewFunction(core, feature, called.name);
  const words = [feature, called.name];
  return {
    function: called,
    bound,
    loop: files.loop(bound, core, words),
    rows: (parameter) => files.rows(bound, core, words, parameter),
  };
}

/** A function that the schedule calls. */
export function runCallable(run: ResolvedCall, checked: Checked, files: Files): Callable {
  if (run.kind === "view") {
    const { core, feature, function: name } = run;
    return viewCallable(core, feature, viewFunction(checked, core, feature, name), files);
  }
  const bound = files.appFunction(run.symbol);
  const word = bound.name.replace(/^app/, "");
  return {
    function: run.signature,
    bound,
    loop: files.loop(bound, "app", [word]),
    rows: (parameter) => files.rows(bound, "app", [word], parameter),
  };
}

function viewFunction(checked: Checked, core: string, feature: string, name: string): ViewFunction {
  const found = featureOf(checked, core, feature)?.view.functions.find((candidate) => candidate.name === name);
  if (found === undefined) throw new Error(`the contract has no function \`${core}.${feature}.${name}\``);
  return found;
}

/** A feature by name. */
export function featureOf(checked: Checked, core: string, feature: string): Feature | undefined {
  return coreOf(checked, core)?.features.find((candidate) => candidate.name === feature);
}

/** A core by name. */
export function coreOf(checked: Checked, core: string): CoreContract | undefined {
  return checked.contract.cores.find((candidate) => candidate.name === core);
}

/** A function of the app, with what it is called. */
export interface Called {
  readonly callable: Callable;
  /** `motion.integration.integrate`; of an app's own function, its name. */
  readonly qualified: string;
  /** The author's file that says what it takes. */
  readonly source: string;
  readonly body: RawBody | undefined;
}

/** All functions that an app has: those of Views that it uses, then its own. */
export function calledBy(app: ResolvedApp, checked: Checked, files: Files): Called[] {
  const ofViews = app.cores.flatMap(({ core, features }) => {
    const contract = coreOf(checked, core);
    const source = contract === undefined ? configuration : files.sourceOfCore(contract);
    return features.flatMap(({ feature, functions }) =>
      (featureOf(checked, core, feature)?.view.functions ?? []).map((called): Called => {
        const callable = viewCallable(core, feature, called, files);
        const body = functions.find(({ name }) => name === called.name)?.body;
        return { callable, qualified: `${core}.${feature}.${called.name}`, source, body };
      }),
    );
  });
  const own = ownCalls(app).map((call): Called => ({
    callable: runCallable(call, checked, files),
    qualified: call.symbol.name,
    source: call.symbol.file,
    body: app.bodies.get(symbolKey(call.symbol)),
  }));
  return [...ofViews, ...own];
}

/** The functions of the app, by the names that the binding gives them. */
export function boundFunctions(app: ResolvedApp, checked: Checked, files: Files): BoundFunction[] {
  const ofViews = app.cores.flatMap(({ core, features }) =>
    features.flatMap(({ feature, functions }) =>
      functions.map(({ name, symbol, shorter }): BoundFunction => {
        const view = shorter ? viewOf(checked, core, feature) : undefined;
        return {
          name: files.viewFunction(core, feature, name).name,
          symbol: { name: symbol.name, from: symbol.file },
          as: view && { view, function: name },
        };
      }),
    ),
  );
  const own = ownFunctions(app).map((symbol): BoundFunction => ({
    name: files.appFunction(symbol).name,
    symbol: { name: symbol.name, from: symbol.file },
    as: undefined,
  }));
  return [...new Map([...ofViews, ...own].map((bound) => [bound.name, bound])).values()];
}

/** The file that joins the contract and the system modules. `functions` are what other files take from it. */
export function planBinding(
  app: ResolvedApp,
  checked: Checked,
  functions: readonly BoundFunction[],
  files: Files,
): BindingPlan {
  return {
    file: { path: files.at("binding.ts"), source: configuration },
    functions: [...functions].sort(
      (a, b) => compareText(a.symbol.from, b.symbol.from) || compareText(a.symbol.name, b.symbol.name),
    ),
    proofs: planProofs(app, checked),
    modules: [...new Set(app.cores.flatMap(({ features }) => features.map(({ module }) => module)))].sort(compareText),
  };
}

/** The author's View of a feature. */
function viewOf(checked: Checked, core: string, feature: string): NameRef | undefined {
  const view = checked.sources.symbols.get(featureOf(checked, core, feature)?.view.name ?? "");
  return view && { name: view.name, from: view.file };
}

function planProofs(app: ResolvedApp, checked: Checked): ProofPlan[] {
  return app.cores.flatMap(({ core, features }) =>
    features.flatMap(({ feature, functions }): ProofPlan[] => {
      const view = viewOf(checked, core, feature);
      if (view === undefined) return [];
      return [
        {
          feature: `${core}.${feature}`,
          view,
          functions: functions.map(({ name, symbol }) => ({ name, symbol: { name: symbol.name, from: symbol.file } })),
        },
      ];
    }),
  );
}

/** A length of time as source: `1 / 60` rather than `0.016666666666666666`. */
export function durationText(value: number): string {
  const parts = Math.round(1 / value);
  return parts > 1 && 1 / parts === value ? `1 / ${parts}` : String(value).replace("e+", "e");
}
