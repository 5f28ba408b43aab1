import { describe, expect, it } from "vitest";
import { timing, weighing, type Effort, type Make } from "../../../bench/harness/measure.js";
import type { Trial } from "../../../bench/harness/trial.js";

const effort: Effort = { warmUp: 0, turns: 2, samples: 2, sample: 0.1, limit: 100 };

/** All turns, and what it came to. */
async function measure(make: Make, effort: Effort): Promise<{ readonly turns: number[]; readonly checksum: number }> {
  const measuring = await timing(make, effort);
  const turns: number[] = [];
  for (let turn = 0; turn < effort.turns; turn++) turns.push(await measuring.turn());
  return { turns, checksum: await measuring.end() };
}

function counting(): Trial & { readonly log: string[] } {
  const log: string[] = [];
  return { log, prepare: () => void log.push("prepare"), run: () => void log.push("run"), checksum: () => 7 };
}

describe("a timing", () => {
  it("gives a time for each turn, and the checksum of a fresh trial after three runs", async () => {
    const made: number[] = [];
    const measured = await measure(() => {
      let runs = 0;
      return { run: () => void runs++, checksum: () => made.push(runs) && runs };
    }, effort);
    expect(measured.turns.every((value) => value > 0)).toBe(true);
    expect(measured.checksum).toBe(3);
    expect(made).toEqual([3, 3]);
  });

  it("prepares before every run", async () => {
    const trials: ReturnType<typeof counting>[] = [];
    await measure(() => {
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
    await expect(measure(drifting, effort)).rejects.toThrow("the first runs came to 0, and later ones to 1");
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
    expect((await measure(() => Promise.resolve(trial()), { ...effort, samples: 1 })).checksum).toBe(3);
  });
});

describe("a weighing", () => {
  it("sees what a run holds on to", async () => {
    let held: Float64Array | undefined;
    const measuring = weighing(() => ({
      run: () => void (held = new Float64Array(1e6)),
      checksum: () => held?.length ?? 0,
    }));
    const value = await measuring.turn();
    expect(await measuring.end()).toBe(1e6);
    expect(value).toBeGreaterThan(7.9e6);
    expect(value).toBeLessThan(16e6);
  });
});
