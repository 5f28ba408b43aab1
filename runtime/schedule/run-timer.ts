import { Durations } from "./durations.js";

/**
 * How often and how long something ran. Times are in milliseconds. Where not all runs were measured, those that were stand for
 * the others, each for as many as there were for one of it.
 */
export interface RunStats {
  /** How often it ran: all runs are counted, measured or not. */
  readonly runs: number;
  /** How many of these runs were measured. */
  readonly measured: number;
  /** Of all runs: an estimate, unless all were measured. */
  readonly total: number;
  readonly mean: number;
  /** Of the last run that was measured. */
  readonly last: number;
  /** 95 per cent of the runs took no longer; at most 3.2 per cent off what was measured. */
  readonly p95: number;
  /** What the longest of the runs took that were measured. */
  readonly max: number;
  /**
   * How many rows the runs looked at, all together: those of the tables of its query. 0 for a function that has none. An
   * estimate, unless all runs were measured.
   */
  readonly rows: number;
}

/** Where what is known of a line stands, in eight numbers: a line of the processor's cache. */
const measured = 0;
/** How many runs those stand for that were measured, and the milliseconds and rows of these. */
const weights = 1;
const totals = 2;
const rowsSeen = 3;
const last = 4;
const longest = 5;
const width = 8;

/** Measures the runs of so many lines, or some of them. What a run changes lies side by side. */
export class RunTimers {
  private readonly durations: Durations;
  private readonly values: Float64Array;

  constructor(lines: number) {
    this.durations = new Durations(lines);
    this.values = new Float64Array(width * lines);
  }

  /** Notes what was measured of a run: milliseconds, rows, and for how many runs it stands. */
  note(line: number, milliseconds: number, rows: number, weight: number): void {
    const { values } = this;
    const at = line * width;
    values[at + measured]++;
    values[at + weights] += weight;
    values[at + totals] += weight * milliseconds;
    values[at + rowsSeen] += weight * rows;
    values[at + last] = milliseconds;
    if (milliseconds > values[at + longest]) values[at + longest] = milliseconds;
    this.durations.add(line, milliseconds, weight);
  }

  /** Forgets all runs. */
  clear(): void {
    this.durations.clear();
    this.values.fill(0);
  }

  /** What is known of a line that ran so often. */
  stats(line: number, runs: number): RunStats {
    const values = this.values.subarray(line * width, (line + 1) * width);
    // Exactly 1 where all runs were measured.
    const scale = values[measured] === 0 ? 0 : runs / values[weights];
    const total = values[totals] * scale;
    return {
      runs,
      measured: values[measured],
      total,
      mean: runs === 0 ? 0 : total / runs,
      last: values[last],
      p95: Math.min(this.durations.percentile(line, 0.95), values[longest]),
      max: values[longest],
      rows: Math.round(values[rowsSeen] * scale),
    };
  }
}

/** Counts and measures the runs of one thing. */
export class RunTimer {
  private readonly timers = new RunTimers(1);
  private runs = 0;

  /** Counts a run. */
  count(): void {
    this.runs++;
  }

  /** Notes what was measured of a run that was counted: milliseconds, rows, and for how many runs it stands. */
  note(milliseconds: number, rows: number, weight = 1): void {
    this.timers.note(0, milliseconds, rows, weight);
  }

  /** Forgets all runs. */
  clear(): void {
    this.runs = 0;
    this.timers.clear();
  }

  /** What is known of it. */
  stats(): RunStats {
    return this.timers.stats(0, this.runs);
  }
}
