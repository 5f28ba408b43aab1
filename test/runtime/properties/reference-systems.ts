import {
  AfterSystemRun,
  BeforeSystemRun,
  type SystemDependencies,
  type SystemErrorPolicy,
  type SystemInfo,
  type SystemOptions,
  type SystemPhase,
} from "ecsgen/runtime";
import { failWith } from "./failures.js";
import type { ReferenceBus } from "./reference-bus.js";
import type { ReferenceGate } from "./reference-gate.js";
import { ReferenceChangeQuery } from "./reference-change-query.js";
import { inTokens, queryFor } from "./reference-queries.js";
import type { ReferenceStore } from "./reference-store.js";
import type { ReferenceStructure } from "./reference-structure.js";
import type { QueryLike, SystemsLike } from "./world-like.js";

type Ordered = Pick<SystemInfo, "name" | "phase" | "after" | "before">;

interface System extends SystemInfo {
  readonly run: (world: unknown, query: QueryLike) => void;
  readonly query: QueryLike;
  enabled: boolean;
  after: readonly string[];
  before: readonly string[];
  failing: number;
  runs: number;
  failures: number;
}

/** Systems in order of registration, put in order anew whenever somebody asks. */
export class ReferenceSystems implements SystemsLike {
  readonly #store: ReferenceStore;
  readonly #gate: ReferenceGate;
  readonly #bus: ReferenceBus;
  readonly #structure: ReferenceStructure;
  readonly #policy: SystemErrorPolicy;
  #systems: System[] = [];

  constructor(
    store: ReferenceStore,
    gate: ReferenceGate,
    bus: ReferenceBus,
    structure: ReferenceStructure,
    policy: SystemErrorPolicy,
  ) {
    this.#store = store;
    this.#gate = gate;
    this.#bus = bus;
    this.#structure = structure;
    this.#policy = policy;
  }

  get count(): number {
    return this.#systems.length;
  }

  register(name: string, run: System["run"], { query = {}, ...options }: SystemOptions = {}): void {
    this.#gate.requireOpen();
    const { after = [], before = [], phase = "update" } = options;
    if (this.#find(name) !== undefined) failWith("SystemExists");
    inOrder([...this.#systems, { name, phase, after, before }]);
    const found = queryFor(this.#store, inTokens(query));
    const counts = { failing: 0, runs: 0, failures: 0 };
    this.#systems.push({ name, run, query: found, phase, after, before, enabled: true, ...counts });
  }

  unregister(name: string, force = false): boolean {
    this.#gate.requireOpen();
    if (this.#find(name) === undefined) return false;
    const dependents = this.#dependents(name);
    if (dependents.length > 0 && !force) failWith("SystemRequired");
    for (const system of dependents) {
      system.after = system.after.filter((other) => other !== name);
      system.before = system.before.filter((other) => other !== name);
    }
    close(this.#require(name));
    this.#systems = this.#systems.filter((system) => system.name !== name);
    return true;
  }

  setEnabled(name: string, enabled: boolean): boolean {
    this.#gate.requireOpen();
    const system = this.#require(name);
    if (system.enabled === enabled) return false;
    system.enabled = enabled;
    system.failing = 0;
    return true;
  }

  setDependencies(name: string, { after, before }: Partial<SystemDependencies>): void {
    this.#gate.requireOpen();
    const system = this.#require(name);
    const changed = { ...system, after: after ?? system.after, before: before ?? system.before };
    inOrder(this.#systems.map((each) => (each === system ? changed : each)));
    Object.assign(system, { after: changed.after, before: changed.before });
  }

  all(): SystemInfo[] {
    return inOrder(this.#systems).map(({ name, phase, enabled, after, before }) => {
      return { name, phase, enabled, after, before };
    });
  }

  dependentsOf(name: string): string[] {
    return this.#dependents(name).map((system) => system.name);
  }

  stats(name: string): { readonly runs: number; readonly failures: number } | undefined {
    return this.#find(name);
  }

  clearStats(name?: string): void {
    this.#gate.requireOpen();
    const systems = name === undefined ? this.#systems : [this.#require(name)];
    for (const system of systems) Object.assign(system, { runs: 0, failures: 0 });
  }

  run(name: string, _delta: number): void {
    this.#run(this.#require(name));
  }

  runPhase(phase: SystemPhase, _delta: number): number {
    this.#gate.requireOpen();
    let ran = 0;
    for (const system of inOrder(this.#systems)) {
      if (system.phase !== phase || !system.enabled || !this.#systems.includes(system)) continue;
      if (this.#run(system)) ran++;
    }
    return ran;
  }

  clear(): void {
    for (const system of this.#systems) close(system);
    this.#systems = [];
  }

  /** `false` when a handler cancelled it. */
  #run(system: System): boolean {
    this.#gate.requireOpen();
    try {
      const run = (): void => this.#structure.loop(() => visit(system));
      if (!this.runWatched(system.name, run)) return false;
      system.runs++;
      system.failing = 0;
    } catch {
      system.runs++;
      this.#fail(system);
    }
    return true;
  }

  /** Whether somebody is told of runs. */
  get areWatched(): boolean {
    return this.#bus.hasSubscribers(BeforeSystemRun) || this.#bus.hasSubscribers(AfterSystemRun);
  }

  /** Runs a system between its events, if somebody handles these; `false` when a handler cancelled it. */
  runWatched(name: string, run: () => void): boolean {
    const around = (): boolean => {
      if (!this.#bus.publish(BeforeSystemRun, { system: name })) return false;
      run();
      this.#bus.publish(AfterSystemRun, { system: name });
      return true;
    };
    return this.areWatched ? this.#gate.scope(around) : around();
  }

  #fail(system: System): void {
    system.failures++;
    system.failing++;
    if (typeof this.#policy === "object" && system.failing >= this.#policy.disableAfter) system.enabled = false;
    if (this.#policy === "stop") failWith("SystemFailed");
  }

  #find(name: string): System | undefined {
    return this.#systems.find((system) => system.name === name);
  }

  #require(name: string): System {
    return this.#find(name) ?? failWith("UnknownSystem");
  }

  #dependents(name: string): System[] {
    return inOrder(this.#systems).filter(({ after, before }) => after.includes(name) || before.includes(name));
  }
}

function visit({ run, query }: System): void {
  const runs = (): void => run(undefined, query);
  if (query instanceof ReferenceChangeQuery) query.run(runs);
  else runs();
}

function close({ query }: System): void {
  if (query instanceof ReferenceChangeQuery) query.close();
}

/** Again and again the first one that need not wait for another. */
function inOrder<Each extends Ordered>(systems: readonly Each[]): Each[] {
  const names = systems.map(({ name }) => name);
  if (systems.some(({ after, before }) => [...after, ...before].some((name) => !names.includes(name)))) {
    failWith("UnknownSystem");
  }
  const waitsFor = (system: Each, other: Each): boolean =>
    system.after.includes(other.name) ||
    other.before.includes(system.name) ||
    (system.phase === "update" && other.phase === "fixedUpdate");
  const waiting = [...systems];
  const ordered: Each[] = [];
  while (waiting.length > 0) {
    const place = waiting.findIndex((system) => !waiting.some((other) => waitsFor(system, other)));
    if (place < 0) failWith("SystemCycle");
    ordered.push(...waiting.splice(place, 1));
  }
  return ordered;
}
