import { EcsError } from "../errors.js";
import { shownGiven } from "../given.js";

/** All that decides what comes next. */
export interface RandomState {
  a: number;
  b: number;
  c: number;
  counter: number;
}

/** What may be given for a generator: a seed to begin at, or the state of another one. */
export interface RandomInit extends Partial<RandomState> {
  /** A whole number, at most 2⁵³ away from 0. */
  readonly seed?: number;
}

/** So many numbers are thrown away until all of the state depends on all that was put in; between two keys, fewer do. */
const rounds = 12;
const roundsBetween = 3;

/**
 * A generator of random numbers that gives the same ones for the same seed, on every machine: sfc32, by Chris Doty-Humphrey, in
 * the public domain, which passes PractRand. It is a resource like any other, so its state is saved, hashed and copied with the
 * world. It is no defence against somebody who wants to foresee what comes next.
 */
export class Random implements RandomState {
  a: number;
  b: number;
  c: number;
  counter: number;

  /** Begins at a seed, or goes on where another one is; at seed 0 when nothing is given. Throws `InvalidArgument`. */
  constructor(init: RandomInit = { seed: 0 }) {
    const { seed, a = 0, b = 0, c = 0, counter = 0 } = init;
    this.a = a;
    this.b = b;
    this.c = c;
    this.counter = counter;
    if (seed !== undefined) this.reseed(seed);
  }

  /** Begins anew at a seed, a whole number. Throws `InvalidArgument`. */
  reseed(seed: number): void {
    if (!Number.isSafeInteger(seed))
      throw misused(`the seed ${shownGiven(seed)} is no whole number`, "give a whole number");
    this.a = 0;
    this.b = 0;
    this.c = 0;
    this.counter = 1;
    this.#absorb(seed);
    this.#turn(rounds);
  }

  /** 32 random bits: a whole number from 0 to 4,294,967,295. */
  bits(): number {
    const { a, b, c, counter } = this;
    const sum = (a + b + counter) | 0;
    this.counter = (counter + 1) | 0;
    this.a = b ^ (b >>> 9);
    this.b = (c + (c << 3)) | 0;
    this.c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }

  /** A number from 0 up to but not including 1; every multiple of 2⁻⁵³ is as likely as any other. */
  float(): number {
    return ((this.bits() >>> 5) * 0x400_0000 + (this.bits() >>> 6)) / 2 ** 53;
  }

  /** A number from `from` up to but not including `to`. */
  between(from: number, to: number): number {
    const found = from + (to - from) * this.float();
    return found < to ? found : from;
  }

  /**
   * A whole number from 0 up to but not including `limit`, each as likely as any other; the limit is at most 2³². Throws
   * `InvalidArgument`.
   */
  int(limit: number): number {
    if (!(Number.isInteger(limit) && limit >= 1 && limit <= 2 ** 32)) {
      const help = "give a whole number from 1 to 4294967296";
      throw misused(`there is no whole number below ${shownGiven(limit)} to draw`, help);
    }
    // What is left over at the end of the range would make the first ones likelier.
    const fair = 2 ** 32 - (2 ** 32 % limit);
    let drawn = this.bits();
    while (drawn >= fair) drawn = this.bits();
    return drawn % limit;
  }

  /** Whether something happens that has this probability: never for 0, always for 1. */
  chance(probability: number): boolean {
    return this.float() < probability;
  }

  /** One of a list, each as likely as any other. Throws `InvalidArgument` for an empty one. */
  pick<Item>(list: readonly Item[]): Item {
    if (list.length === 0) throw misused("nothing can be picked from an empty list", "ask for its length before");
    return list[this.int(list.length)];
  }

  /** Puts a list into a random order, each as likely as any other, and gives it back. By Fisher and Yates, as Durstenfeld has it. */
  shuffle<Item>(list: Item[]): Item[] {
    for (let i = list.length - 1; i > 0; i--) {
      const j = this.int(i + 1);
      [list[i], list[j]] = [list[j], list[i]];
    }
    return list;
  }

  /**
   * A generator of its own that this one's state and the keys decide, whole numbers such as a tick and an entity. This one stays
   * as it is, so in whatever order forks are made and drawn from, they give the same numbers.
   */
  fork(...keys: readonly number[]): Random {
    const made = new Random(this);
    made.c ^= keys.length + 1;
    for (const key of keys) made.#absorb(key);
    made.#turn(rounds);
    return made;
  }

  /** Puts a number into the state. The second word is none that a key has, so that no key leaves the state as it is. */
  #absorb(key: number): void {
    this.a ^= key | 0;
    this.b ^= Math.floor(key / 2 ** 32) ^ 0x5851_f42d;
    this.#turn(roundsBetween);
  }

  #turn(count: number): void {
    for (let i = 0; i < count; i++) this.bits();
  }
}

function misused(message: string, help: string): EcsError {
  return new EcsError("InvalidArgument", message, help);
}
