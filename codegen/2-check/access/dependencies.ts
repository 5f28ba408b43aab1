// Which lines of a phase have to keep their order, and which of them nothing puts in order.
import type { Access, Conflict, Touch } from "../../model/access.js";
import { collide, conflictOf } from "./touches.js";

/** A line in its place, as far as its order depends on it. */
export interface PlacedLine {
  readonly phase: number;
  /** The list that it stands in. */
  readonly list: string;
  readonly access: Access;
  /** Earlier lines that its author, or theirs, wants to be earlier: by their places. */
  readonly after: readonly number[];
  /** Lines that may run before or after it. */
  readonly ambiguous: ReadonlySet<number>;
}

/** Two lines that touch the same, of which nothing says which one is first. */
export interface Ambiguity {
  readonly earlier: number;
  readonly later: number;
  /** Undefined when one of them may touch everything. */
  readonly conflict: Conflict | undefined;
}

/** What holds between the lines of a step. */
export interface Dependencies {
  /** For each line the earlier ones that have to stay earlier, sorted, without those that follow from others. */
  readonly waitsFor: readonly (readonly number[])[];
  readonly ambiguities: readonly Ambiguity[];
  /** Pairs that are declared to be ambiguous, and touch the same: `later earlier`. */
  readonly declared: ReadonlySet<string>;
}

/** Finds out which lines depend on which; `lines` are in the order of the step. */
export function dependenciesOf(lines: readonly PlacedLine[]): Dependencies {
  const said = saidOrder(lines);
  const ambiguities: Ambiguity[] = [];
  const declared = new Set<string>();
  const before = new Reach();
  let earlierLines = new Earlier(-1);
  const waitsFor = lines.map((line, later): number[] => {
    if (!earlierLines.isOf(line.phase)) earlierLines = new Earlier(line.phase);
    const near = earlierLines.near(line.access);
    earlierLines.add(later, line.access);
    const needed = near.filter((earlier) => {
      const other = lines[earlier];
      if (other === undefined) return false;
      if (line.after.includes(earlier) || said.has(later, earlier)) return true;
      const conflict = conflictOf(other.access, line.access);
      if (conflict === undefined && !other.access.everything && !line.access.everything) return true;
      if (line.ambiguous.has(earlier) || other.ambiguous.has(later)) {
        declared.add(`${later} ${earlier}`);
        return false;
      }
      ambiguities.push({ earlier, later, conflict });
      return true;
    });
    return before.add(later, [...new Set([...needed, ...line.after])]);
  });
  return { waitsFor, ambiguities, declared };
}

/** What authors say: by name, or by writing one line below the other in a list. */
function saidOrder(lines: readonly PlacedLine[]): Reach {
  const said = new Reach();
  const last = new Map<string, number>();
  lines.forEach(({ phase, list, after }, index) => {
    const key = `${phase} ${list}`;
    const above = last.get(key);
    last.set(key, index);
    said.add(index, above === undefined ? after : [...after, above]);
  });
  return said;
}

/** The lines of a phase so far, by what they touch: most of them have nothing to do with the next one. */
class Earlier {
  readonly #phase: number;
  readonly #all: number[] = [];
  readonly #unlimited: number[] = [];
  readonly #reads = new TouchesByName();
  readonly #writes = new TouchesByName();

  constructor(phase: number) {
    this.#phase = phase;
  }

  isOf(phase: number): boolean {
    return this.#phase === phase;
  }

  add(line: number, { touches, everything }: Access): void {
    this.#all.push(line);
    if (everything) this.#unlimited.push(line);
    for (const touch of touches) (touch.write ? this.#writes : this.#reads).add(line, touch);
  }

  /** Those that may touch what a line touches, sorted. */
  near({ touches, everything }: Access): number[] {
    if (everything) return [...this.#all];
    const found = new Set(this.#unlimited);
    for (const touch of touches) {
      this.#writes.addMet(touch, found);
      if (touch.write) this.#reads.addMet(touch, found);
    }
    return [...found].sort((a, b) => a - b);
  }
}

/** A touch, and the line that it is of. */
interface LineTouch {
  readonly line: number;
  readonly touch: Touch;
}

/** Touches of lines, by what they are of. */
class TouchesByName {
  readonly #lists = {
    data: new Map<string, LineTouch[]>(),
    presence: new Map<string, LineTouch[]>(),
    event: new Map<string, LineTouch[]>(),
    ids: new Map<string, LineTouch[]>(),
  };

  add(line: number, touch: Touch): void {
    const lists = this.#lists[touch.kind];
    const list = lists.get(touch.of);
    if (list === undefined) lists.set(touch.of, [{ line, touch }]);
    else list.push({ line, touch });
  }

  /** Adds the lines of which a touch collides with this one. */
  addMet(touch: Touch, found: Set<number>): void {
    const lists = this.#lists[touch.kind];
    const meet = (list: readonly LineTouch[] | undefined): void =>
      list?.forEach(({ line, touch: other }) => {
        if (!found.has(line) && collide(touch, other)) found.add(line);
      });
    // The presence of one component concerns whoever asks for that of all, and the other way round.
    if (touch.kind === "presence" && touch.of === "") return lists.forEach(meet);
    meet(lists.get(touch.of));
    if (touch.kind === "presence") meet(lists.get(""));
  }
}

/** Which lines can be reached from which by going to earlier ones. */
class Reach {
  readonly #reached: Set<number>[] = [];

  /** Adds the next line, with the earlier ones that it leads to; gives back those that no other of them leads to, sorted. */
  add(line: number, earlier: readonly number[]): number[] {
    const all = new Set<number>();
    const direct: number[] = [];
    for (const next of [...earlier].sort((a, b) => b - a)) {
      if (all.has(next)) continue;
      direct.push(next);
      all.add(next);
      for (const further of this.#reached[next] ?? []) all.add(further);
    }
    this.#reached[line] = all;
    return direct.reverse();
  }

  has(line: number, earlier: number): boolean {
    return this.#reached[line]?.has(earlier) === true;
  }
}

/** What of two touches is the same, for a person: `motion.Position.x`. */
export function touchedText({ kind, of, path }: Touch): string {
  if (kind === "ids") return "the ids of new entities";
  if (of === "") return "which entities there are";
  const name = [of, ...path].join(".");
  return kind === "presence" ? `which entities have \`${name}\`` : `\`${name}\``;
}
