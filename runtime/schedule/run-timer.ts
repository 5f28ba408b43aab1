import { Durations } from "./durations.js";

/** How often and how long something ran. Times are in milliseconds. */
export interface RunStats {
  readonly runs: number;
  readonly total: number;
  readonly mean: number;
  readonly last: number;
  /** 95 per cent of the runs took no longer; at most 3.2 per cent off. */
  readonly p95: number;
  /** What the longest run took. */
  readonly max: number;
  /** How many rows these runs looked at, all together: those of the tables of its query. 0 for a function that has none. */
  readonly rows: number;
}

/** Measures the runs of a line or of a system. */
export class RunTimer {
  readonly #durations = new Durations();
  #runs = 0;
  #total = 0;
  #last = 0;
  #max = 0;
  #rows = 0;

  /** Notes a run of so many milliseconds over so many rows. */
  note(milliseconds: number, rows: number): void {
    this.#durations.add(milliseconds);
    this.#runs++;
    this.#total += milliseconds;
    this.#last = milliseconds;
    this.#rows += rows;
    if (milliseconds > this.#max) this.#max = milliseconds;
  }

  /** Forgets all runs. */
  clear(): void {
    this.#durations.clear();
    this.#runs = 0;
    this.#total = 0;
    this.#last = 0;
    this.#max = 0;
    this.#rows = 0;
  }

  /** What was measured. */
  stats(): RunStats {
    return {
      runs: this.#runs,
      total: this.#total,
      mean: this.#runs === 0 ? 0 : this.#total / this.#runs,
      last: this.#last,
      p95: Math.min(this.#durations.percentile(0.95), this.#max),
      max: this.#max,
      rows: this.#rows,
    };
  }
}
