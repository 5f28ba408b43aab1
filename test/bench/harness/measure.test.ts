import { describe, expect, it } from "vitest";
import { measureMemory, measureTime } from "../../../bench/harness/measure.js";
import type { Trial } from "../../../bench/harness/trial.js";

const effort = { warmUp: 0, samples: 2, sample: 0.1, limit: 100 };

function counting(): Trial & { readonly log: string[] } {
  const log: string[] = [];
  return { log, prepare: () => void log.push("prepare"), run: () => void log.push("run"), checksum: () => 7 };
}

describe("measureTime", () => {
  it("gives a time and the checksum of a fresh trial after three runs", async () => {
    const made: number[] = [];
    const measured = await measureTime(() => {
      let runs = 0;
      return { run: () => void runs++, checksum: () => made.push(runs) && runs };
    }, effort);
    expect(measured.value).toBeGreaterThan(0);
    expect(measured.checksum).toBe(3);
    expect(made).toEqual([3, 3]);
  });

  it("prepares before every run", async () => {
    const trials: ReturnType<typeof counting>[] = [];
    await measureTime(() => {
      const trial = counting();
      trials.push(trial);
      return trial;
    }, effort);
    for (const { log } of trials) {
      expect(log.filter((_, i) => i % 2 === 0)).toEqual(log.filter((_, i) => i % 2 === 0).map(() => "prepare"));
      expect(log.filter((entry) => entry === "run")).toHaveLength(log.length / 2);
    }
  });

  it("throws when later runs come to another result than the first", async () => {
    let made = 0;
    const drifting = (): Trial => {
      const own = made++;
      return { run: () => undefined, checksum: () => own };
    };
    await expect(measureTime(drifting, effort)).rejects.toThrow("the first runs came to 0, and later ones to 1");
  });
});

describe("a library that runs asynchronously", () => {
  it("is waited for", async () => {
    let done = 0;
    const trial = (): Trial => {
      const first = done;
      return {
        run: async () => {
          await Promise.resolve();
          done++;
        },
        checksum: () => done - first,
      };
    };
    expect((await measureTime(() => Promise.resolve(trial()), { ...effort, samples: 1 })).checksum).toBe(3);
  });
});

describe("measureMemory", () => {
  it("sees what a run holds on to", async () => {
    let held: Float64Array | undefined;
    const { value, checksum } = await measureMemory(() => ({
      run: () => void (held = new Float64Array(1e6)),
      checksum: () => held?.length ?? 0,
    }));
    expect(checksum).toBe(1e6);
    expect(value).toBeGreaterThan(7.9e6);
    expect(value).toBeLessThan(16e6);
  });
});
