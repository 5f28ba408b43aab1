import { suggestion } from "../../diagnostics/suggest.js";
import { compareText } from "../../model/compare.js";
import type { CoreContract, View } from "../../model/contract.js";
import type { Located } from "../../model/place.js";
import type { RawApp, RawImplementation, RawUse } from "../../model/raw.js";
import type { ResolvedApp, ResolvedCore, ResolvedFunction } from "../../model/resolution.js";
import { closure } from "../features.js";
import { contractOf } from "../grounds.js";
import { resolveSchedule, type ScheduleParts, type ScheduleRecall } from "../schedule/resolve-schedule.js";
import type { Assessment, Judge, Shortcoming } from "./assess-modules.js";
import { moduleName } from "./assess-modules.js";
import { reportShortcomings, type Need } from "./report-shortcomings.js";
import { symbolKey } from "../../model/symbol.js";

/** Binds every required feature of an app's cores to the one system module that provides it. */
export function resolveApp(
  app: RawApp,
  assessed: ReadonlyMap<string, Assessment>,
  parts: ScheduleParts,
  judge: Judge,
  recall?: ScheduleRecall,
): ResolvedApp {
  const seen = new Map<string, RawUse>();
  const choices = app.uses.flatMap((use): Choice[] => {
    const core = coreOf(use, judge);
    if (core === undefined || isSecondUse(use, core, seen, judge)) return [];
    return [choose(use, core, assessed, judge)];
  });
  reportShortcomings(assessed, needsOf(choices), judge.reporter);
  const cores = choices.map(resolvedCore);
  const schedule = resolveSchedule(app, cores, parts, judge, recall);
  return {
    cores,
    ...schedule,
    bodies: new Map(app.functions.map(({ symbol, body }) => [symbolKey(symbol), body])),
    fixedStep: app.fixedStep,
    maxFixedSteps: app.maxFixedSteps,
  };
}

function coreOf(use: RawUse, { grounds, reporter }: Judge): CoreContract | undefined {
  const core = contractOf(grounds, use.core);
  if (core !== undefined) return core;
  reporter.report("ECS3001", use.place, `\`${use.core.name}\` is no core`, {
    help: "name a constant made with `core(…)`",
  });
  return undefined;
}

function isSecondUse(use: RawUse, core: CoreContract, seen: Map<string, RawUse>, { reporter }: Judge): boolean {
  const first = seen.get(core.name);
  seen.set(core.name, first ?? use);
  if (first === undefined) return false;
  reporter.report("ECS3007", use.place, `\`${core.name}\` is used twice`, {
    why: ["An app has each core once, with all the features it needs."],
    help: "list the features of both in one `use`",
    related: [{ place: first.place, message: "the first one" }],
  });
  return true;
}

/** What an app requires of a core, and who is to provide it. */
interface Choice {
  readonly use: RawUse;
  readonly core: CoreContract;
  readonly required: readonly string[];
  readonly candidates: readonly Assessment[];
  /** The candidate that covers all that is required, or would if its stubs were written, or if its functions were mended. */
  readonly best: Assessment | undefined;
}

function choose(use: RawUse, core: CoreContract, assessed: ReadonlyMap<string, Assessment>, judge: Judge): Choice {
  const required = requiredFeatures(use, core, judge);
  const candidates = candidatesOf(use, core, assessed, judge);
  const best =
    candidates.find((candidate) => reasonsAgainst(candidate, required).length === 0) ??
    candidates.find((candidate) => lacksOnlyStubs(candidate, required)) ??
    candidates.find((candidate) => required.every((feature) => candidate.features.has(feature)));
  const judged = use.readable && (candidates.length > 0 || use.systems.length === 0);
  if (best === undefined && required.length > 0 && judged) reportUncovered(use, core, required, candidates, judge);
  return { use, core, required, candidates, best };
}

/** Where an app requires what the best candidates lack. */
function needsOf(choices: readonly Choice[]): ReadonlyMap<Shortcoming, Need> {
  return new Map(
    choices.flatMap(({ use, core, required, best }) =>
      required.flatMap((feature) =>
        (best?.features.get(feature) ?? []).map((shortcoming): [Shortcoming, Need] => [
          shortcoming,
          needOf(use, core, feature),
        ]),
      ),
    ),
  );
}

function needOf(use: RawUse, core: CoreContract, feature: string): Need {
  const asked = askedFor(use, core, [feature]);
  const what = asked === undefined || asked.value === feature ? "" : `\`${asked.value}\`, which implies it, is `;
  return { place: asked?.place ?? use.place, message: `${what}required here` };
}

function resolvedCore({ core, required, candidates, best }: Choice): ResolvedCore {
  const chosen = best !== undefined && lacksOnlyStubs(best, required) ? best : undefined;
  return {
    core: core.name,
    features: required.flatMap((feature) => {
      const provision = chosen?.provisions.get(feature);
      const view = core.features.find(({ name }) => name === feature)?.view;
      if (chosen === undefined || provision === undefined || view === undefined) return [];
      const functions = provision.functions
        .flatMap((implementation) => resolvedFunction(implementation, view))
        .sort((a, b) => compareText(a.name, b.name));
      return [{ feature, module: moduleName(chosen.module), moduleFile: chosen.module.symbol.file, functions }];
    }),
    candidates: candidates.map((candidate) => ({
      module: candidate.name,
      moduleFile: candidate.module.symbol.file,
      lacks: reasonsAgainst(candidate, required),
    })),
  };
}

