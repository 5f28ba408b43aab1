import { EcsError } from "../errors.js";
import { requireFunction, requireObject, requireWhole } from "../given.js";
import type { Query } from "../queries/query.js";
import { LineTimers, type RunTiming, type TimedLine } from "./line-timers.js";
import { RunTimer, type RunStats } from "./run-timer.js";
import { Sampling } from "./sampling.js";
import type { ScheduleLine } from "./schedule.js";
import { traceOf, TraceRing, type Trace, type TraceInterval } from "./trace.js";

/** The clock of every host that runs JavaScript today; in milliseconds. */
declare const performance: { now(): number };

const mostIntervals = 2 ** 24;

/** A price that was not looked for yet. */
const unknown = -1;

/** Where measured times come from. */
export interface TimingOptions {
  /** What runs are measured with: tells the time in milliseconds, since whenever it likes. Default: `performance.now`. */
  readonly stopwatch?: () => number;
}

/** What is measured, and what of it is kept. */
export interface TimingStart {
  /**
   * Whether each step is measured, whatever that costs, so that nothing is missed that happens rarely. By default lines are
   * measured in as many steps as it costs less than one per cent of the time that steps take, which are all where lines are long.
   */
  readonly everyStep?: boolean;
  /**
   * How many intervals `trace` can give back: the last ones, at 40 bytes each; 16,777,216 at most. Default: 0, for no trace.
   * With a trace each step is measured.
   */
  readonly intervals?: number;
}

/**
 * Measures what runs in a step. Off until `start`; while it is off, a line pays for it with one look at a truth, and
 * while it is on, with that of its run being counted, and in steps in which lines are measured, with a look at the clock. The time
 * of a line is what passed since the line or the sync point before it: its condition is in it.
 */
export class Timing {
  /** Whether lines are measured in the step that runs; for what runs them. */
  $measures = false;
  /** Whether runs of lines are counted. */
  $counts = false;
  private readonly now: () => number;
  private readonly known: () => readonly ScheduleLine[];
  private timers = new LineTimers([]);
  private readonly steps = new RunTimer();
  private ring = new TraceRing(0);
  private tracing = false;
  private isOn = false;
  /** Between the beginning and the end of a step, also of one that threw, until the next one begins. */
  private inStep = false;
  private everyStep = false;
  private sampling = new Sampling();
  /** What is done to measure the lines of the step that runs. */
  private readonly effort = { looks: 0, tables: 0, price: 0 };
  /** Whether the step that runs is measured as a whole. */
  private measuresStep = false;
  private stepStart = 0;
  private phaseStart = 0;
  /** Until when all is accounted for. */
  private mark = 0;

  /** `lines` tells what can run. Throws `InvalidArgument` for a stopwatch that is no function. */
  constructor(lines: () => readonly ScheduleLine[], { stopwatch = () => performance.now() }: TimingOptions = {}) {
    requireFunction(stopwatch, "a stopwatch, a function");
    this.known = lines;
    this.now = stopwatch;
  }

  /** Whether runs are measured. */
  get on(): boolean {
    return this.isOn;
  }

  /**
   * Measures from the next step on, and forgets what was measured before. Throws `InvalidArgument` for a number that is no
   * count.
   */
  start(options: TimingStart = {}): void {
    requireObject(options, "options of timing");
    const { intervals = 0, everyStep = false } = options;
    requireWhole(intervals, "`intervals`", mostIntervals);
    this.$reset();
    this.timers = new LineTimers(this.known());
    this.ring = new TraceRing(intervals);
    this.tracing = intervals > 0;
    this.everyStep = everyStep || this.tracing;
    this.sampling = new Sampling();
    this.isOn = true;
    if (!this.inStep) this.begin();
  }

  /** Measures no more; what was measured can still be read. */
  stop(): void {
    this.isOn = false;
    this.$counts = false;
    this.$measures = false;
  }

  /** What was measured of the lines of the schedule, in their order; a function that has several lines in a phase, once. */
  lines(): RunTiming[] {
    return this.timers.stats();
  }

  /** What was measured of whole steps: all that happens in them. They are measured more often than lines. */
  step(): RunStats {
    return this.steps.stats();
  }

