import { RunTimers, type RunStats } from "./run-timer.js";
import type { ScheduleLine } from "./schedule.js";

/** How often and how long a line of the schedule or a registered system ran. */
export interface RunTiming extends RunStats {
  readonly name: string;
  readonly phase: string;
}

/** A line whose runs are counted. All that a run needs lies together, since what the lines do drives it out of the nearest caches. */
export interface TimedLine {
  readonly name: string;
  /** That of its function in its phase, which may have several lines. */
  readonly entry: number;
  runs: number;
  /** The line behind it in its phase. */
  next: TimedLine | undefined;
}

/**
 * Counts and measures the lines of a schedule. They run in their order, so the one that ran is mostly found without looking for
 * it. Lines of the same function in the same phase are one entry.
 *
 *    names    move → blow → move   draw
 *    entries     0      1      0      2
 *    phases   update ----------   render
 */
export class LineTimers {
  /** The line of the phase that runs that is likely to run next. */
  private next: TimedLine | undefined;
  private phase: readonly TimedLine[] = [];
  private readonly phases = new Map<string, TimedLine[]>();
  private readonly timings: readonly ScheduleLine[];
  private readonly timers: RunTimers;

  constructor(lines: readonly ScheduleLine[]) {
    const keyOf = ({ name, phase }: ScheduleLine): string => `${phase} ${name}`;
    const keys = [...new Set(lines.map(keyOf))];
    this.timings = keys.flatMap((key) => lines.find((line) => keyOf(line) === key) ?? []);
    this.timers = new RunTimers(keys.length);
    for (const line of lines) this.add(line, keys.indexOf(keyOf(line)));
  }

  /** A phase begins. */
  begin(phase: string): void {
    this.phase = this.phases.get(phase) ?? [];
    this.next = this.phase[0];
  }

  /** No phase runs. */
  end(): void {
    this.phase = [];
    this.next = undefined;
  }

  /** Counts the run of a line of the phase that runs, and gives it back; `undefined` when the phase has no such line. */
  count(name: string): TimedLine | undefined {
    const line = this.next?.name === name ? this.next : this.find(name);
    if (line === undefined) return undefined;
    line.runs++;
    this.next = line.next;
    return line;
  }

  /** Notes what was measured of a run that was counted: milliseconds, rows, and for how many runs it stands. */
  note({ entry }: TimedLine, milliseconds: number, rows: number, weight: number): void {
    this.timers.note(entry, milliseconds, rows, weight);
  }

  /** What is known of all of them. */
  stats(): RunTiming[] {
    const runs = new Float64Array(this.timings.length);
    for (const line of [...this.phases.values()].flat()) runs[line.entry] += line.runs;
    return this.timings.map(({ name, phase }, entry) => ({ name, phase, ...this.timers.stats(entry, runs[entry]) }));
  }

  private add({ name, phase }: ScheduleLine, entry: number): void {
    const line: TimedLine = { name, entry, runs: 0, next: undefined };
    const before = this.phases.get(phase);
    const previous = before?.at(-1);
    if (previous !== undefined) previous.next = line;
    if (before === undefined) this.phases.set(phase, [line]);
    else before.push(line);
  }

  /** A line of the phase that runs: behind the one before, or else wherever it is. */
  private find(name: string): TimedLine | undefined {
    for (let line = this.next; line !== undefined; line = line.next) if (line.name === name) return line;
    return this.phase.find((line) => line.name === name);
  }
}
