// The generator itself: against the algorithm as it is published, written with big integers, and against what each draw promises.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Random, type RandomState } from "ecsgen/runtime";
import { codeOf } from "../kit/code-of.js";

const word = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
const state = fc.record({ a: word, b: word, c: word, counter: word });
const seeds = fc.maxSafeInteger();

/** sfc32 of PractRand: `tmp = a + b + counter++; a = b ^ (b >> 9); b = c + (c << 3); c = rotl(c, 21) + tmp; return tmp`. */
function* published({ a, b, c, counter }: RandomState): Generator<number> {
  const u32 = (value: bigint): bigint => BigInt.asUintN(32, value);
  let [x, y, z, count] = [a, b, c, counter].map((part) => u32(BigInt(part))) as [bigint, bigint, bigint, bigint];
  for (;;) {
    const sum = u32(x + y + count);
    count = u32(count + 1n);
    x = y ^ (y >> 9n);
    y = u32(z + (z << 3n));
    z = u32(((z << 21n) | (z >> 11n)) + sum);
    yield Number(sum);
  }
}

const drawn = (random: Random, count: number): number[] => Array.from({ length: count }, () => random.bits());

describe("Random", () => {
  it("draws what sfc32 draws, from any state", () => {
    fc.assert(
      fc.property(state, (from) => {
        const other = published(from);
        expect(drawn(new Random(from), 40)).toEqual(Array.from({ length: 40 }, () => other.next().value));
      }),
    );
  });

  it("draws the same for the same seed, and goes on where another one is", () => {
    fc.assert(
      fc.property(seeds, fc.nat(20), (seed, count) => {
        const first = new Random({ seed });
        drawn(first, count);
        const { a, b, c, counter } = first;
        const second = new Random({ a, b, c, counter });
        const third = new Random();
        third.reseed(seed);
        drawn(third, count);
        const expected = drawn(first, 10);
        expect(drawn(second, 10)).toEqual(expected);
        expect(drawn(third, 10)).toEqual(expected);
      }),
    );
  });

  it("draws otherwise for another seed, also for one that differs by one or by a power of two", () => {
    const seen = new Set(
      [0, 1, 2, 3, -1, 2 ** 32, 2 ** 33, 2 ** 52].map((seed) => drawn(new Random({ seed }), 3).join()),
    );
    expect(seen.size).toBe(8);
  });

  it("is at seed 0 when nothing is given", () => {
    expect(drawn(new Random(), 3)).toEqual(drawn(new Random({ seed: 0 }), 3));
  });

  it("refuses seeds and limits that are none, and empty lists", () => {
    for (const seed of [0.5, Number.NaN, Infinity, 2 ** 53])
      expect(codeOf(() => new Random({ seed }))).toBe("InvalidArgument");
    for (const limit of [0, -1, 0.5, 2 ** 32 + 1, Number.NaN]) {
      expect(codeOf(() => new Random().int(limit))).toBe("InvalidArgument");
    }
    expect(codeOf(() => new Random().pick([]))).toBe("InvalidArgument");
  });
});

describe("draws", () => {
  it("stay in their range", () => {
    fc.assert(
      fc.property(
        state,
        fc.integer({ min: 1, max: 2 ** 32 }),
        fc.double({ noNaN: true, min: -1e9, max: 1e9 }),
        (from, limit, low) => {
          const random = new Random(from);
          const float = random.float();
          expect(float >= 0 && float < 1).toBe(true);
          const int = random.int(limit);
          expect(Number.isInteger(int) && int >= 0 && int < limit).toBe(true);
          const between = random.between(low, low + 1);
          expect(between >= low && between < low + 1).toBe(true);
          expect([random.chance(0), random.chance(1)]).toEqual([false, true]);
        },
      ),
    );
  });

  it("are as likely as they should be", () => {
    const random = new Random({ seed: 7 });
    const [count, sides] = [60_000, 6];
    const faces = new Uint32Array(sides);
    for (let i = 0; i < count; i++) faces[random.int(sides)]++;
    const chiSquared = [...faces].reduce((sum, seen) => sum + (seen - count / sides) ** 2 / (count / sides), 0);
    expect(chiSquared).toBeLessThan(20.5); // 5 degrees of freedom: one in a thousand exceeds it
    let sum = 0;
    for (let i = 0; i < count; i++) sum += random.float();
    expect(sum / count).toBeCloseTo(0.5, 2);
  });

  it("leave no number out and favour none where the range does not divide 2³²", () => {
    // Of 2³¹ + 1 numbers, half would come up twice as often when the remainder was just taken.
    const limit = 2 ** 31 + 1;
    const random = new Random({ seed: 3 });
    let lower = 0;
    for (let i = 0; i < 10_000; i++) if (random.int(limit) < limit / 2) lower++;
    expect(Math.abs(lower / 10_000 - 0.5)).toBeLessThan(0.02);
  });

  it("shuffle a list to every order alike, and pick every item", () => {
    const random = new Random({ seed: 1 });
    const orders = new Map<string, number>();
    for (let i = 0; i < 6000; i++) {
      const order = random.shuffle(["a", "b", "c"]).join("");
      orders.set(order, (orders.get(order) ?? 0) + 1);
    }
    expect([...orders.keys()].sort()).toEqual(["abc", "acb", "bac", "bca", "cab", "cba"]);
    expect(Math.min(...orders.values())).toBeGreaterThan(850);
    expect(new Set(Array.from({ length: 100 }, () => random.pick([1, 2, 3])))).toEqual(new Set([1, 2, 3]));
  });
});

describe("forks", () => {
  it("depend on the state and the keys, and leave the generator as it is", () => {
    fc.assert(
      fc.property(state, fc.array(seeds, { maxLength: 3 }), (from, keys) => {
        const random = new Random(from);
        const first = drawn(random.fork(...keys), 5);
        expect(drawn(random.fork(...keys), 5)).toEqual(first);
        expect({ ...random }).toEqual(from);
        expect(drawn(random.fork(...keys, 1), 5)).not.toEqual(first);
        random.bits();
        expect(drawn(random.fork(...keys), 5)).not.toEqual(first);
      }),
    );
  });

  it("draw nothing that the generator itself draws soon", () => {
    const random = new Random({ seed: 5 });
    const forks = [random.fork(), random.fork(0), random.fork(0, 0), random.fork(1), random.fork(2 ** 32)];
    const own = new Set(drawn(random, 1000));
    const others = forks.flatMap((fork) => drawn(fork, 200));
    expect(new Set(others).size).toBe(others.length);
    expect(others.filter((each) => own.has(each))).toEqual([]);
  });

  it("of neighbours have nothing to do with each other", () => {
    const random = new Random({ seed: 11 });
    let sum = 0;
    for (let entity = 0; entity < 20_000; entity++)
      sum += random.fork(3, entity).float() > random.fork(3, entity + 1).float() ? 1 : 0;
    expect(sum / 20_000).toBeCloseTo(0.5, 1);
  });
});
