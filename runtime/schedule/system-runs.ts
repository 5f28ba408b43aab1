import type { Structure } from "../commands/structure.js";
import type { EventBus } from "../events/event-bus.js";
import { ChangeQuery } from "../queries/change-query.js";
import type { Query } from "../queries/query.js";
import { changesIn } from "../queries/seeing.js";
import { QueryRows } from "../queries/query-rows.js";
import type { Timing } from "./timing.js";

/** A generated loop: a query, and what else the function behind it takes. */
export type SystemLoop<Host, Extras extends readonly unknown[]> = (host: Host, query: Query, ...extras: Extras) => void;

/**
 * Runs systems: the lines of a generated schedule, and those that are registered. Each is told by its built-in events, and
 * not run when a handler cancels; while nobody handles these, that is one check. What waits is applied at sync points, which
 * the schedule sets. While timing is on, lines are counted, and measured in some steps or in all.
 */
export class SystemRuns<Host> {
  private readonly host: Host;
  private readonly structure: Structure<object>;
  private readonly events: EventBus;
  private readonly timing: Timing;

  constructor(host: Host, structure: Structure<object>, events: EventBus, timing: Timing) {
    this.host = host;
    this.structure = structure;
    this.events = events;
    this.timing = timing;
  }

  /** Runs a loop over a query, with structural changes waiting. */
  loop<Extras extends readonly unknown[]>(
    system: string,
    loop: SystemLoop<Host, Extras>,
    query: Query,
    ...extras: Extras
  ): void {
    const rows = this.timing.$measures ? this.timing.$rowsOf(query) : 0;
    let ran = true;
    if (this.events.$watchesRuns) ran = this.iterateWatched(system, loop, this.host, query, ...extras);
    else this.structure.defer(loop, this.host, query, ...extras);
    if (this.timing.$counts) this.timing.$ran(system, ran, rows);
  }

  /** Runs a loop over what changed since the query ran last, with structural changes waiting. */
  changes<Extras extends readonly unknown[]>(
    system: string,
    loop: SystemLoop<Host, Extras>,
    query: ChangeQuery,
    ...extras: Extras
  ): void {
    const rows = this.timing.$measures ? this.timing.$rowsOf(query) : 0;
    const ran = this.iterate(system, () =>
      ChangeQuery.$together([query, ...changesIn(extras)], () => loop(this.host, query, ...extras)),
    );
    if (this.timing.$counts) this.timing.$ran(system, ran, rows);
  }

  /** Runs a function that is not a loop, with structural changes made at once. */
  once<Parameters extends readonly unknown[]>(
    system: string,
    run: (...parameters: Parameters) => unknown,
    ...parameters: Parameters
  ): void {
    let ran = true;
    if (this.events.$watchesRuns) ran = this.callWatched(system, run, ...parameters);
    else run(...parameters);
    if (this.timing.$counts) this.timing.$ran(system, ran, 0);
  }

  /** Runs a function that takes whole queries, with structural changes waiting. */
  over<Parameters extends readonly unknown[]>(
    system: string,
    run: (...parameters: Parameters) => unknown,
    ...parameters: Parameters
  ): void {
    const rows = this.timing.$measures ? this.rowsOf(parameters) : 0;
    let ran = true;
    if (this.events.$watchesRuns) ran = this.iterateWatched(system, run, ...parameters);
    else this.structure.defer(run, ...parameters);
    if (this.timing.$counts) this.timing.$ran(system, ran, rows);
  }

  /** Runs anything, with structural changes waiting; `false` when a handler cancelled it. */
  iterate(system: string, run: () => void): boolean {
    if (this.events.$watchesRuns) return this.iterateWatched(system, run);
    this.structure.defer(run);
    return true;
  }

  /** The same, and then comes a sync point, unless a handler cancelled it. */
  iterateAlone(system: string, run: () => void): boolean {
    if (this.events.$watchesRuns) return this.iterateWatched(system, run);
    this.structure.iterate(run);
    return true;
  }

  /** A sync point: applies what waits. */
  sync(): void {
    if (!this.timing.$measures || this.structure.commands.waiting === 0) return this.structure.sync();
    const start = this.timing.$now();
    this.structure.sync();
    this.timing.$synced(start);
  }

  /** Calls a function with structural changes waiting, untold. Then comes a sync point, unless another loop is under way. */
  waiting<Parameters extends readonly unknown[], Result>(
    run: (...parameters: Parameters) => Result,
    ...parameters: Parameters
  ): Result {
    return this.structure.iterate(run, ...parameters);
  }

  // Closures are made here alone, so that nothing is allocated for them while nobody watches. Whoever is told that a system
  // is over sees what it changed, so what waits is applied at once.

  private iterateWatched<Parameters extends readonly unknown[]>(
    system: string,
    run: (...parameters: Parameters) => unknown,
    ...parameters: Parameters
  ): boolean {
    return this.events.$runSystem(system, () => this.structure.iterate(run, ...parameters));
  }

  private callWatched<Parameters extends readonly unknown[]>(
    system: string,
    run: (...parameters: Parameters) => unknown,
    ...parameters: Parameters
  ): boolean {
    return this.events.$runSystem(system, () => {
      run(...parameters);
      this.structure.sync();
    });
  }

  /** The rows that the queries among some parameters may find. */
  private rowsOf(parameters: readonly unknown[]): number {
    const rowsOf = (each: unknown): number => (each instanceof QueryRows ? this.timing.$rowsOf(each.query) : 0);
    return parameters.reduce<number>((sum, each) => sum + rowsOf(each), 0);
  }
}
