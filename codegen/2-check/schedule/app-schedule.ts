import type { Reporter } from "../../diagnostics/diagnostic.js";
import type { ScheduledRun } from "../../model/contract.js";
import type { Place } from "../../model/place.js";
import type { RawApp, RawFunction } from "../../model/raw.js";
import type { ResolvedCall, ResolvedRun } from "../../model/resolution.js";
import type { Judge } from "../resolve/assess-modules.js";
import { isLost, type ScheduleName } from "../symbols.js";
import { checkFunction } from "../view-functions.js";
import { whyNoFile } from "../identifiers.js";
import { reportName } from "../report-name.js";
import { checkLines, checkSets, type CheckedSchedule } from "./checked-lines.js";
import { checkSetNames, runName, type ScheduleNames } from "./names.js";
import { ofTheApp } from "./owners.js";
import type { Phases } from "./phases.js";
import { checkFilter, checkRun } from "./runnable.js";
import { symbolKey, type SymbolRef } from "../../model/symbol.js";

/** A line that is not in its place yet. */
export type UnplacedRun = Omit<ResolvedRun, "reason" | "condition" | "access" | "waitsFor" | "stage" | "sync"> &
  Pick<ScheduledRun, "access">;

/** A function of the app's own. */
export type OwnCall = ResolvedCall & { readonly kind: "function" };

/** A line that runs one. */
export type OwnRun = UnplacedRun & { readonly run: OwnCall };

/** What the app itself schedules. */
export interface AppSchedule {
  readonly own: CheckedSchedule<OwnRun>;
  /** All functions of its own that it names, by their symbols. */
  readonly functions: ReadonlyMap<string, OwnCall>;
  /** Those whose types lead nowhere or are several, so that nobody can say what they take. */
  readonly lost: ReadonlySet<string>;
}

/** Proves what the app itself schedules. */
export function checkAppSchedule(app: RawApp, phases: Phases, { grounds, reporter }: Judge): AppSchedule {
  const twice = sharedNames(app.functions);
  const functions = new Map<string, OwnCall>(
    app.functions.map(({ symbol, signature }) => [
      symbolKey(symbol),
      {
        kind: "function",
        name: twice.has(symbol.name) ? symbolKey(symbol) : symbol.name,
        symbol,
        signature: checkFunction(signature, grounds, isOverloaded(signature) ? silent : reporter),
      },
    ]),
  );
  for (const { symbol, signature } of app.functions)
    if (isOverloaded(signature)) reportOverloads(symbol, signature.place, reporter);
  for (const { symbol, signature } of app.functions) {
    const why = hasFile(functions.get(symbolKey(symbol))) ? whyNoFile(symbol.name) : undefined;
    if (why !== undefined) reportName(reporter, signature.place, "a function", symbol.name, why);
  }
  const lost = new Set(
    app.functions
      .filter(({ signature }) => isOverloaded(signature) || takesLost(signature))
      .map(({ symbol }) => symbolKey(symbol)),
  );
  checkSetNames(app.sets, (set) => clashOf(set, functions), reporter);
  const names = namesOfApp(app, grounds);
  const lines = checkLines(app.schedule, ofTheApp, { phases, names }, reporter, (line) => {
    const run = functions.get(runName(line.run, ofTheApp));
    if (run === undefined) return undefined;
    if (!lost.has(symbolKey(run.symbol))) checkRun(line, run.signature, grounds, reporter);
    return { run, ...checkFilter(line, grounds, reporter) };
  });
  return { own: { lines, sets: checkSets(app.sets, ofTheApp, names, reporter) }, functions, lost };
}

/** Names that functions of several files have. */
function sharedNames(functions: RawApp["functions"]): ReadonlySet<string> {
  const files = new Map<string, string>();
  const shared = functions.filter(({ symbol: { name, file } }) => {
    const first = files.get(name) ?? file;
    files.set(name, first);
    return first !== file;
  });
  return new Set(shared.map(({ symbol }) => symbol.name));
}

function isOverloaded({ opaque, generator }: RawFunction): boolean {
  return opaque && !generator;
}

function takesLost({ parameters }: RawFunction): boolean {
  return parameters.some(({ type }) => type?.lost === true || isLost(type?.symbol));
}

/** The parameters of the implementation are seen by nobody who calls it. */
function reportOverloads({ name }: SymbolRef, place: Place, reporter: Reporter): void {
  reporter.report("ECS2022", place, `\`${name}\` cannot be scheduled`, {
    why: ["It has overloads, and a step calls it in one way."],
    help: "write a function for each",
  });
}

const silent: Reporter = { report: () => undefined };

/** Loops, and rows of queries, are in files named after their functions. */
function hasFile(called: OwnCall | undefined): boolean {
  const { form, parameters } = called?.signature ?? { form: "call", parameters: [] };
  return form === "entity" || parameters.some(({ source }) => source.kind === "query");
}

/** Lines and sets are switched on and off by name. */
function clashOf(set: string, functions: ReadonlyMap<string, OwnCall>): string | undefined {
  const clashes = [...functions.values()].some(({ name }) => name === set);
  return clashes ? "a function of the app has that name" : undefined;
}

/** What an app can name beside what cores know. */
function namesOfApp({ schedule, sets }: RawApp, ofCores: ScheduleNames): ScheduleNames {
  const own = new Map<string, ScheduleName>([
    ...schedule.flatMap(({ runs }) => runs.map(({ run }): [string, ScheduleName] => [runName(run, ofTheApp), "run"])),
    ...sets.map(({ name }): [string, ScheduleName] => [name, "set"]),
  ]);
  return {
    scheduled: (name) => own.get(name) ?? ofCores.scheduled(name),
    scheduleNames: () => [...ofCores.scheduleNames(), ...own.keys()],
  };
}
