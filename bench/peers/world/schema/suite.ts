// What the cases of the public suite, and the others that peers share, stand on: fifty components, most of which a case
// does not use, as in a real project.
import { component, core, event, f32, relation, resource, tag, view } from "ecsgen/schema";

export class Position extends component({ x: f32, y: f32, z: f32 }) {}
export class Velocity extends component({ x: f32, y: f32, z: f32 }) {}
export class Data extends component({ value: f32 }) {}

export const letter = { value: f32 };
export class A extends component({ ...letter }) {}
export class B extends component({ ...letter }) {}
export class C extends component({ ...letter }) {}
export class D extends component({ ...letter }) {}
export class E extends component({ ...letter }) {}
export class F extends component({ ...letter }) {}
export class G extends component({ ...letter }) {}
export class H extends component({ ...letter }) {}
export class I extends component({ ...letter }) {}
export class J extends component({ ...letter }) {}
export class K extends component({ ...letter }) {}
export class L extends component({ ...letter }) {}
export class M extends component({ ...letter }) {}
export class N extends component({ ...letter }) {}
export class O extends component({ ...letter }) {}
export class P extends component({ ...letter }) {}
export class Q extends component({ ...letter }) {}
export class R extends component({ ...letter }) {}
export class S extends component({ ...letter }) {}
export class T extends component({ ...letter }) {}
export class U extends component({ ...letter }) {}
export class V extends component({ ...letter }) {}
export class W extends component({ ...letter }) {}
export class X extends component({ ...letter }) {}
export class Y extends component({ ...letter }) {}
export class Z extends component({ ...letter }) {}

/** Kinds of things, in the case with many queries. */
export class Kind0 extends tag() {}
export class Kind1 extends tag() {}
export class Kind2 extends tag() {}
export class Kind3 extends tag() {}
export class Kind4 extends tag() {}
export class Kind5 extends tag() {}
export class Kind6 extends tag() {}
export class Kind7 extends tag() {}
export class Kind8 extends tag() {}
export class Kind9 extends tag() {}

/** Declared, and never used. */
export const unused = { x: f32, y: f32, z: f32 };
export class Unused1 extends component({ ...unused }) {}
export class Unused2 extends component({ ...unused }) {}
export class Unused3 extends component({ ...unused }) {}
export class Unused4 extends component({ ...unused }) {}
export class Unused5 extends component({ ...unused }) {}
export class Unused6 extends component({ ...unused }) {}
export class Unused7 extends component({ ...unused }) {}
export class Unused8 extends component({ ...unused }) {}
export class Unused9 extends component({ ...unused }) {}
export class Unused10 extends component({ ...unused }) {}
export class Unused11 extends component({ ...unused }) {}

/** Who belongs to whom. */
export class ChildOf extends relation({}, { exclusive: true }) {}
/** Something that happened. */
export class Signal extends event({ amount: f32 }) {}
/** How long a step is. */
export class Step extends resource({ delta: f32.default(1) }) {}
/** What queries have added up. */
export class Tally extends resource({ total: f32 }) {}

export interface Doubling {
  /** Doubles A. */
  doubleA(a: A): void;
  /** Doubles B. */
  doubleB(b: B): void;
  /** Doubles C. */
  doubleC(c: C): void;
  /** Doubles D. */
  doubleD(d: D): void;
  /** Doubles E. */
  doubleE(e: E): void;
  /** Doubles Z. */
  doubleZ(z: Z): void;
  /** Doubles the data. */
  doubleData(data: Data): void;
}
export interface Swapping {
  /** Swaps A and B. */
  swapAB(a: A, b: B): void;
  /** Swaps C and D. */
  swapCD(c: C, d: D): void;
  /** Swaps C and E. */
  swapCE(c: C, e: E): void;
}
export interface Moving {
  /** Three additions. */
  move(position: Position, velocity: Readonly<Velocity>, step: Readonly<Step>): void;
}
export interface Counting {
  /** Adds A up. */
  count(a: Readonly<A>, tally: Tally): void;
}

/** Loops to be measured. */
export const suite = core({
  features: {
    counting: view<Counting>(),
    doubling: view<Doubling>(),
    moving: view<Moving>(),
    swapping: view<Swapping>(),
  },
  schedule: {
    update: [
      { run: "counting.count", with: [Kind0] },
      { run: "counting.count", with: [Kind1] },
      { run: "counting.count", with: [Kind2] },
      { run: "counting.count", with: [Kind3] },
      { run: "counting.count", with: [Kind4] },
      { run: "counting.count", with: [Kind5] },
      { run: "counting.count", with: [Kind6] },
      { run: "counting.count", with: [Kind7] },
      { run: "counting.count", with: [Kind8] },
      { run: "counting.count", with: [Kind9] },
      { run: "counting.count", with: [Kind0, Kind1] },
      { run: "counting.count", with: [Kind0, Kind2] },
      { run: "counting.count", with: [Kind0, Kind3] },
      { run: "counting.count", with: [Kind0, Kind4] },
      { run: "counting.count", with: [Kind0, Kind5] },
      { run: "counting.count", with: [Kind0, Kind6] },
      { run: "counting.count", with: [Kind0, Kind7] },
      { run: "counting.count", with: [Kind0, Kind8] },
      { run: "counting.count", with: [Kind0, Kind9] },
      { run: "counting.count", with: [Kind1, Kind2] },
      { run: "counting.count", with: [Kind1, Kind3] },
      { run: "counting.count", with: [Kind1, Kind4] },
      { run: "counting.count", with: [Kind1, Kind5] },
      { run: "counting.count", with: [Kind1, Kind6] },
      { run: "counting.count", with: [Kind1, Kind7] },
      { run: "counting.count", with: [Kind1, Kind8] },
      { run: "counting.count", with: [Kind1, Kind9] },
      { run: "counting.count", with: [Kind2, Kind3] },
      { run: "counting.count", with: [Kind2, Kind4] },
      { run: "counting.count", with: [Kind2, Kind5] },
      { run: "counting.count", with: [Kind2, Kind6] },
      { run: "counting.count", with: [Kind2, Kind7] },
      { run: "counting.count", with: [Kind2, Kind8] },
      { run: "counting.count", with: [Kind2, Kind9] },
      { run: "counting.count", with: [Kind3, Kind4] },
      { run: "counting.count", with: [Kind3, Kind5] },
      { run: "counting.count", with: [Kind3, Kind6] },
      { run: "counting.count", with: [Kind3, Kind7] },
      { run: "counting.count", with: [Kind3, Kind8] },
      { run: "counting.count", with: [Kind3, Kind9] },
      { run: "counting.count", with: [Kind4, Kind5] },
      { run: "counting.count", with: [Kind4, Kind6] },
      { run: "counting.count", with: [Kind4, Kind7] },
      { run: "counting.count", with: [Kind4, Kind8] },
      { run: "counting.count", with: [Kind4, Kind9] },
      { run: "counting.count", with: [Kind5, Kind6] },
      { run: "counting.count", with: [Kind5, Kind7] },
      { run: "counting.count", with: [Kind5, Kind8] },
      { run: "counting.count", with: [Kind5, Kind9] },
      { run: "counting.count", with: [Kind6, Kind7] },
    ],
  },
});
