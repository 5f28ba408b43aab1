// The one file that joins the contract and the system modules.
import type { Checked } from "../model/checked.js";
import type { BindingPlan, BoundFunction, ProofPlan } from "../model/plan.js";
import type { CoreContract } from "../model/contract.js";
import type { ResolvedApp } from "../model/resolution.js";
import { ownFunctions, type Files } from "./layout-of-files.js";
import { compareText } from "./names.js";
import type { NameRef } from "../model/name-ref.js";

const configuration = "ecsgen.config.ts";

/** The functions of the app, by the names that the binding gives them. */
export function boundFunctions(app: ResolvedApp, checked: Checked, files: Files): BoundFunction[] {
  const ofViews = app.cores.flatMap(({ core, features }) =>
    features.flatMap(({ feature, functions }) =>
      functions.map(({ name, symbol, narrower }): BoundFunction => {
        const view = narrower ? viewOf(checked, coreOf(checked, core), feature) : undefined;
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

/** The binding. `functions` are what other files take from it. */
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

function coreOf({ contract }: Checked, core: string): CoreContract | undefined {
  return contract.cores.find(({ name }) => name === core);
}

/** The author's View of a feature. */
function viewOf({ sources }: Checked, core: CoreContract | undefined, feature: string): NameRef | undefined {
  const found = core?.features.find(({ name }) => name === feature);
  const view = sources.symbols.get(found?.view.name ?? "");
  return view && { name: view.name, from: view.file };
}

function planProofs(app: ResolvedApp, checked: Checked): ProofPlan[] {
  return app.cores.flatMap(({ core, features }) => {
    const contract = coreOf(checked, core);
    return features.flatMap(({ feature, functions }): ProofPlan[] => {
      const view = viewOf(checked, contract, feature);
      if (view === undefined) return [];
      return [
        {
          feature: `${core}.${feature}`,
          view,
          functions: functions.map(({ name, symbol }) => ({ name, symbol: { name: symbol.name, from: symbol.file } })),
        },
      ];
    });
  });
}
