import type { Structure } from "../commands/structure.js";
import type { EventBus } from "../events/event-bus.js";
import type { ChangeQuery } from "../queries/change-query.js";
import type { Query } from "../queries/query.js";

/** A generated loop: a query, and what else the function behind it takes. */
export type SystemLoop<Host, Extras extends readonly unknown[]> = (host: Host, query: Query, ...extras: Extras) => void;

/**
 * Runs systems: the lines of a generated schedule, and those that are registered. Each is told by its built-in events, and
 * not run when a handler cancels; while nobody handles these, that is one check. Then comes a sync point.
 */
export class SystemRuns<Host> {
  readonly #host: Host;
  readonly #structure: Structure<object>;
  readonly #events: EventBus;

  constructor(host: Host, structure: Structure<object>, events: EventBus) {
    this.#host = host;
    this.#structure = structure;
    this.#events = events;
  }

  /** Runs a loop over a query, with structural changes waiting. */
  loop<Extras extends readonly unknown[]>(
    system: string,
    loop: SystemLoop<Host, Extras>,
    query: Query,
    ...extras: Extras
  ): void {
    if (this.#events.$watchesRuns) this.#iterateWatched(system, loop, this.#host, query, ...extras);
    else this.#structure.iterate(loop, this.#host, query, ...extras);
  }

  /** Runs a loop over what changed since the query ran last, with structural changes waiting. */
  changes<Extras extends readonly unknown[]>(
    system: string,
    loop: SystemLoop<Host, Extras>,
    query: ChangeQuery,
    ...extras: Extras
  ): void {
    this.iterate(system, () => query.run(() => loop(this.#host, query, ...extras)));
  }

  /** Runs a function that is not a loop, with structural changes made at once. */
  once<Parameters extends readonly unknown[]>(
    system: string,
    run: (...parameters: Parameters) => unknown,
    ...parameters: Parameters
  ): void {
    if (this.#events.$watchesRuns) this.#callWatched(system, run, ...parameters);
    else this.#call(run, ...parameters);
  }

  /** Runs anything, with structural changes waiting; `false` when a handler cancelled it. */
  iterate<Parameters extends readonly unknown[]>(
    system: string,
    run: (...parameters: Parameters) => void,
    ...parameters: Parameters
  ): boolean {
    if (this.#events.$watchesRuns) return this.#iterateWatched(system, run, ...parameters);
    this.#structure.iterate(run, ...parameters);
    return true;
  }

  /** Calls a function with structural changes waiting, untold. Then comes a sync point, unless another loop is under way. */
  waiting<Parameters extends readonly unknown[], Result>(
    run: (...parameters: Parameters) => Result,
    ...parameters: Parameters
  ): Result {
    return this.#structure.iterate(run, ...parameters);
  }

  // Closures are made here alone, so that nothing is allocated for them while nobody watches.

  #iterateWatched<Parameters extends readonly unknown[]>(
    system: string,
    run: (...parameters: Parameters) => void,
    ...parameters: Parameters
  ): boolean {
    return this.#events.$runSystem(system, () => this.#structure.iterate(run, ...parameters));
  }

  #callWatched<Parameters extends readonly unknown[]>(
    system: string,
    run: (...parameters: Parameters) => unknown,
    ...parameters: Parameters
  ): void {
    this.#events.$runSystem(system, () => this.#call(run, ...parameters));
  }

  #call<Parameters extends readonly unknown[]>(
    run: (...parameters: Parameters) => unknown,
    ...parameters: Parameters
  ): void {
    run(...parameters);
    this.#structure.sync();
  }
}