function resolvedFunction({ name, symbol, signature, body, uses }: RawImplementation, view: View): ResolvedFunction[] {
  const asked = view.functions.find((declared) => declared.name === name);
  if (asked === undefined) return [];
  const { parameters, opaque } = signature;
  const shorter = !parameters.some(({ rest }) => rest) && parameters.length < asked.parameters.length;
  return [{ name, symbol, narrower: shorter || opaque, body, uses }];
}

/** The features that a `use` names and all that they imply, sorted. */
function requiredFeatures(use: RawUse, core: CoreContract, { reporter }: Judge): string[] {
  const known = core.features.map(({ name }) => name);
  for (const { value, place } of use.features) {
    if (known.includes(value)) continue;
    reporter.report("ECS3002", place, `\`${core.name}\` has no feature \`${value}\``, {
      help: suggestion(value, known),
    });
  }
  const implies = new Map(core.features.map((feature) => [feature.name, feature.implies]));
  return closure(
    use.features.map(({ value }) => value),
    implies,
  );
}

function candidatesOf(
  use: RawUse,
  core: CoreContract,
  assessed: ReadonlyMap<string, Assessment>,
  { reporter }: Judge,
): Assessment[] {
  return use.systems.flatMap(({ value, place }) => {
    const candidate = assessed.get(symbolKey(value));
    if (candidate === undefined) return [];
    if (candidate.core === core.name) return [candidate];
    reporter.report("ECS3008", place, `\`${candidate.name}\` serves another core`, {
      why: [`It implements Views of \`${candidate.core}\`, not of \`${core.name}\`.`],
      help: `list it in the \`use\` of \`${candidate.core}\``,
      related: [{ place: candidate.module.place, message: "declared here" }],
    });
    return [];
  });
}

/** What keeps a candidate from covering the required features. */
function reasonsAgainst(candidate: Assessment, required: readonly string[]): string[] {
  const lacking = required.filter((feature) => !candidate.features.has(feature));
  const shortcomings = required.flatMap((feature) => candidate.features.get(feature) ?? []);
  const lacks = `does not provide ${lacking.map((feature) => `\`${feature}\``).join(" and ")}`;
  const [first, ...more] = shortcomings.flatMap(({ stub }) => stub ?? []);
  const written = shortcomings.filter(({ stub }) => stub === undefined).map(({ text }) => text);
  if (first !== undefined)
    written.push(`has only ${more.length === 0 ? "a stub" : "stubs"} for ${[first, ...more].join(", ")}`);
  return [...(lacking.length === 0 ? [] : [lacks]), ...written];
}

/** Whether a candidate covers the required features, or would if its stubs were written. */
function lacksOnlyStubs(candidate: Assessment, required: readonly string[]): boolean {
  return required.every((feature) => candidate.features.get(feature)?.every(({ stub }) => stub !== undefined) === true);
}

function reportUncovered(
  use: RawUse,
  core: CoreContract,
  required: readonly string[],
  candidates: readonly Assessment[],
  { reporter }: Judge,
): void {
  const uncovered = required.filter((feature) =>
    candidates.every((candidate) => reasonsAgainst(candidate, [feature]).length > 0),
  );
  const blamed = uncovered.length > 0 ? uncovered : required;
  const asked = askedFor(use, core, blamed);
  const names = blamed.map((feature) => `\`${feature}\``).join(", ");
  const message =
    uncovered.length > 0
      ? `no system module covers ${names} of \`${core.name}\``
      : `no system module covers all of ${names} of \`${core.name}\``;
  reporter.report("ECS3003", asked?.place ?? use.place, message, {
    why: [
      ...impliedBy(use, core, blamed),
      ...(candidates.length === 0 ? ["No system module is listed for this core."] : []),
      ...candidates.map(
        (candidate, index) => `${index + 1}. \`${candidate.name}\` ${reasonsAgainst(candidate, required).join("; ")}.`,
      ),
    ],
    help: "list a system module that has them, or write what is missing; `ecsgen scaffold` writes typed stubs",
    related: candidates.map((candidate) => ({
      place: candidate.module.place,
      message: `\`${candidate.name}\` is declared here`,
    })),
  });
}

/** The first feature that the app names and that needs one of these. */
function askedFor(use: RawUse, core: CoreContract, features: readonly string[]): Located<string> | undefined {
  const needs = (name: string): readonly string[] => [
    name,
    ...(core.features.find((feature) => feature.name === name)?.implies ?? []),
  ];
  return (
    use.features.find(({ value }) => features.includes(value)) ??
    use.features.find(({ value }) => needs(value).some((feature) => features.includes(feature)))
  );
}

/** Why features are required that the app does not name: a sentence for each that implies some. */
function impliedBy(use: RawUse, core: CoreContract, features: readonly string[]): string[] {
  const named = use.features.map(({ value }) => value);
  const implied = new Map<string, string[]>();
  for (const feature of features.filter((name) => !named.includes(name))) {
    const by = core.features.find(({ name, implies }) => named.includes(name) && implies.includes(feature))?.name ?? "";
    implied.set(by, [...(implied.get(by) ?? []), `\`${feature}\``]);
  }
  return [...implied].map(
    ([by, names]) => `${names.join(", ")} ${names.length > 1 ? "are" : "is"} implied by \`${by}\`.`,
  );
}
