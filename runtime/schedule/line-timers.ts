import { RunTimers, type RunStats } from "./run-timer.js";
import type { ScheduleLine } from "./schedule.js";

/** How often and how long a line of the schedule or a registered system ran. */
export interface RunTiming extends RunStats {
  readonly name: string;
  readonly phase: string;
}

/** Where the lines of a phase stand: from here up to there. */
interface Span {
  readonly from: number;
  readonly to: number;
}

const nothing: Span = { from: 0, to: 0 };

/**
 * Counts and measures the lines of a schedule. They run in their order, so the one that ran is mostly found without looking for
 * it. Lines of the same function in the same phase are one entry.
 *
 *    names    move  blow  move  draw
 *    entries     0     1     0     2
 *    phases   |-- update ------|- render -|
 */
export class LineTimers {
  private readonly names: readonly string[];
  private readonly entries: readonly number[];
  private readonly phases = new Map<string, Span>();
  private readonly timings: readonly ScheduleLine[];
  private readonly timers: RunTimers;
  /** Of the phase that runs. */
  private span = nothing;
  /** The line that is likely to run next. */
  private next = 0;

  constructor(lines: readonly ScheduleLine[]) {
    const keyOf = ({ name, phase }: ScheduleLine): string => `${phase} ${name}`;
    const keys = [...new Set(lines.map(keyOf))];
    this.names = lines.map(({ name }) => name);
    this.entries = lines.map((line) => keys.indexOf(keyOf(line)));
    this.timings = keys.flatMap((key) => lines.find((line) => keyOf(line) === key) ?? []);
    this.timers = new RunTimers(keys.length);
    for (const [index, { phase }] of lines.entries()) {
      this.phases.set(phase, { from: this.phases.get(phase)?.from ?? index, to: index + 1 });
    }
  }

  /** A phase begins. */
  begin(phase: string): void {
    this.span = this.phases.get(phase) ?? nothing;
    this.next = this.span.from;
  }

  /** No phase runs. */
  end(): void {
    this.span = nothing;
  }

  /** Counts the run of a line of the phase that runs, and gives back its entry; -1 when the phase has no such line. */
  count(name: string): number {
    const line = this.names[this.next] === name ? this.next : this.find(name);
    if (line === -1) return -1;
    this.next = line + 1;
    const entry = this.entries[line];
    this.timers.count(entry);
    return entry;
  }

  /** Notes what was measured of a run that was counted: milliseconds, rows, and for how many runs it stands. */
  note(entry: number, milliseconds: number, rows: number, weight: number): void {
    this.timers.note(entry, milliseconds, rows, weight);
  }

  /** What is known of all of them. */
  stats(): RunTiming[] {
    return this.timings.map(({ name, phase }, entry) => ({ name, phase, ...this.timers.stats(entry) }));
  }

  /** A line of the phase that runs: behind the one before, or else wherever it is. */
  private find(name: string): number {
    const { from, to } = this.span;
    const behind = this.names.indexOf(name, this.next);
    const line = behind === -1 || behind >= to ? this.names.indexOf(name, from) : behind;
    return line < to ? line : -1;
  }
}
