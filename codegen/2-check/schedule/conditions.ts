import type { Reporter } from "../../diagnostics/diagnostic.js";
import type { Parameter, ViewFunction } from "../../model/contract.js";
import type { Located, Place } from "../../model/place.js";
import type { ResolvedCall } from "../../model/resolution.js";
import type { Judge } from "../resolve/assess-modules.js";
import type { OwnCall } from "./app-schedule.js";
import type { Owner } from "./owners.js";

/** What an app has that conditions can be. */
export interface ConditionScope {
  readonly cores: readonly { readonly core: string; readonly features: readonly { readonly feature: string }[] }[];
  /** The app's own functions by their symbols. */
  readonly own: ReadonlyMap<string, OwnCall>;
  /** Those of them of which nobody can say what they take. */
  readonly lost: ReadonlySet<string>;
}

/** The function of a condition; one that the app does not have, or that is no condition, is reported. */
export function resolveCondition(
  { value, place }: Located<string>,
  owner: Owner,
  { cores, own, lost }: ConditionScope,
  { grounds, reporter }: Judge,
): ResolvedCall | undefined {
  const ofTheApp = own.get(value);
  if (ofTheApp !== undefined) {
    if (!lost.has(value)) checkCondition(ofTheApp.signature, place, reporter);
    return ofTheApp;
  }
  const [core = "", feature = "", called = ""] = value.split(".");
  const view = grounds.contract(core)?.features.find(({ name }) => name === feature)?.view;
  const declared = view?.functions.find(({ name }) => name === called);
  // A core proves those of its own.
  if (declared !== undefined && core !== owner) checkCondition(declared, place, reporter);
  const used = cores.find((candidate) => candidate.core === core);
  if (used?.features.some((candidate) => candidate.feature === feature) === true) {
    return { kind: "view", core, feature, function: called };
  }
  const listed =
    used === undefined ? `use \`${core}\` with the feature \`${feature}\`` : `list \`${feature}\` in its \`use\``;
  const help = core === owner ? `${listed}, or let the feature that asks imply it` : listed;
  reporter.report("ECS3011", place, `the app does not have the condition \`${value}\``, {
    why: [`It does not use the ${used === undefined ? `core \`${core}\`` : `feature \`${feature}\` of \`${core}\``}.`],
    help,
  });
  return undefined;
}

/** Proves that a function can say whether something runs. */
export function checkCondition(declared: ViewFunction, place: Place, reporter: Reporter): void {
  const why = whyNoCondition(declared);
  if (why === undefined) return;
  reporter.report("ECS2046", place, `\`${declared.name}\` cannot be a condition`, why);
}

function whyNoCondition({ parameters, form, returns }: ViewFunction): { why: string[]; help: string } | undefined {
  if (form === "entity") {
    return {
      why: ["It runs once for every entity, and a condition is asked once."],
      help: "take resources, the world or readers of events, and no components",
    };
  }
  const value = parameters.find(({ source }) => source.kind === "value");
  if (value !== undefined) {
    return {
      why: [`Nobody is there to give it \`${value.name}\`.`],
      help: "take resources, the world or readers of events",
    };
  }
  const changing = parameters.find(changes);
  if (changing !== undefined) {
    return {
      why: [`It takes \`${changing.name}\` to change something, and a condition only asks.`],
      help: "take resources, and components of queries, as `Readonly<…>`, and neither commands nor writers of events",
    };
  }
  if (returns === "boolean") return undefined;
  return {
    why: [returns === "void" ? "It says nothing of a result." : `It gives back \`${returns}\`.`],
    help: "let it give back a `boolean`, and say so in its signature",
  };
}

function changes({ source }: Parameter): boolean {
  if (source.kind === "resource") return source.access === "write";
  if (source.kind === "query")
    return source.terms.some((term) => "access" in term.source && term.source.access === "write");
  return source.kind === "commands" || source.kind === "event-writer";
}
