// Where changes of structure that wait have to be applied, and what could run at the same time in between.
import type { Access, Touch } from "../../model/access.js";
import { collide } from "./touches.js";
import { touchedText } from "./dependencies.js";

/** A line in its place. */
export interface SyncedLine {
  /** `motion.integration.integrate`. */
  readonly shown: string;
  readonly phase: number;
  readonly access: Access;
  /** It tells one order of rows from another. */
  readonly tells: boolean;
  /** Earlier lines that it has to wait for. */
  readonly waitsFor: readonly number[];
}

/** When a line runs, within its phase. */
export interface Timing {
  /** Why a sync point comes before it; undefined when there is none. */
  readonly sync: string | undefined;
  /** From 1. */
  readonly stage: number;
}

interface Waiting {
  readonly line: SyncedLine;
  readonly touch: Touch;
}

/** Places sync points and stages; `lines` are in the order of the step. A sync point stands at the end of every phase. */
export function timingsOf(lines: readonly SyncedLine[]): Timing[] {
  const timings: Timing[] = [];
  let phase = new PhaseSoFar(-1);
  for (const line of lines) {
    if (phase.number !== line.phase) phase = new PhaseSoFar(line.phase);
    timings.push(phase.add(line, timings));
  }
  return timings;
}

/** A phase, as far as its lines have their places. */
class PhaseSoFar {
  readonly number: number;
  #waiting: Waiting[] = [];
  /** A line since the last sync point that may have changed anything. */
  #anything: SyncedLine | undefined;
  /** The last stage that all later ones come after, and the last one. */
  #base = 0;
  #last = 0;

  constructor(number: number) {
    this.number = number;
  }

  /** Places the next line; `timings` are those of all lines before it. */
  add(line: SyncedLine, timings: readonly Timing[]): Timing {
    const sync = whySync(line, this.#waiting, this.#anything);
    if (sync !== undefined) {
      this.#waiting = [];
      this.#anything = undefined;
      this.#base = this.#last;
    }
    const stage = this.#stageOf(line, timings);
    for (const touch of line.access.touches) if (touch.waits) this.#waiting.push({ line, touch });
    if (line.access.everything) this.#anything = line;
    return { sync, stage };
  }

  #stageOf(line: SyncedLine, timings: readonly Timing[]): number {
    // Changes that are made at once move rows, so nobody can run meanwhile.
    const alone = changesAtOnce(line);
    const awaited = line.waitsFor.map((earlier) => timings[earlier]?.stage ?? 0);
    const stage = alone ? this.#last + 1 : Math.max(this.#base, ...awaited) + 1;
    this.#last = Math.max(this.#last, stage);
    if (alone) this.#base = stage;
    return stage;
  }
}

/** What a line could see of what waits. */
function whySync(line: SyncedLine, waiting: readonly Waiting[], anything: SyncedLine | undefined): string | undefined {
  if (anything !== undefined) return `\`${anything.shown}\` may have changed anything`;
  const [first] = waiting;
  if (first === undefined) return undefined;
  if (line.access.everything) return `\`${line.shown}\` may see anything`;
  for (const { line: by, touch } of waiting) {
    const seen = line.access.touches.find((other) => !other.waits && collide(other, touch));
    if (seen !== undefined) return `\`${by.shown}\` changes ${touchedText(smaller(touch, seen))}`;
  }
  const mover = waiting.find(({ touch }) => touch.kind === "presence");
  if (line.tells && mover !== undefined)
    return `\`${mover.line.shown}\` moves rows, and \`${line.shown}\` may tell their order`;
  // Changes that are made at once would overtake those that wait.
  return changesAtOnce(line)
    ? `\`${line.shown}\` changes entities at once, which those of \`${first.line.shown}\` come before`
    : undefined;
}

function changesAtOnce({ access }: SyncedLine): boolean {
  return access.touches.some(({ kind, write, waits }) => kind === "presence" && write && !waits);
}

/** The one that says more. */
function smaller(a: Touch, b: Touch): Touch {
  return a.of === "" ? b : a;
}
