/**
 * An interval of a trace: a step, a phase of it, or a line, a sync point or a system in a phase. Times are in microseconds, whole
 * nanoseconds each: what holds others ends with them or behind them to the last digit, since Perfetto leaves out what overlaps.
 */
export interface TraceInterval {
  readonly name: string;
  readonly cat: "step" | "phase" | "line" | "sync" | "system";
  readonly ph: "X";
  readonly ts: number;
  readonly dur: number;
  readonly pid: number;
  readonly tid: number;
  /** Of lines and systems, how many rows they looked at. Of steps, how many steps there were before. */
  readonly args: { readonly rows: number } | { readonly step: number } | Record<never, never>;
}

/** What the process and the thread of all intervals are called. */
export interface TraceName {
  readonly name: "process_name" | "thread_name";
  readonly ph: "M";
  readonly ts: 0;
  readonly pid: number;
  readonly tid: number;
  readonly args: { readonly name: string };
}

/**
 * What a program such as chrome://tracing or Perfetto shows, once it is written as JSON: Google's trace event format, in its
 * form as an object, with complete events, and the names of where they belong before them.
 */
export interface Trace {
  readonly displayTimeUnit: "ms";
  readonly traceEvents: readonly (TraceName | TraceInterval)[];
}

const place = { pid: 1, tid: 1 };

/** A trace of some intervals; nothing of nothing. */
export function traceOf(intervals: readonly TraceInterval[]): Trace {
  const named = (name: TraceName["name"], shown: string): TraceName => ({
    name,
    ph: "M",
    ts: 0,
    ...place,
    args: { name: shown },
  });
  const names = intervals.length === 0 ? [] : [named("process_name", "ecsgen"), named("thread_name", "world")];
  return { displayTimeUnit: "ms", traceEvents: [...names, ...intervals] };
}

/** Milliseconds in whole nanoseconds. */
function nanoseconds(time: number): number {
  return Math.round(time * 1e6);
}

/**
 * Whole nanoseconds as microseconds. Perfetto multiplies these by 1,000 and cuts off what is behind the point, so it is given
 * the next number where the nearest one is a little too small: else it would take a nanosecond less, and find overlaps.
 */
function microseconds(whole: number): number {
  const nearest = whole / 1000;
  return nearest * 1000 < whole ? nearest * (1 + Number.EPSILON) : nearest;
}

/** The last intervals that were measured: a ring of so many. */
export class TraceRing {
  readonly #size: number;
  readonly #names: string[] = [];
  readonly #kinds: TraceInterval["cat"][] = [];
  /** In milliseconds. */
  readonly #starts: Float64Array;
  readonly #ends: Float64Array;
  /** Rows, or the number of a step. */
  readonly #numbers: Float64Array;
  #count = 0;

  constructor(size: number) {
    this.#size = size;
    this.#starts = new Float64Array(size);
    this.#ends = new Float64Array(size);
    this.#numbers = new Float64Array(size);
  }

  /** Keeps an interval, in place of the oldest one when it is full. Times are in milliseconds. */
  add(kind: TraceInterval["cat"], name: string, start: number, end: number, number: number): void {
    if (this.#size === 0) return;
    const at = this.#count++ % this.#size;
    this.#names[at] = name;
    this.#kinds[at] = kind;
    this.#starts[at] = start;
    this.#ends[at] = end;
    this.#numbers[at] = number;
  }

  /** Those that are kept, by their start; what holds others comes before them. */
  intervals(): TraceInterval[] {
    const count = Math.min(this.#count, this.#size);
    const kept = Array.from({ length: count }, (_, index) =>
      this.#interval((this.#count - count + index) % this.#size),
    );
    // What ends is written after what it holds.
    return kept.reverse().sort((a, b) => a.ts - b.ts || b.dur - a.dur);
  }

  #interval(at: number): TraceInterval {
    const [name, cat, start, end] = [this.#names[at], this.#kinds[at], this.#starts[at], this.#ends[at]];
    const number = this.#numbers[at];
    const args = cat === "step" ? { step: number } : cat === "line" || cat === "system" ? { rows: number } : {};
    const begun = nanoseconds(start);
    const length = nanoseconds(end) - begun;
    return { name, cat, ph: "X", ts: microseconds(begun), dur: microseconds(length), ...place, args };
  }
}
