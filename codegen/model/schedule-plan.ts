// What is printed of a schedule. Part of the plan: see there.
import type { CallPlan } from "./call-plan.js";
import type { FilePlan, NameRef } from "./name-ref.js";

/** A line of the schedule. */
export interface RunPlan {
  /** `motion.integration.integrate`. */
  readonly name: string;
  readonly reason: string;
  /** Why a sync point comes before it; undefined when there is none. */
  readonly sync: string | undefined;
  /** Its place among all lines of the step. */
  readonly index: number;
  /** Lines of its phase that have to run before it, by their places in the phase, in whatever order the others run. */
  readonly waitsFor: readonly number[];
  /** All sets that it is in. */
  readonly members: readonly string[];
  readonly call: CallPlan;
  /** The sets whose conditions are asked before it: those of which it is the first line in its phase. */
  readonly asks: readonly SetConditionPlan[];
  /** The locals that hold what these said, of all its sets. */
  readonly sets: readonly string[];
  /** Its own condition. */
  readonly condition: CallPlan | undefined;
}

/** The condition of a set, in a phase. */
export interface SetConditionPlan {
  /** `physics`. */
  readonly set: string;
  /** The local that holds what it says. */
  readonly local: string;
  readonly condition: CallPlan;
}

/** What runs in a phase. */
export interface PhasePlan {
  /** `update`, `motion.broad`. */
  readonly name: string;
  /** `update`, `motionBroad`. */
  readonly method: string;
  readonly doc: string;
  readonly runs: readonly RunPlan[];
}

/** The same in any order that the lines allow, for tests. */
export interface ShufflePlan {
  readonly file: FilePlan;
  readonly world: NameRef;
  /** In order, without those in which fewer than two lines run. */
  readonly phases: readonly PhasePlan[];
}

/** What a step runs. */
export interface SchedulePlan {
  readonly file: FilePlan;
  /** In order, without those in which nothing runs. */
  readonly phases: readonly PhasePlan[];
  /** The names of all sets. */
  readonly sets: readonly string[];
}
