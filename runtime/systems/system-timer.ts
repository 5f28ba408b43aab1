import type { SystemStats } from "./system.js";

const kept = 128;

/** Measures the runs of one system. */
export class SystemTimer {
  #runs = 0;
  #failures = 0;
  #total = 0;
  #last = 0;
  #lastError: unknown;
  readonly #recent = new Float64Array(kept);

  /** Notes a run of so many milliseconds. */
  note(milliseconds: number): void {
    this.#recent[this.#runs % kept] = milliseconds;
    this.#runs++;
    this.#total += milliseconds;
    this.#last = milliseconds;
  }

  /** Notes that the last run failed. */
  fail(error: unknown): void {
    this.#failures++;
    this.#lastError = error;
  }

  /** Forgets all runs. */
  clear(): void {
    this.#runs = 0;
    this.#failures = 0;
    this.#total = 0;
    this.#last = 0;
    this.#lastError = undefined;
  }

  /** What was measured. */
  stats(): SystemStats {
    return {
      runs: this.#runs,
      failures: this.#failures,
      total: this.#total,
      mean: this.#runs === 0 ? 0 : this.#total / this.#runs,
      last: this.#last,
      p95: this.#percentile(0.95),
      lastError: this.#lastError,
    };
  }

  /** The nearest-rank percentile of the runs that are kept. */
  #percentile(part: number): number {
    const count = Math.min(this.#runs, kept);
    if (count === 0) return 0;
    const sorted = this.#recent.slice(0, count).sort();
    return sorted[Math.ceil(count * part) - 1];
  }
}
