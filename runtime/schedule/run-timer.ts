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

/** Counts the runs of so many lines, and measures them, or some of them. What a run changes lies side by side. */
export class RunTimers {
  private readonly durations: Durations;
  private readonly runs: Float64Array;
  private readonly measured: Float64Array;
  /** How many runs those stand for that were measured, and the milliseconds and rows of these. */
  private readonly weights: Float64Array;
  private readonly totals: Float64Array;
  private readonly rows: Float64Array;
  private readonly last: Float64Array;
  private readonly max: Float64Array;

  constructor(lines: number) {
    this.durations = new Durations(lines);
    this.runs = new Float64Array(lines);
    this.measured = new Float64Array(lines);
    this.weights = new Float64Array(lines);
    this.totals = new Float64Array(lines);
    this.rows = new Float64Array(lines);
    this.last = new Float64Array(lines);
    this.max = new Float64Array(lines);
  }

  /** Counts a run of a line. */
  count(line: number): void {
    this.runs[line]++;
  }

  /** Notes what was measured of a run that was counted: milliseconds, rows, and for how many runs it stands. */
  note(line: number, milliseconds: number, rows: number, weight: number): void {
    this.durations.add(line, milliseconds, weight);
    this.measured[line]++;
    this.weights[line] += weight;
    this.totals[line] += weight * milliseconds;
    this.rows[line] += weight * rows;
    this.last[line] = milliseconds;
    if (milliseconds > this.max[line]) this.max[line] = milliseconds;
  }

  /** Forgets all runs. */
  clear(): void {
    this.durations.clear();
    for (const values of [this.runs, this.measured, this.weights, this.totals, this.rows, this.last, this.max])
      values.fill(0);
  }

  /** What is known of a line. */
  stats(line: number): RunStats {
    const [runs, measured, max] = [this.runs[line], this.measured[line], this.max[line]];
    // Exactly 1 where all runs were measured.
    const scale = measured === 0 ? 0 : runs / this.weights[line];
    const total = this.totals[line] * scale;
    return {
      runs,
      measured,
      total,
      mean: runs === 0 ? 0 : total / runs,
      last: this.last[line],
      p95: Math.min(this.durations.percentile(line, 0.95), max),
      max,
      rows: Math.round(this.rows[line] * scale),
    };
  }
}

/** Counts and measures the runs of one thing. */
export class RunTimer {
  private readonly timers = new RunTimers(1);

  /** Counts a run. */
  count(): void {
    this.timers.count(0);
  }

  /** Notes what was measured of a run that was counted: milliseconds, rows, and for how many runs it stands. */
  note(milliseconds: number, rows: number, weight = 1): void {
    this.timers.note(0, milliseconds, rows, weight);
  }

  /** Forgets all runs. */
  clear(): void {
    this.timers.clear();
  }

  /** What is known of it. */
  stats(): RunStats {
    return this.timers.stats(0);
  }
}
