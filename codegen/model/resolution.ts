// Who provides what: the outcome of resolving an app against the contract. Only `2-check` makes it.
import type { Access } from "./access.js";
import type { RawBody } from "./body.js";
import type { OwnPhase, ScheduledRun, ViewFunction } from "./contract.js";
import type { PhaseRuns } from "./phases.js";
import type { ParameterUse } from "./raw.js";
import type { SymbolRef } from "./symbol.js";

/** What the later stages need to know of the author's files: where each name of the contract is defined. */
export interface Sources {
  /** Declarations and Views by qualified name, e.g. `motion.Position`, `motion.Integration`. */
  readonly symbols: ReadonlyMap<string, SymbolRef>;
}

/** An app, with every required feature of every core bound to the one system module that provides it. */
export interface ResolvedApp {
  readonly cores: readonly ResolvedCore[];
  /** All phases of a step, in order; the built-in ones, and those that cores and the app declare. */
  readonly phases: readonly ResolvedPhase[];
  /** The sets of its cores and its own, sorted by name. */
  readonly sets: readonly ResolvedSet[];
  /** In the order of a step. */
  readonly schedule: readonly ResolvedRun[];
  /** Of the functions that the app's own schedule names, by file and name: `systems/drift.ts#drift`. */
  readonly bodies: ReadonlyMap<string, RawBody>;
  readonly fixedStep: number;
  readonly maxFixedSteps: number;
}

/** A core of the app, with the features that it gets. */
export interface ResolvedCore {
  /** Name of the core. */
  readonly core: string;
  /** The required features, closed under implication, sorted. */
  readonly features: readonly ResolvedFeature[];
  /** The system modules that the app names for it, in order of preference. */
  readonly candidates: readonly Candidate[];
}

/** A system module that an app names for a core. */
export interface Candidate {
  readonly module: string;
  readonly moduleFile: string;
  /** What keeps it from covering the required features, to follow its name; empty when it covers them. */
  readonly lacks: readonly string[];
}

/** A feature, and the system module that provides it. */
export interface ResolvedFeature {
  readonly feature: string;
  /** Name of the system module: its exported name, or the name of its folder for a default export. */
  readonly module: string;
  readonly moduleFile: string;
  /** By function name, sorted. */
  readonly functions: readonly ResolvedFunction[];
}

/** A function of a View, and the function that implements it. */
export interface ResolvedFunction {
  readonly name: string;
  readonly symbol: SymbolRef;
  /** It leaves out parameters at the end that its View gives, or has overloads, each of which may. */
  readonly narrower: boolean;
  readonly body: RawBody;
  /** What it does with its own parameters, in their order. */
  readonly uses: readonly ParameterUse[];
}

/** A phase in its place. */
export interface ResolvedPhase {
  /** `update`, or of one's own: `motion.broad`. */
  readonly name: string;
  readonly runs: PhaseRuns;
  /** Where its declaration puts it; undefined for a built-in phase. */
  readonly declared: OwnPhase | undefined;
}

/** A function that a schedule calls. */
export type ResolvedCall =
  | { readonly kind: "view"; readonly core: string; readonly feature: string; readonly function: string }
  /** A function of the app's own, which no View declares. */
  | {
      readonly kind: "function";
      /** What the schedule calls it: `move`, or `ships/move.ts#move` where another function of the app has that name. */
      readonly name: string;
      readonly symbol: SymbolRef;
      readonly signature: ViewFunction;
    };

/** A set of lines. */
export interface ResolvedSet {
  /** `motion.sets.physics`, or `physics` of the app. */
  readonly name: string;
  /** What says whether its lines run; undefined when they always do, or when the app has none of them. */
  readonly condition: ResolvedCall | undefined;
}

/** A line of the schedule, bound to a function. */
export interface ResolvedRun extends Omit<ScheduledRun, "run" | "order" | "access" | "ambiguous" | "if"> {
  /** Why it runs here, in a few words, for the generated comment. */
  readonly reason: string;
  readonly run: ResolvedCall;
  /** What says whether it runs; undefined when it always does. */
  readonly condition: ResolvedCall | undefined;
  /** Its own, and that of its conditions. */
  readonly access: Access;
  /**
   * The lines of its phase that have to run before it, by their places in the schedule, sorted: those that it waits for
   * without another one in between.
   */
  readonly waitsFor: readonly number[];
  /** Lines of one stage of a phase could run at the same time. From 1. */
  readonly stage: number;
  /** Why a sync point comes before it: what it could see of what waits; undefined when there is none. */
  readonly sync: string | undefined;
}
