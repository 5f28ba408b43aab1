import { compareText } from "../../model/compare.js";
import type { RawApp } from "../../model/raw.js";
import type { ResolvedApp, ResolvedCore, ResolvedPhase, ResolvedRun } from "../../model/resolution.js";
import type { Judge } from "../resolve/assess-modules.js";
import { symbolKey } from "../symbols.js";
import { checkFunction } from "../view-functions.js";
import { checkFilter, checkRun } from "./core-schedule.js";
import { ofTheApp } from "./owners.js";
import { orderPhases, phaseOf, type Phases } from "./phases.js";

type Unreasoned = Omit<ResolvedRun, "reason">;

/** What a step runs: phase by phase, in each the schedules of the cores in order of use, then the app's own functions. */
export function resolveSchedule(
  app: RawApp,
  cores: readonly ResolvedCore[],
  phases: Phases,
  judge: Judge,
): Pick<ResolvedApp, "phases" | "schedule"> {
  const ofCores = cores.flatMap((core) => withReasons(runsOfCore(core, judge), `the schedule of \`${core.core}\``));
  const runs = [...ofCores, ...withReasons(runsOfApp(app, phases, judge), "the schedule of the app")];
  const ordered = phasesOf(cores, phases);
  return { phases: ordered, schedule: ordered.flatMap(({ name }) => runs.filter(({ phase }) => phase === name)) };
}

/** Those of cores that the app does not use are in it as well, since others may run in them. */
function phasesOf(cores: readonly ResolvedCore[], { declared }: Phases): ResolvedPhase[] {
  const used = cores.map(({ core }) => core);
  const others = [...declared.keys()].filter((owner) => owner !== ofTheApp && !used.includes(owner)).sort(compareText);
  return orderPhases([...used, ...others, ofTheApp].flatMap((owner) => declared.get(owner) ?? []));
}

/** Lines of features that the app does not require are left out. */
function runsOfCore({ core: name, features }: ResolvedCore, { grounds }: Judge): Unreasoned[] {
  const core = grounds.contract(name);
  return (core?.schedule ?? []).flatMap((line) => {
    const [feature = "", called = ""] = line.run.split(".");
    if (!features.some((candidate) => candidate.feature === feature)) return [];
    return [{ ...line, run: { kind: "view", core: name, feature, function: called } }];
  });
}

function runsOfApp(app: RawApp, phases: Phases, { grounds, reporter }: Judge): Unreasoned[] {
  const signatures = new Map(
    app.functions.map(({ symbol, signature }) => [symbolKey(symbol), checkFunction(signature, grounds, reporter)]),
  );
  return app.schedule.flatMap((scheduled) => {
    const phase = phaseOf(scheduled.phase, ofTheApp, phases.names, reporter);
    return scheduled.runs.flatMap((line): Unreasoned[] => {
      const symbol = line.run.kind === "function" ? line.run.symbol : undefined;
      const signature = symbol && signatures.get(symbolKey(symbol));
      if (symbol === undefined || signature === undefined) return [];
      checkRun(line, signature, grounds, reporter);
      const filter = checkFilter(line, grounds, reporter);
      return phase === undefined ? [] : [{ phase, run: { kind: "function", symbol, signature }, ...filter }];
    });
  });
}

function withReasons(runs: readonly Unreasoned[], where: string): ResolvedRun[] {
  const last = new Map<string, string>();
  return runs.map((run) => {
    const before = last.get(run.phase);
    last.set(run.phase, nameOf(run));
    return { ...run, reason: before === undefined ? `first in ${where}` : `after \`${before}\` in ${where}` };
  });
}

function nameOf({ run }: Unreasoned): string {
  return run.kind === "view" ? `${run.feature}.${run.function}` : run.symbol.name;
}
