import fc from "fast-check";
import { createWorld } from "../kit/generated/index.js";
import { compare } from "./compare.js";
import { steps } from "./operations/all.js";
import { ReferenceWorld } from "./reference-world.js";
import { Stage, type Step } from "./stage.js";

const scripts = fc.array(steps, { maxLength: 400, size: "max" });
/** The second world is small, so that it is often full. Chains of handlers are as long as they are. */
const options = [
  { maxEntities: 4_194_303, maxPendingEvents: 1_000_000, systemErrors: "stop", maxEventDepth: 100_000 },
  { maxEntities: 14, maxPendingEvents: 8, systemErrors: { disableAfter: 2 }, maxEventDepth: 100_000 },
] as const;

/** Runs a script on both stages, and gives back how many operations that were, those in loops included. */
function play(script: readonly Step[]): number {
  const real = new Stage([createWorld({ ...options[0], memory: { initialBytes: 0 } }), createWorld(options[1])]);
  const reference = new Stage([new ReferenceWorld(options[0]), new ReferenceWorld(options[1])]);
  for (const [turn, step] of script.entries()) {
    step.run(real);
    step.run(reference);
    try {
      compare(real, reference, turn, turn % 32 === 31 || turn === script.length - 1);
    } catch (error) {
      throw new Error(`after ${turn + 1} calls, the last of them ${step.toString()}`, { cause: error });
    }
  }
  return real.operations;
}

/** Plays random scripts from a seed until one fails, and gives back how many operations they made. */
function playRandom(seed: number): number {
  const played: number[] = [];
  fc.assert(
    fc.property(scripts, (script) => {
      played.push(play(script));
    }),
    { seed, numRuns: 20 },
  );
  return played.reduce((sum, count) => sum + count, 0);
}

/** Plays random scripts from a seed until they made so many operations, and gives back how many it were. */
export function playOperations(seed: number, wanted: number): number {
  // Thousands of errors are expected and compared; their stacks would take most of the time.
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  let operations = 0;
  try {
    for (let next = seed; operations < wanted; next++) operations += playRandom(next);
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
  return operations;
}

/** How many operations each of the two test files plays, and from which seed the first of them starts. */
export const eachHalf =
  Number(process.env["ECSGEN_OPERATIONS"] ?? (process.env["CI"] === undefined ? 100_000 : 1_000_000)) / 2;
export const firstSeed = Number(process.env["ECSGEN_SEED"] ?? Date.now() % 1_000_000_000);
