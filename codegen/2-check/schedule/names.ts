// What schedules can name, and what a name in one of them stands for.
import type { Reporter } from "../../diagnostics/diagnostic.js";
import type { Located } from "../../model/place.js";
import type { RawOrdered, RawRun, RawSet } from "../../model/raw.js";
import { whyNoField } from "../identifiers.js";
import { reportName } from "../report-name.js";
import { type ScheduleName, type Symbols } from "../symbols.js";
import { ofTheApp, qualified, suggestName, type Owner } from "./owners.js";
import { symbolKey } from "../../model/symbol.js";

/** What of the project a schedule can name. */
export type ScheduleNames = Pick<Symbols, "scheduled" | "scheduleNames">;

/** What a line or a set says of when it runs, with every name qualified. */
export interface CheckedOrder {
  readonly before: readonly Located<string>[];
  readonly after: readonly Located<string>[];
  readonly condition: Located<string> | undefined;
}

/** The one name of what a line runs. */
export function runName(run: RawRun["run"], owner: Owner): string {
  return run.kind === "function" ? symbolKey(run.symbol) : qualified(run.name, owner);
}

/** The one name of a set. */
export function setName(name: string, owner: Owner): string {
  return owner === ofTheApp ? name : `${owner}.sets.${name}`;
}

/** Proves the names of the sets that a core or an app declares; `clash` says what else has a name. */
export function checkSetNames(
  sets: readonly RawSet[],
  clash: (name: string) => string | undefined,
  reporter: Reporter,
): void {
  for (const { name, place } of sets) {
    const why = whyNoField(name) ?? clash(name);
    if (why !== undefined) reportName(reporter, place, "a set", name, why);
  }
}

/** The sets that a line is in; those that nobody declares are reported. */
export function setsOf(
  written: readonly Located<string>[],
  owner: Owner,
  names: ScheduleNames,
  reporter: Reporter,
): string[] {
  const found = written.flatMap(({ value, place }) => {
    const name = setOf(value, owner);
    if (names.scheduled(name) === "set") return [name];
    reporter.report("ECS2043", place, `there is no set \`${value}\``, { help: suggestSet(value, owner, names) });
    return [];
  });
  return [...new Set(found)];
}

function setOf(written: string, owner: Owner): string {
  return written.includes(".") ? written : setName(written, owner);
}

/** As its owner would write it. */
function suggestSet(written: string, owner: Owner, names: ScheduleNames): string {
  return suggestName(written, owner === ofTheApp ? owner : `${owner}.sets`, allOf("set", names));
}

function allOf(kind: ScheduleName, names: ScheduleNames): string[] {
  return names.scheduleNames().filter((name) => names.scheduled(name) === kind && !name.includes("#"));
}

/** What a line or a set names to say when it runs; names of nothing, and orders against what never runs, are reported. */
export function checkOrder(order: RawOrdered, owner: Owner, names: ScheduleNames, reporter: Reporter): CheckedOrder {
  const targets = (side: readonly Located<RawRun["run"]>[]): Located<string>[] =>
    side.flatMap(({ value, place }) => {
      const name = targetOf(value, owner, names, reporter, place);
      return name === undefined ? [] : [{ value: name, place }];
    });
  const condition = order.condition && conditionOf(order.condition, owner, names, reporter);
  return { before: targets(order.before), after: targets(order.after), condition };
}

function conditionOf(
  { value, place }: Located<RawRun["run"]>,
  owner: Owner,
  names: ScheduleNames,
  reporter: Reporter,
): Located<string> | undefined {
  if (value.kind === "function") return { value: symbolKey(value.symbol), place };
  const found = namesOf(value.name, owner).find((name) => isFunction(name, names));
  if (found !== undefined) return { value: found, place };
  const functions = names.scheduleNames().filter((name) => isFunction(name, names));
  reporter.report("ECS2043", place, `there is no function \`${value.name}\``, {
    help: suggestName(value.name, owner, functions),
  });
  return undefined;
}

function isFunction(name: string, names: ScheduleNames): boolean {
  const kind = names.scheduled(name);
  return (kind === "function" || kind === "run") && !name.includes("#");
}

/** What a name of an order stands for: what a schedule runs, or a set; anything else is reported. */
export function targetOf(
  written: RawRun["run"],
  owner: Owner,
  names: ScheduleNames,
  reporter: Reporter,
  place: Located<string>["place"],
): string | undefined {
  const shown = written.kind === "function" ? written.symbol.name : written.name;
  const candidates = written.kind === "function" ? [symbolKey(written.symbol)] : namesOf(written.name, owner);
  const found = candidates.find((name) => names.scheduled(name) === "run" || names.scheduled(name) === "set");
  if (found !== undefined) return found;
  const declared = written.kind === "function" || candidates.some((name) => names.scheduled(name) === "function");
  if (declared) {
    reporter.report("ECS2043", place, `no schedule runs \`${shown}\``, {
      why: ["Only what runs in a step has a place in it."],
      help: "schedule it, or take it out of this order",
    });
  } else {
    reporter.report("ECS2043", place, `there is no function and no set \`${shown}\``, {
      help: suggestTarget(shown, owner, names),
    });
  }
  return undefined;
}

/** What a text can stand for: a function of one's own, one of another core, or a set. */
function namesOf(written: string, owner: Owner): string[] {
  const ofOneself = written.split(".").length === 2 && owner !== ofTheApp;
  return [ofOneself ? qualified(written, owner) : written, setOf(written, owner)];
}

function suggestTarget(written: string, owner: Owner, names: ScheduleNames): string {
  const named = written.includes(".") && !written.includes(".sets.");
  if (named || allOf("set", names).length === 0) return suggestName(written, owner, allOf("run", names));
  return suggestSet(written, owner, names);
}
