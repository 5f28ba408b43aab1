import { EcsError } from "../errors.js";
import { shownGiven } from "../given.js";
import { nearest } from "../nearest.js";

/** A line of a generated schedule. */
export interface ScheduleLine {
  /** `motion.integration.integrate`, or the name of a function of the app's own. */
  readonly name: string;
  readonly phase: string;
  /** The sets that it is in: `motion.sets.physics`. */
  readonly sets: readonly string[];
}

/** What is known of a line of a schedule. */
export interface ScheduleLineInfo extends ScheduleLine {
  /** Whether it runs: neither it nor one of its sets is disabled. */
  readonly enabled: boolean;
}

/**
 * What a step runs, and whether. Generated code extends it; this one alone is a schedule of nothing. Which lines are disabled,
 * and whether it is paused, belongs to the program that runs: no save, snapshot or copy of the world holds it.
 */
export class Schedule<Name extends string = string> {
  /** For each line, by its place, whether it runs; for generated code. */
  protected readonly on: Uint8Array;
  readonly #lines: readonly ScheduleLine[];
  readonly #names: ReadonlySet<string>;
  readonly #disabled = new Set<string>();
  #paused = false;

  /** The lines in order, and the names of all sets. */
  constructor(lines: readonly ScheduleLine[] = [], sets: readonly string[] = []) {
    this.#lines = lines;
    this.#names = new Set([...lines.map(({ name }) => name), ...sets]);
    this.on = new Uint8Array(lines.length).fill(1);
  }

  /** Runs what stands in a phase, in order. */
  run(_phase: string): void {}

  /** All lines in the order of the step. */
  lines(): ScheduleLineInfo[] {
    return this.#lines.map(({ name, phase, sets }, index) => ({ name, phase, sets, enabled: this.on[index] === 1 }));
  }

  /** Keeps a line, or all lines of a set, from running; `false` when that is so already. Throws `UnknownLine`. */
  disable(name: Name): boolean {
    return this.#set(name, false);
  }

  /** Takes back `disable` of the same name; `false` when there is nothing to take back. Throws `UnknownLine`. */
  enable(name: Name): boolean {
    return this.#set(name, true);
  }

  /** Whether a line or a set is not disabled; a line of a disabled set is. Throws `UnknownLine`. */
  isEnabled(name: Name): boolean {
    this.#require(name);
    const sets = this.#lines.filter((line) => line.name === name).flatMap((line) => line.sets);
    return [name, ...sets].every((part) => !this.#disabled.has(part));
  }

  /** Whether time stands still. */
  get paused(): boolean {
    return this.#paused;
  }

  /**
   * Lets time stand still from the next step on: it runs the render phases only, in which clocks show that no time passes,
   * and events stay readable.
   */
  pause(): void {
    this.#paused = true;
  }

  /** Lets time go on from the next step on. */
  resume(): void {
    this.#paused = false;
  }

  /** Whether the line at this place runs; for generated code. */
  $runs(line: number): boolean {
    return this.on[line] === 1;
  }

  /** Makes it as newly made; for the world. */
  $reset(): void {
    this.#disabled.clear();
    this.#paused = false;
    this.on.fill(1);
  }

  #set(name: string, enabled: boolean): boolean {
    this.#require(name);
    if (this.#disabled.has(name) !== enabled) return false;
    if (enabled) this.#disabled.delete(name);
    else this.#disabled.add(name);
    for (const [index, line] of this.#lines.entries()) {
      const runs = [line.name, ...line.sets].every((part) => !this.#disabled.has(part));
      this.on[index] = runs ? 1 : 0;
    }
    return true;
  }

  #require(name: string): void {
    if (this.#names.has(name)) return;
    const known = [...this.#names];
    const meant = nearest(shownGiven(name), known);
    const all = known.length === 0 ? "nothing is scheduled" : `use one of \`${known.join("`, `")}\``;
    const help = meant === undefined ? all : `did you mean \`${meant}\`?`;
    throw new EcsError("UnknownLine", `the schedule has no line and no set \`${shownGiven(name)}\``, help);
  }
}
