import { Random } from "../resources/random.js";

/** A line of a phase that is being shuffled. */
interface FreeLine {
  readonly run: () => void;
  /** Lines that run before it, by the order in which they were added. */
  readonly waitsFor: readonly number[];
}

/**
 * Runs the lines of a phase in an order that is allowed: each behind those that it waits for, and else by chance. For what is
 * generated for tests. Every allowed order can come up; the seed decides which one does.
 */
export class LineShuffle {
  readonly #random: Random;
  readonly #sync: () => void;
  #lines: FreeLine[] = [];
  #after: readonly number[] = [];

  /** `sync` is a sync point, which comes behind every line. Throws `InvalidArgument` for a seed that is no whole number. */
  constructor(seed: number, sync: () => void) {
    this.#random = new Random({ seed });
    this.#sync = sync;
  }

  /** Asks when the answer is needed first, and not again. */
  once(ask: () => boolean): () => boolean {
    let answer: boolean | undefined;
    return () => (answer ??= ask());
  }

  /** The next line waits for these. */
  after(...lines: readonly number[]): void {
    this.#after = lines;
  }

  /** Adds a line to the phase. */
  add(run: () => void): void {
    this.#lines.push({ run, waitsFor: this.#after });
    this.#after = [];
  }

  /** Runs all that was added. */
  run(): void {
    const lines = this.#lines;
    this.#lines = [];
    const waiting = new Set(lines.keys());
    while (waiting.size > 0) {
      const free = [...waiting].filter((line) => !lines[line].waitsFor.some((other) => waiting.has(other)));
      const next = this.#random.pick(free);
      waiting.delete(next);
      lines[next].run();
      this.#sync();
    }
  }
}