  /**
   * The last intervals that were measured: steps, in them phases, in them lines, sync points and registered systems.
   * `JSON.stringify` makes a file of it that chrome://tracing and Perfetto open. Throws `NoTrace` when none were kept.
   */
  trace(): Trace {
    if (this.tracing) return traceOf(this.ring.intervals());
    const help = "start it with `world.timing.start({ intervals: 65_536 })`, and step the world";
    throw new EcsError("NoTrace", "the timing of this world keeps no intervals, of which a trace is made", help);
  }

  /** The time in milliseconds. */
  $now(): number {
    return this.now();
  }

  /** A step begins. */
  $beginStep(): void {
    this.inStep = true;
    if (!this.isOn) return;
    this.begin();
    const drawn = this.sampling.draw();
    this.$measures = drawn < this.sampling.lineChance;
    this.measuresStep = drawn < this.sampling.stepChance;
    this.effort.looks = 0;
    this.effort.tables = 0;
    this.effort.price = this.everyStep ? 0 : unknown;
    this.steps.count();
    if (this.measuresStep) this.stepStart = this.$skip();
  }

  /** What waited when the step began is done. */
  $settled(): void {
    if (this.$measures) this.$skip();
  }

  /** What passed belongs to no line. */
  $skip(): number {
    this.effort.looks++;
    return (this.mark = this.now());
  }

  /** A phase begins, where the one before has ended. */
  $beginPhase(phase: string): void {
    if (!this.$counts) return;
    this.timers.begin(phase);
    this.phaseStart = this.mark;
  }

  /** How many rows a loop over a query looks at; for lines that are measured. */
  $rowsOf(query: Query): number {
    this.effort.tables += query.tables.length;
    return query.candidates;
  }

  /** A line has run, or was cancelled: what that took belongs to no line. */
  $ran(name: string, ran: boolean, rows: number): void {
    const line = ran ? this.timers.count(name) : undefined;
    if (!this.$measures) return;
    if (line === undefined) this.$skip();
    else this.note(line, rows);
  }

  /** A registered system has run, and was measured. */
  $ranSystem(name: string, start: number, end: number, rows: number): void {
    if (!this.$counts) return;
    this.mark = end;
    this.ring.add("system", name, start, end, rows);
  }

  /** Changes that waited were applied. */
  $synced(start: number): void {
    this.keep("sync", "sync point", start, 0);
  }

  /** A phase ends. That of one in which nothing ran is not kept. */
  $endPhase(phase: string): void {
    this.timers.end();
    if (this.$measures && this.mark > this.phaseStart) this.keep("phase", phase, this.phaseStart, 0);
  }

  /** A step ends; `step` is how many there were before. */
  $endStep(step: number): void {
    this.inStep = false;
    if (!this.isOn || !this.measuresStep) return;
    this.measuresStep = false;
    const { sampling, stepStart } = this;
    const end = this.$skip();
    this.steps.note(end - stepStart, 0, 1 / sampling.stepChance);
    this.ring.add("step", "step", stepStart, end, step);
    if (!this.everyStep) sampling.learn(end - stepStart, this.$measures ? this.effort : undefined);
  }

  /** Makes it as newly made; for the world. */
  $reset(): void {
    this.stop();
    this.timers = new LineTimers([]);
    this.steps.clear();
    this.ring = new TraceRing(0);
    this.tracing = false;
    this.measuresStep = false;
    // Of a phase that runs already, the beginning is not known.
    this.phaseStart = Infinity;
  }

  /** What runs from now on is measured. */
  private begin(): void {
    this.$counts = true;
    this.$measures = this.everyStep;
  }

  private note(line: TimedLine, rows: number): void {
    const start = this.mark;
    const end = this.$skip();
    this.timers.note(line, end - start, rows, 1 / this.sampling.lineChance);
    this.ring.add("line", line.name, start, end, rows);
    if (this.effort.price === unknown) this.effort.price = this.$skip() - end;
  }

  private keep(kind: TraceInterval["cat"], name: string, start: number, number: number): void {
    this.ring.add(kind, name, start, this.$skip(), number);
  }
}
