// Apps of the tests and examples, in any order that their lines allow: what was derived of their access has to be enough. Not the
// bodies that are printed with columns: these loop as often as random values say.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EcsError, firstDifference, type Entity, type StepHash, type World } from "ecsgen/runtime";
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

/** What became of a world: a hash for each step, and the error that ended it. */
interface Ran {
  readonly hashes: readonly StepHash[];
  readonly error: string | undefined;
}

/** Plays scripts with steps between them; a step that throws, since a relation refuses what a line does, is the last one. */
function run(world: World, parts: readonly (readonly Action[])[]): Ran {
  world.hashes.start();
  const made: Entity[] = [];
  for (const part of parts) {
    play(part, world, made);
    const error = stepped(world, 0.3) ?? stepped(world, 0.01);
    if (error !== undefined) return { hashes: world.hashes.all(), error };
  }
  return { hashes: world.hashes.all(), error: undefined };
}

function stepped(world: World, delta: number): string | undefined {
  try {
    world.step(delta);
    return undefined;
  } catch (error) {
    if (error instanceof EcsError) return error.code;
    throw error;
  }
}

describe("the state of a world", () => {
  it.each(apps)("does not tell in which order lines ran: %s", (_, entry, shuffle) => {
    const app = appOf(entry);
    const parts = fc.array(scripts(app, 10), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(parts, fc.maxSafeInteger(), (script, seed) => {
        const [plain, shuffled] = [app.make(), app.make()];
        untyped<(world: World, seed: number) => void>(shuffle)(shuffled, seed);
        const [expected, found] = [run(plain, script), run(shuffled, script)];
        expect(firstDifference(found.hashes, expected.hashes)).toBeUndefined();
        expect(found.error).toBe(expected.error);
      }),
      { numRuns: 25 },
    );
  });
});
