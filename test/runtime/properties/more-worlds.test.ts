// The other half of the operations of `world.test.ts`, from seeds far from those.
import { expect, it } from "vitest";
import { eachHalf, firstSeed, playOperations } from "./play.js";

const seed = firstSeed + 1_000_000_000;

it(
  `does what the reference does, in ${eachHalf} random operations from seed ${firstSeed}, the other half`,
  { timeout: 0 },
  () => {
    expect(playOperations(seed, eachHalf)).toBeGreaterThanOrEqual(eachHalf);
  },
);
