// The world against a naive one: seeded scripts of random calls run on both, and all is compared after every call.
// 100,000 operations, or a million where `CI` is set; `ECSGEN_OPERATIONS` says another number, `ECSGEN_SEED` repeats a run.
// They are divided between two files, so that two processes play them. As many as were asked for may take as long as they like.
import { expect, it } from "vitest";
import { eachHalf, firstSeed, playOperations } from "./play.js";

it(`does what the reference does, in ${eachHalf} random operations from seed ${firstSeed}`, { timeout: 0 }, () => {
  expect(playOperations(firstSeed, eachHalf)).toBeGreaterThanOrEqual(eachHalf);
});
