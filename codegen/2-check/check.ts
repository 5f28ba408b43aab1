import type { TypeOracle } from "../compiler/type-oracle.js";
import { makeReporter } from "../diagnostics/collector.js";
import type { Reporter } from "../diagnostics/diagnostic.js";
import type { Checked } from "../model/checked.js";
import type { Contract } from "../model/contract.js";
import type { Program } from "../model/program.js";
import type { RawProject, SymbolRef } from "../model/raw.js";
import type { Sources } from "../model/resolution.js";
import { checkBundles } from "./bundles.js";
import { checkCores } from "./cores.js";
import { checkDeclarations } from "./declarations.js";
import { hashValue } from "./hash.js";
import { checkIds } from "./ids.js";
import { nameEverything } from "./names.js";
import { assessModules, type Judge } from "./resolve/assess-modules.js";
import { listedModules } from "./resolve/listed-modules.js";
import { resolveApp } from "./resolve/resolve-app.js";
import { checkRules } from "./rules/check-rules.js";
import { checkUse } from "./rules/use.js";
import { checkPhases, type Phases } from "./schedule/phases.js";
import { symbolKey, type Symbols } from "./symbols.js";

/** Proves a project. Everything that is wrong is reported; the result is to be trusted only if nothing was an error. */
export function check(
  raw: RawProject,
  types: TypeOracle,
  program: Program,
  reporter: Reporter = makeReporter(),
): Checked {
  const symbols = nameEverything(raw, reporter);
  checkIds(symbols.declarations.values(), symbols.bundles.values(), symbols.cores.values(), reporter);
  const phases = checkPhases(raw, symbols, reporter);
  const contract = checkContract(symbols, phases, reporter);
  checkRules(raw, contract, symbols, reporter);
  checkUse(raw, program, reporter);
  checkLibrary(raw, symbols, reporter);
  const judge: Judge = { contract, symbols, types, reporter };
  const assessed = assessModules(listedModules(raw, reporter), judge);
  return {
    contract,
    sources: sourcesOf(symbols),
    app: raw.app && resolveApp(raw.app, phases, assessed, judge),
    output: raw.app?.output ?? raw.library?.output ?? "generated",
  };
}

/** A library offers cores, and nothing else by that name. */
function checkLibrary(raw: RawProject, symbols: Symbols, reporter: Reporter): void {
  for (const { value, place } of raw.library?.cores ?? []) {
    if (symbols.cores.has(symbolKey(value))) continue;
    reporter.report("ECS3001", place, `\`${value.name}\` is no core`, {
      help: "name a constant made with `core(…)`",
    });
  }
}

function checkContract(symbols: Symbols, phases: Phases, reporter: Reporter): Contract {
  const components = checkDeclarations("component", symbols, reporter);
  const proven = {
    components,
    relations: checkDeclarations("relation", symbols, reporter),
    resources: checkDeclarations("resource", symbols, reporter),
    events: checkDeclarations("event", symbols, reporter),
    models: checkDeclarations("model", symbols, reporter),
    bundles: checkBundles(components, symbols, reporter),
    cores: checkCores(symbols, phases, reporter),
  };
  return { ...proven, hash: hashValue(proven) };
}

function sourcesOf(symbols: Symbols): Sources {
  const entries: [string, SymbolRef][] = [
    ...[...symbols.declarations.values()].map(({ name, raw }): [string, SymbolRef] => [name, raw.symbol]),
    ...[...symbols.bundles.values()].map(({ name, raw }): [string, SymbolRef] => [name, raw.symbol]),
    ...[...symbols.cores.values()].flatMap(({ name, raw }): [string, SymbolRef][] => [
      [name, raw.symbol],
      ...raw.features.map(({ view }): [string, SymbolRef] => [`${name}.${view.name}`, view]),
    ]),
  ];
  return { symbols: new Map(entries) };
}
