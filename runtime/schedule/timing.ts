import { requireFunction, requireObject, requireWhole } from "../given.js";
import { RunTimer, type RunStats } from "./run-timer.js";
import type { ScheduleLine } from "./schedule.js";
import { traceOf, TraceRing, type Trace, type TraceInterval } from "./trace.js";

/** The clock of every host that runs JavaScript today; in milliseconds. */
declare const performance: { now(): number };

const mostIntervals = 2 ** 24;

/** Where measured times come from. */
export interface TimingOptions {
  /** What runs are measured with: tells the time in milliseconds, since whenever it likes. Default: `performance.now`. */
  readonly stopwatch?: () => number;
}

/** What is kept of what is measured. */
export interface TimingStart {
  /** How many intervals `trace` can give back: the last ones. Default: 65,536, which take 2.6 MB; 0 for none, 16,777,216 at most. */
  readonly intervals?: number;
}

/** How often and how long a line of the schedule or a registered system ran. */
export interface RunTiming extends RunStats {
  readonly name: string;
  readonly phase: string;
}

/**
 * Measures what runs in a step. Off until `start`; while it is off, a line pays for it with one look at a truth, and
 * while it is on, with one look at the clock. The time of a line is what passed since the line or the sync point before it: its
 * condition is in it.
 */
export class Timing {
  readonly #now: () => number;
  readonly #lines: () => readonly ScheduleLine[];
  /** By phase, then by name. */
  readonly #timers = new Map<string, Map<string, RunTimer>>();
  #ring = new TraceRing(0);
  #on = false;
  /** Of the phase that runs. */
  #phase: Map<string, RunTimer> | undefined;
  #stepStart = 0;
  #phaseStart = 0;
  /** Until when all is accounted for. */
  #mark = 0;

  /** `lines` tells what can run. Throws `InvalidArgument` for a stopwatch that is no function. */
  constructor(lines: () => readonly ScheduleLine[], { stopwatch = () => performance.now() }: TimingOptions = {}) {
    requireFunction(stopwatch, "a stopwatch, a function");
    this.#lines = lines;
    this.#now = stopwatch;
  }

  /** Whether runs are measured. */
  get on(): boolean {
    return this.#on;
  }

  /** Measures from now on, and forgets what was measured before. Throws `InvalidArgument` for a number that is no count. */
  start(options: TimingStart = {}): void {
    requireObject(options, "options of timing");
    const { intervals = 65_536 } = options;
    requireWhole(intervals, "`intervals`", mostIntervals);
    this.#ring = new TraceRing(intervals);
    this.#timers.clear();
    for (const { name, phase } of this.#lines()) this.#timersOf(phase).set(name, new RunTimer());
    this.#on = true;
  }

  /** Measures no more; what was measured can still be read. */
  stop(): void {
    this.#on = false;
  }

  /** What was measured of the lines of the schedule, in their order; a function that has several lines in a phase, once. */
  lines(): RunTiming[] {
    return [...this.#timers].flatMap(([phase, timers]) =>
      [...timers].map(([name, timer]) => ({ name, phase, ...timer.stats() })),
    );
  }

  /**
   * The last intervals that were measured: steps, in them phases, in them lines, sync points and registered systems.
   * `JSON.stringify` makes a file of it that chrome://tracing and Perfetto open.
   */
  trace(): Trace {
    return traceOf(this.#ring.intervals());
  }

  /** The time in milliseconds. */
  $now(): number {
    return this.#now();
  }

  /** A step begins. */
  $beginStep(): void {
    if (this.#on) this.#stepStart = this.$skip();
  }

  /** What waited when the step began is done. */
  $settled(): void {
    if (this.#on) this.$skip();
  }

  /** What passed belongs to no line. */
  $skip(): number {
    return (this.#mark = this.#now());
  }

  /** A phase begins, where the one before has ended. */
  $beginPhase(phase: string): void {
    if (!this.#on) return;
    this.#phase = this.#timersOf(phase);
    this.#phaseStart = this.#mark;
  }

  /** A line has run. */
  $ran(name: string, rows: number): void {
    const { phase, start, end } = { phase: this.#phase, start: this.#mark, end: this.#now() };
    this.#mark = end;
    if (phase === undefined) return;
    let timer = phase.get(name);
    if (timer === undefined) phase.set(name, (timer = new RunTimer()));
    timer.note(end - start, rows);
    this.#ring.add("line", name, start, end, rows);
  }

  /** A registered system has run, and was measured. */
  $ranSystem(name: string, start: number, end: number, rows: number): void {
    if (!this.#on) return;
    this.#mark = end;
    this.#ring.add("system", name, start, end, rows);
  }

  /** Changes that waited were applied. */
  $synced(start: number): void {
    this.#keep("sync", "sync point", start, 0);
  }

  /** A phase ends. That of one in which nothing ran is not kept. */
  $endPhase(phase: string): void {
    this.#phase = undefined;
    if (this.#on && this.#mark > this.#phaseStart) this.#keep("phase", phase, this.#phaseStart, 0);
  }

  /** A step ends; `step` is how many there were before. */
  $endStep(step: number): void {
    if (this.#on) this.#keep("step", "step", this.#stepStart, step);
  }

  /** Makes it as newly made; for the world. */
  $reset(): void {
    this.#on = false;
    this.#timers.clear();
    this.#ring = new TraceRing(0);
  }

  #keep(kind: TraceInterval["cat"], name: string, start: number, number: number): void {
    this.#ring.add(kind, name, start, this.$skip(), number);
  }

  #timersOf(phase: string): Map<string, RunTimer> {
    let timers = this.#timers.get(phase);
    if (timers === undefined) this.#timers.set(phase, (timers = new Map()));
    return timers;
  }
}
