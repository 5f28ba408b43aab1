import type { Reporter } from "../../diagnostics/diagnostic.js";
import { suggestion } from "../../diagnostics/suggest.js";
import { compareText } from "../../model/compare.js";
import type { Feature, OwnPhase, ScheduledRun, ViewFunction } from "../../model/contract.js";
import { builtInPhases } from "../../model/phases.js";
import type { RawRun } from "../../model/raw.js";
import type { NamedCore, Symbols } from "../symbols.js";
import { checkLines, checkSets, type CheckedLine, type CheckedSchedule, type InSchedule } from "./checked-lines.js";
import { checkCondition } from "./conditions.js";
import { checkSetNames } from "./names.js";
import type { Phases } from "./phases.js";
import { checkFilter, checkRun } from "./runnable.js";

/** Proves the schedule of a core, by phase; lines that name nothing are reported and left out. */
export function checkCoreSchedule(
  { name, raw }: NamedCore,
  features: readonly Feature[],
  phases: Phases,
  symbols: Symbols,
  reporter: Reporter,
): CheckedSchedule<ScheduledRun> {
  const known = new Map<string, ViewFunction>(
    features.flatMap((feature) =>
      feature.view.functions.map((declared) => [`${feature.name}.${declared.name}`, declared] as const),
    ),
  );
  checkSetNames(raw.sets, (set) => clashOf(set, name, features), reporter);
  const lines = checkLines(raw.schedule, name, { phases, names: symbols }, reporter, (line) => {
    const declared = calledBy(line, known, reporter);
    if (line.run.kind !== "view" || declared === undefined) return undefined;
    checkRun(line, declared, symbols, reporter);
    return { run: line.run.name, ...checkFilter(line, symbols, reporter) };
  });
  const sets = checkSets(raw.sets, name, symbols, reporter);
  for (const { condition } of [...lines, ...sets]) {
    const asked = condition && known.get(condition.value.slice(name.length + 1));
    if (condition?.value.startsWith(`${name}.`) === true && asked) checkCondition(asked, condition.place, reporter);
  }
  return {
    lines: byPhase(lines, phases.declared.get(name) ?? []),
    sets,
  };
}

/** Others call it `motion.sets.physics`, which could be a function of a feature `sets` as well. */
function clashOf(set: string, core: string, features: readonly Feature[]): string | undefined {
  if (!features.some(({ name }) => name === "sets")) return undefined;
  return `\`${core}.sets.${set}\` would be a function of the feature \`sets\` as well`;
}

function calledBy(
  line: RawRun,
  known: ReadonlyMap<string, ViewFunction>,
  reporter: Reporter,
): ViewFunction | undefined {
  if (line.run.kind !== "view") return undefined;
  const { name } = line.run;
  const declared = known.get(name);
  if (declared !== undefined) return declared;
  reporter.report("ECS2021", line.place, `the schedule runs the unknown function \`${name}\``, {
    help: known.size === 0 ? "declare it in a View of the core" : suggestion(name, [...known.keys()]),
  });
  return undefined;
}

/** Built-in phases first, then its own, then those of others by name: the same however the schedule is written. */
function byPhase<Run extends InSchedule>(
  lines: readonly CheckedLine<Run>[],
  own: readonly OwnPhase[],
): CheckedLine<Run>[] {
  const ranked = [...builtInPhases.keys(), ...own.map(({ name }) => name)];
  const rank = (phase: string): number => (ranked.includes(phase) ? ranked.indexOf(phase) : ranked.length);
  return [...lines].sort(({ run: a }, { run: b }) => rank(a.phase) - rank(b.phase) || compareText(a.phase, b.phase));
}
