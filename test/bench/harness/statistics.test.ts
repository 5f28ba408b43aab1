import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { median, spread } from "../../../bench/harness/statistics.js";

const values = fc.array(fc.integer({ min: 1, max: 1e6 }), { minLength: 1, maxLength: 20 });

describe("median", () => {
  it("is the middle value, and the mean of the two middle ones", () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([9, 1, 5, 6])).toBe(5.5);
  });

  it("has as many values above as below", () => {
    fc.assert(
      fc.property(values, (all) => {
        const middle = median(all);
        const above = all.filter((value) => value > middle).length;
        const below = all.filter((value) => value < middle).length;
        expect(above).toBeLessThanOrEqual(all.length / 2);
        expect(below).toBeLessThanOrEqual(all.length / 2);
      }),
    );
  });

  it("leaves the values in their order", () => {
    const all = [3, 1, 2];
    median(all);
    expect(all).toEqual([3, 1, 2]);
  });

  it("refuses no values", () => {
    expect(() => median([])).toThrow(RangeError);
  });
});

describe("spread", () => {
  it("is zero for equal values, and does not depend on their size", () => {
    expect(spread([4, 4, 4])).toBe(0);
    expect(spread([1, 2, 3, 4, 5])).toBeCloseTo(spread([10, 20, 30, 40, 50]));
  });

  it("ignores a single value that is far off", () => {
    expect(spread([10, 10, 10, 10, 1000])).toBe(0);
  });
});
