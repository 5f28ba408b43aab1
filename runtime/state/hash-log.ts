import { requireObject, requireWhole } from "../given.js";
import type { WorldState } from "./world-state.js";

/** What a hash log keeps. */
export interface HashLogStart {
  /** Of how many steps, the last ones. Default: 600, ten seconds of a game. */
  readonly steps?: number;
  /** Whether the hashes of components, relations and resources are kept as well. Default: `true`. */
  readonly parts?: boolean;
}

/** The hash of a world behind a step, as 16 hexadecimal digits, so that JSON can hold it. */
export interface StepHash {
  /** How many steps the world had behind it, those before it was saved included. */
  readonly tick: number;
  readonly hash: string;
  /** By `entities`, or the qualified name of a component, relation or resource; nothing where there is none of them. */
  readonly parts: Readonly<Record<string, string>>;
}

/** Where two runs part. */
export interface HashDifference {
  /** The first tick behind which the worlds differ. */
  readonly tick: number;
  /** What differs, sorted: `entities`, or qualified names. Empty when parts were not kept. */
  readonly parts: readonly string[];
}

const mostSteps = 2 ** 20;

/** The hash of a world behind each of its last steps, once it is told to keep them. */
export class HashLog {
  readonly #state: WorldState;
  readonly #tick: () => number;
  /** By tick, ascending. */
  readonly #kept = new Map<number, StepHash>();
  #last = -1;
  #steps = 0;
  #parts = true;

  /** `tick` tells how many steps there were. */
  constructor(state: WorldState, tick: () => number) {
    this.#state = state;
    this.#tick = tick;
  }

  /** Whether hashes are kept. */
  get on(): boolean {
    return this.#steps > 0;
  }

  /** Keeps hashes from the next step on, and forgets those from before. Throws `InvalidArgument` for a number that is none. */
  start(options: HashLogStart = {}): void {
    requireObject(options, "options of a hash log");
    const { steps = 600, parts = true } = options;
    requireWhole(steps, "`steps`", mostSteps);
    this.#kept.clear();
    this.#steps = steps;
    this.#parts = parts;
  }

  /** Keeps no more; those that were kept can still be read. */
  stop(): void {
    this.#steps = 0;
  }

  /** Those that are kept, by tick. */
  all(): StepHash[] {
    return [...this.#kept.values()];
  }

  /** The hash behind the step of this number, if it is kept. */
  at(tick: number): StepHash | undefined {
    return this.#kept.get(tick);
  }

  /** A step is over. A world that has gone back, to a snapshot or a save, forgets what comes anew. */
  $note(): void {
    if (this.#steps === 0) return;
    const tick = this.#tick();
    if (tick <= this.#last) for (const { tick: known } of this.all()) if (known >= tick) this.#kept.delete(known);
    this.#last = tick;
    this.#kept.set(tick, this.#stepHash(tick));
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > this.#steps) this.#kept.delete(oldest);
  }

  /** Makes it as newly made; for the world. */
  $reset(): void {
    this.#kept.clear();
    this.#steps = 0;
  }

  #stepHash(tick: number): StepHash {
    if (!this.#parts) return { tick, hash: digits(this.#state.hash()), parts: {} };
    const { hash, parts } = this.#state.hashes();
    return {
      tick,
      hash: digits(hash),
      parts: Object.fromEntries([...parts].map(([name, part]) => [name, digits(part)])),
    };
  }
}

function digits(hash: bigint): string {
  return hash.toString(16).padStart(16, "0");
}

/** Where two runs part, by what both of them kept; undefined when nothing differs. */
export function firstDifference(mine: readonly StepHash[], theirs: readonly StepHash[]): HashDifference | undefined {
  const others = new Map(theirs.map((each) => [each.tick, each]));
  for (const own of [...mine].sort((a, b) => a.tick - b.tick)) {
    const other = others.get(own.tick);
    if (other === undefined || other.hash === own.hash) continue;
    return { tick: own.tick, parts: differing(own.parts, other.parts) };
  }
  return undefined;
}

function differing(mine: StepHash["parts"], theirs: StepHash["parts"]): string[] {
  if (Object.keys(mine).length === 0 || Object.keys(theirs).length === 0) return [];
  const names = new Set([...Object.keys(mine), ...Object.keys(theirs)]);
  return [...names].filter((name) => mine[name] !== theirs[name]).sort();
}
