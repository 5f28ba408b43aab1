import type { TypeOracle } from "../compiler/type-oracle.js";
import { makeReporter } from "../diagnostics/collector.js";
import type { Reporter } from "../diagnostics/diagnostic.js";
import type { Checked } from "../model/checked.js";
import { Keep, kept, keptOne } from "../memo/keep.js";
import { Recall } from "../memo/recall.js";
import { importEndingOf } from "../model/import-ending.js";
import type { Contract, CoreContract, Declaration } from "../model/contract.js";
import type { Program } from "../model/program.js";
import type { DeclarationKind, RawCore, RawDeclaration, RawProject, RawSystemModule } from "../model/raw.js";
import type { ResolvedApp, Sources } from "../model/resolution.js";
import { checkBundles } from "./bundles.js";
import { checkCores, type CheckedCore } from "./cores.js";
import { checkDeclarations } from "./declarations.js";
import { groundsOf } from "./grounds.js";
import { checkIds } from "./ids.js";
import { nameEverything } from "./names.js";
import { assessModules, type Judge, type Verdict } from "./resolve/assess-modules.js";
import { listedModules } from "./resolve/listed-modules.js";
import { reportShortcomings } from "./resolve/report-shortcomings.js";
import { resolveApp } from "./resolve/resolve-app.js";
import { checkRules, RuleRecall } from "./rules/check-rules.js";
import { checkOffered } from "./rules/offered.js";
import { checkUse, type HeldRecall } from "./rules/use.js";
import { checkPhases } from "./schedule/phases.js";
import { ScheduleRecall } from "./schedule/resolve-schedule.js";
import { symbolsOf, type Named, type NamedDeclaration, type Symbols } from "./symbols.js";
import { symbolKey, type SymbolRef } from "../model/symbol.js";

/** What was checked in earlier rounds of a session. */
export class CheckRecall {
  readonly names = new Recall<RawDeclaration, NamedDeclaration>();
  readonly declarations = new Recall<NamedDeclaration, Declaration>();
  readonly cores = new Recall<RawCore, CheckedCore>();
  readonly modules = new Recall<RawSystemModule, readonly Verdict[]>();
  readonly schedule = new ScheduleRecall();
  readonly keptDeclarations = new Keep<Declaration>();
  readonly keptCores = new Keep<CoreContract>();
  readonly keptApp = new Keep<ResolvedApp>();
  readonly keptSources = new Keep<Sources>();
  readonly rules = new RuleRecall();
  readonly held: HeldRecall = new Recall();
}

/** Proves a project. Everything that is wrong is reported; the result is to be trusted only if nothing was an error. */
export function check(
  raw: RawProject,
  types: TypeOracle,
  program: Program,
  reporter: Reporter = makeReporter(),
  recall?: CheckRecall,
): Checked {
  const named = nameEverything(raw, reporter, recall?.names);
  checkIds(named, reporter);
  const symbols = symbolsOf(named);
  const phases = checkPhases(raw, named, reporter);
  const cores = checkCores(named, symbols, phases, reporter, recall?.cores);
  const contract = checkContract(named, cores, reporter, recall);
  const grounds = groundsOf(contract, symbols);
  checkRules(raw, grounds, reporter, recall?.rules);
  checkUse(raw, program, reporter, recall?.held);
  checkLibrary(raw, symbols, reporter);
  const judge: Judge = { grounds, reporter };
  const assessed = assessModules(listedModules(raw, reporter), types, judge, recall?.modules);
  const schedules = new Map(cores.map(({ contract: { name }, schedule }) => [name, schedule]));
  const app = raw.app && resolveApp(raw.app, assessed, { phases, schedules }, judge, recall?.schedule);
  if (app === undefined) reportShortcomings(assessed, new Map(), reporter);
  const sources = sourcesOf(named);
  if (app !== undefined) checkOffered(raw, { app, contract, sources }, symbols, reporter);
  return {
    contract,
    sources: keptOne(recall?.keptSources, sources),
    app: app && keptOne(recall?.keptApp, app),
    output: raw.app?.output ?? raw.library?.output ?? "generated",
    ending: importEndingOf(raw.files),
  };
}

/** A library offers cores, and nothing else by that name. */
function checkLibrary(raw: RawProject, symbols: Symbols, reporter: Reporter): void {
  for (const { value, place } of raw.library?.cores ?? []) {
    if (symbols.core(symbolKey(value)) !== undefined) continue;
    reporter.report("ECS3001", place, `\`${value.name}\` is no core`, {
      help: "name a constant made with `core(…)`",
    });
  }
}

function checkContract(
  named: Named,
  cores: readonly CheckedCore[],
  reporter: Reporter,
  recall?: CheckRecall,
): Contract {
  const checked = checkDeclarations(named, reporter, recall?.declarations);
  const declarations = kept(recall?.keptDeclarations, checked, ({ kind, name }) => `${kind} ${name}`);
  const of = (kind: DeclarationKind): Declaration[] => declarations.filter((declaration) => declaration.kind === kind);
  const components = of("component");
  return {
    bundles: checkBundles(components, named, reporter),
    components,
    cores: kept(
      recall?.keptCores,
      cores.map(({ contract }) => contract),
      ({ name }) => name,
    ),
    events: of("event"),
    models: of("model"),
    relations: of("relation"),
    resources: of("resource"),
  };
}

function sourcesOf(named: Named): Sources {
  const entries: [string, SymbolRef][] = [
    ...[...named.declarations.values()].map(({ head, raw }): [string, SymbolRef] => [head.name, raw.symbol]),
    ...[...named.bundles.values()].map(({ name, raw }): [string, SymbolRef] => [name, raw.symbol]),
    ...[...named.cores.values()].flatMap(({ name, raw }): [string, SymbolRef][] => [
      [name, raw.symbol],
      ...raw.features.map(({ view }): [string, SymbolRef] => [`${name}.${view.name}`, view]),
    ]),
  ];
  return { symbols: new Map(entries) };
}
