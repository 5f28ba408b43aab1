// Apps of the tests and examples, in any order that their lines allow: what was derived of their access has to be enough. Not the
// bodies that are printed with columns: these loop as often as random values say.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { firstDifference, type Entity, type StepHash, type World } from "ecsgen/runtime";
import * as orbits from "../../../examples/orbits/generated/index.js";
import { shuffle as shuffleOrbits } from "../../../examples/orbits/generated/shuffle.js";
import * as rows from "../../cases/bodies/rows/generated/index.js";
import { shuffle as shuffleRows } from "../../cases/bodies/rows/generated/shuffle.js";
import * as kit from "../kit/generated/index.js";
import { shuffle as shuffleKit } from "../kit/generated/shuffle.js";
import * as changes from "../queries/kit/generated/index.js";
import { shuffle as shuffleChanges } from "../queries/kit/generated/shuffle.js";
import * as related from "../relations/kit/generated/index.js";
import { shuffle as shuffleRelated } from "../relations/kit/generated/shuffle.js";
import { appOf, play, scripts, type Action } from "../state/worlds.js";
import { untyped } from "../kit/code-of.js";

const apps = [
  ["orbits", orbits, shuffleOrbits],
  ["bodies of rows", rows, shuffleRows],
  ["every way of storing", kit, shuffleKit],
  ["changes", changes, shuffleChanges],
  ["relations", related, shuffleRelated],
] as const;

/** Plays scripts with steps between them. */
function run(world: World, parts: readonly (readonly Action[])[]): readonly StepHash[] {
  world.hashes.start();
  const made: Entity[] = [];
  for (const part of parts) {
    play(part, world, made);
    world.step(0.3);
    world.step(0.01);
  }
  return world.hashes.all();
}

describe("the state of a world", () => {
  it.each(apps)("does not tell in which order lines ran: %s", (_, entry, shuffle) => {
    const app = appOf(entry);
    const parts = fc.array(scripts(app, 10), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(parts, fc.maxSafeInteger(), (script, seed) => {
        const [plain, shuffled] = [app.make(), app.make()];
        untyped<(world: World, seed: number) => void>(shuffle)(shuffled, seed);
        expect(firstDifference(run(plain, script), run(shuffled, script))).toBeUndefined();
      }),
      { numRuns: 25 },
    );
  });
});
