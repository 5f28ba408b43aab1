import { EcsError } from "../errors.js";
import type { Gate } from "../gate.js";
import { requireFunction, requireList, requireName, requireObject, shownGiven } from "../given.js";
import { ChangeQuery } from "../queries/change-query.js";
import type { Query } from "../queries/query.js";
import type { QueryFilter } from "../queries/query-filter.js";
import type { Phase } from "../schedule/phases.js";
import { RunTimer } from "../schedule/run-timer.js";
import type { RunTiming } from "../schedule/line-timers.js";
import type { Timing } from "../schedule/timing.js";
import type { WorldProblem } from "../tables/validate-storage.js";
import { inOrder, unknownSystem, type Ordered } from "./system-order.js";
import type {
  SystemDependencies,
  SystemErrorPolicy,
  SystemFailure,
  SystemFunction,
  SystemInfo,
  SystemOptions,
  SystemPhase,
  SystemStats,
} from "./system.js";

/** How a registry reaches its world. */
export interface SystemHost<Host> {
  readonly world: Host;
  /** The query for a filter: one of its own when it asks for changes. */
  query(filter: QueryFilter): Query;
  /** Runs a system with structural changes queued, and applies them behind it; `false` when it was cancelled. */
  execute(name: string, run: () => void): boolean;
  readonly timing: Timing;
}

/** What happens to systems that throw. */
export interface SystemErrorOptions {
  /** Default: `stop`. */
  readonly systemErrors?: SystemErrorPolicy;
  /** Told of every failure, whatever the policy. */
  readonly onSystemError?: (failure: SystemFailure) => void;
}

interface System<Host> extends SystemInfo {
  readonly run: SystemFunction<Host>;
  readonly query: Query;
  readonly timer: RunTimer;
  enabled: boolean;
  after: readonly string[];
  before: readonly string[];
  failures: number;
  /** Failures since the last success. */
  failing: number;
  lastError: unknown;
}

/** Systems that are registered while the program runs, beside those of the generated schedule. */
export class SystemRegistry<Host> {
  readonly #host: SystemHost<Host>;
  readonly #gate: Gate;
  readonly #policy: SystemErrorPolicy;
  readonly #onError: ((failure: SystemFailure) => void) | undefined;
  readonly #phases: readonly string[];
  readonly #systems = new Map<string, System<Host>>();
  #order: readonly System<Host>[] = [];

  /** Throws `InvalidArgument` for a policy that disables after no failure. */
  constructor(
    host: SystemHost<Host>,
    gate: Gate,
    phases: readonly Phase[],
    { systemErrors = "stop", onSystemError }: SystemErrorOptions = {},
  ) {
    if (typeof systemErrors === "object" && !(systemErrors.disableAfter >= 1)) {
      const message = `\`systemErrors.disableAfter\` is ${systemErrors.disableAfter}`;
      throw new EcsError("InvalidArgument", message, "give a number of failures, 1 or more");
    }
    this.#host = host;
    this.#gate = gate;
    this.#phases = phases.map(({ name }) => name);
    this.#policy = systemErrors;
    this.#onError = onSystemError;
  }

  /** How many systems are registered. */
  get count(): number {
    return this.#systems.size;
  }

