import type { PhaseName, RawApp, RawRun, SymbolRef } from "../../model/raw.js";
import type { ResolvedCore, ResolvedRun } from "../../model/resolution.js";
import { checkFilter, checkRun } from "../schedules.js";
import { symbolKey } from "../symbols.js";
import { checkFunction } from "../view-functions.js";
import type { Judge } from "./assess-modules.js";

type Unreasoned = Omit<ResolvedRun, "reason">;

/** What a step runs: the schedules of the cores in order of use, then the app's own functions. */
export function resolveSchedule(app: RawApp, cores: readonly ResolvedCore[], judge: Judge): ResolvedRun[] {
  const ofCores = cores.flatMap((core) => withReasons(runsOfCore(core, judge), `the schedule of \`${core.core}\``));
  return [...ofCores, ...withReasons(runsOfApp(app, judge), "the schedule of the app")];
}

/** Lines of features that the app does not require are left out. */
function runsOfCore({ core: name, features }: ResolvedCore, { contract }: Judge): Unreasoned[] {
  const core = contract.cores.find((candidate) => candidate.name === name);
  return (core?.schedule ?? []).flatMap((line) => {
    const [feature = "", called = ""] = line.run.split(".");
    if (!features.some((candidate) => candidate.feature === feature)) return [];
    return [{ ...line, run: { kind: "view", core: name, feature, function: called } }];
  });
}

function runsOfApp(app: RawApp, { symbols, reporter }: Judge): Unreasoned[] {
  const signatures = new Map(
    app.functions.map(({ symbol, signature }) => [symbolKey(symbol), checkFunction(signature, symbols, reporter)]),
  );
  return app.schedule.flatMap((line: RawRun): Unreasoned[] => {
    const symbol: SymbolRef | undefined = line.run.kind === "function" ? line.run.symbol : undefined;
    const signature = symbol && signatures.get(symbolKey(symbol));
    if (symbol === undefined || signature === undefined) return [];
    checkRun(line, signature, symbols, reporter);
    const filter = checkFilter(line, symbols, reporter);
    return [{ phase: line.phase, run: { kind: "function", symbol, signature }, ...filter }];
  });
}

function withReasons(runs: readonly Unreasoned[], where: string): ResolvedRun[] {
  const last = new Map<PhaseName, string>();
  return runs.map((run) => {
    const before = last.get(run.phase);
    last.set(run.phase, nameOf(run));
    return { ...run, reason: before === undefined ? `first in ${where}` : `after \`${before}\` in ${where}` };
  });
}

function nameOf({ run }: Unreasoned): string {
  return run.kind === "view" ? `${run.feature}.${run.function}` : run.symbol.name;
}
