import type { Query } from "../queries/query.js";
import type { QueryFilter } from "../queries/query-filter.js";
import type { BuiltInPhase } from "../schedule/phases.js";
import type { RunStats } from "../schedule/run-timer.js";

/** When in a step a system runs, behind what was generated: in a built-in phase, or in one of the app's or a core's own. */
export type SystemPhase = BuiltInPhase | (string & {});

/** What a system does. It gets its world, the query it asked for (all entities if for none), and the time of the step. */
export type SystemFunction<Host> = (world: Host, query: Query, delta: number) => void;

/** What a system may say of itself when it is registered. */
export interface SystemOptions {
  /**
   * Which entities its query finds. Default: all. When it asks for changes, the system sees what changed since it ran last:
   * each run is one, unless it throws or is cancelled.
   */
  readonly query?: QueryFilter;
  /** Names of systems that run earlier. */
  readonly after?: readonly string[];
  /** Names of systems that run later. */
  readonly before?: readonly string[];
  /** Default: `update`. */
  readonly phase?: SystemPhase;
}

/** The order that a system asks for. */
export interface SystemDependencies {
  readonly after: readonly string[];
  readonly before: readonly string[];
}

/** What is known of a registered system. */
export interface SystemInfo extends SystemDependencies {
  readonly name: string;
  readonly phase: SystemPhase;
  readonly enabled: boolean;
}

/** How often and how long a system ran. Times are in milliseconds. */
export interface SystemStats extends RunStats {
  /** Runs that ended in an error. */
  readonly failures: number;
  /** What the last failure was; undefined when there was none. */
  readonly lastError: unknown;
}

/**
 * What happens when a system throws. `stop`: the step ends with the error. `skip`: the systems behind it run on.
 * `disableAfter`: the same, and the system is disabled after so many failures without a success between them.
 */
export type SystemErrorPolicy = "stop" | "skip" | { readonly disableAfter: number };

/** A system that threw. */
export interface SystemFailure {
  readonly system: string;
  readonly error: unknown;
  /** Whether the system was disabled for it. */
  readonly disabled: boolean;
}