  /**
   * Registers a system. Throws `SystemExists`, `UnknownPhase`, `UnknownSystem` or `SystemCycle`, or for its query as
   * `NamedQueries.create` does, with nothing changed.
   */
  register(name: string, run: SystemFunction<Host>, options: SystemOptions = {}): void {
    this.#gate.require("register a system");
    requireName(name, "the name of a system");
    requireFunction(run, "what a system does, a function");
    requireObject(options, "options of a system");
    const { query = {}, after = [], before = [], phase = "update" } = options;
    for (const names of [after, before]) requireList(names, "a list of names of systems");
    this.#requirePhase(phase);
    if (this.#systems.has(name)) {
      const message = `there is a system \`${name}\` already`;
      throw new EcsError("SystemExists", message, "give it another name, or unregister the first one");
    }
    const asked = { name, phase, after: [...after], before: [...before] };
    // Before there is a query, which would have to be closed when this throws.
    inOrder<Ordered>([...this.#systems.values(), asked], this.#phases);
    const found = this.#host.query(query);
    const fresh = { enabled: true, timer: new RunTimer(), failures: 0, failing: 0, lastError: undefined };
    this.#reorder([...this.#systems.values(), { ...asked, run, query: found, ...fresh }]);
  }

  /**
   * Takes a system out; `false` when there is none of that name. Throws `SystemRequired` while others are ordered against
   * it, unless forced: then they lose that order.
   */
  unregister(name: string, force = false): boolean {
    this.#gate.require("unregister a system");
    if (!this.#systems.has(name)) return false;
    const dependents = this.dependentsOf(name);
    if (dependents.length > 0 && !force) {
      const message = `system \`${name}\` is needed by \`${dependents.join("`, `")}\``;
      throw new EcsError("SystemRequired", message, "unregister these first, change their order, or force it");
    }
    for (const dependent of dependents) {
      const system = this.#require(dependent);
      system.after = system.after.filter((other) => other !== name);
      system.before = system.before.filter((other) => other !== name);
    }
    closeQuery(this.#require(name));
    this.#reorder([...this.#systems.values()].filter((system) => system.name !== name));
    return true;
  }

  /** Whether there is a system of that name. */
  has(name: string): boolean {
    return this.#systems.has(name);
  }

  /** What is known of a system; undefined when there is none of that name. */
  info(name: string): SystemInfo | undefined {
    const system = this.#systems.get(name);
    return system && infoOf(system);
  }

  /** What is known of all systems, in the order in which they run. */
  all(): SystemInfo[] {
    return this.#order.map(infoOf);
  }

  /** Lets a system run or not; `false` when that is as it was. Throws `UnknownSystem`. */
  setEnabled(name: string, enabled: boolean): boolean {
    this.#gate.require("enable or disable a system");
    const system = this.#require(name);
    if (system.enabled === enabled) return false;
    system.enabled = enabled;
    system.failing = 0;
    return true;
  }

  /** Changes the order that a system asks for. Throws `UnknownSystem` or `SystemCycle`, with nothing changed. */
  setDependencies(name: string, dependencies: Partial<SystemDependencies>): void {
    this.#gate.require("order a system");
    requireObject(dependencies, "the order of a system");
    const { after, before } = dependencies;
    for (const names of [after, before]) if (names !== undefined) requireList(names, "a list of names of systems");
    const system = this.#require(name);
    const former = { after: system.after, before: system.before };
    try {
      Object.assign(system, { after: [...(after ?? former.after)], before: [...(before ?? former.before)] });
      this.#reorder([...this.#systems.values()]);
    } catch (error) {
      Object.assign(system, former);
      throw error;
    }
  }

  /** The systems that say they run before or after this one, sorted as they run. */
  dependentsOf(name: string): string[] {
    return this.#order
      .filter(({ after, before }) => after.includes(name) || before.includes(name))
      .map((system) => system.name);
  }

  /** How often and how long a system ran; undefined when there is none of that name. */
  stats(name: string): SystemStats | undefined {
    const system = this.#systems.get(name);
    return system && { ...system.timer.stats(), failures: system.failures, lastError: system.lastError };
  }

  /** Forgets what was measured of one system, or of all. Throws `UnknownSystem`. */
  clearStats(name?: string): void {
    this.#gate.require("clear the statistics of systems");
    const systems = name === undefined ? this.#systems.values() : [this.#require(name)];
    for (const system of systems) {
      system.timer.clear();
      Object.assign(system, { failures: 0, lastError: undefined });
    }
  }

  /** How often and how long all systems ran, in the order in which they run. */
  timings(): RunTiming[] {
    return this.#order.map(({ name, phase, timer }) => ({ name, phase, ...timer.stats() }));
  }

  /** Runs one system now, enabled or not. Throws `UnknownSystem`, or what the policy lets through. */
  run(name: string, delta: number): void {
    this.#runOne(this.#require(name), delta);
  }

  /** Runs all enabled systems once, in order, and gives back how many ran: not those that were cancelled. Throws what the policy lets through. */
  runAll(delta: number): number {
    return this.#phases.reduce((ran, phase) => ran + this.runPhase(phase, delta), 0);
  }

  /** The same with those of one phase. Throws `UnknownPhase` as well. */
  runPhase(phase: SystemPhase, delta: number): number {
    this.#gate.require("run systems");
    this.#requirePhase(phase);
    let ran = 0;
    for (const system of this.#order) {
      const gone = this.#systems.get(system.name) !== system;
      if (system.phase !== phase || !system.enabled || gone) continue;
      if (this.#runOne(system, delta)) ran++;
    }
    return ran;
  }

  /** Systems that are ordered against others which do not exist. */
  problems(): WorldProblem[] {
    return this.#order.flatMap(({ name, after, before }) =>
      [...after, ...before]
        .filter((other) => !this.#systems.has(other))
        .map((other): WorldProblem => {
          const message = `system \`${name}\` is ordered against \`${other}\`, which does not exist`;
          return { kind: "system", entity: undefined, message };
        }),
    );
  }

  /** Takes all systems out. */
  clear(): void {
    for (const system of this.#systems.values()) closeQuery(system);
    this.#reorder([]);
  }

  /** `false` when it was cancelled. */
  #runOne(system: System<Host>, delta: number): boolean {
    this.#gate.require("run a system");
    const rows = system.query.candidates;
    const start = this.#host.timing.$now();
    try {
      const ran = this.#host.execute(system.name, () => this.#visit(system, delta));
      if (!ran) return false;
      system.failing = 0;
      this.#note(system, start, rows);
    } catch (error) {
      this.#note(system, start, rows);
      this.#fail(system, error);
    }
    return true;
  }

  #note({ name, timer }: System<Host>, start: number, rows: number): void {
    const end = this.#host.timing.$now();
    timer.count();
    timer.note(end - start, rows);
    this.#host.timing.$ranSystem(name, start, end, rows);
  }

  #visit({ run, query }: System<Host>, delta: number): void {
    const visit = (): void => run(this.#host.world, query, delta);
    if (query instanceof ChangeQuery) query.run(visit);
    else visit();
  }

  #fail(system: System<Host>, error: unknown): void {
    const policy = this.#policy;
    system.lastError = error;
    system.failures++;
    system.failing++;
    const disabled = typeof policy === "object" && system.failing >= policy.disableAfter;
    if (disabled) system.enabled = false;
    this.#onError?.({ system: system.name, error, disabled });
    if (policy !== "stop") return;
    const reason = error instanceof Error ? error.message : String(error);
    const help = "mend the system, or choose another policy with the option `systemErrors` of the world";
    throw new EcsError("SystemFailed", `system \`${system.name}\` failed: ${reason}`, help, [error]);
  }

  #requirePhase(phase: string): void {
    if (this.#phases.includes(phase)) return;
    const help = `give one of \`${this.#phases.join("`, `")}\``;
    throw new EcsError("UnknownPhase", `there is no phase \`${shownGiven(phase)}\` in a step of this world`, help);
  }

  #require(name: string): System<Host> {
    const system = this.#systems.get(name);
    if (system === undefined)
      throw unknownSystem(name, [...this.#systems.keys()], "it was never registered, or is gone");
    return system;
  }

  #reorder(systems: readonly System<Host>[]): void {
    this.#order = inOrder(systems, this.#phases);
    this.#systems.clear();
    for (const system of systems) this.#systems.set(system.name, system);
  }
}

function infoOf<Host>({ name, phase, enabled, after, before }: System<Host>): SystemInfo {
  return { name, phase, enabled, after, before };
}

/** Lets go of what is kept for a query that asks for changes. */
function closeQuery<Host>({ query }: System<Host>): void {
  if (query instanceof ChangeQuery) query.close();
}
