// What handlers, observers and systems do when they are called: they write it down, and now and then act.
import fc from "fast-check";
import { HandlerError } from "../failures.js";
import type { Stage, Step } from "../stage.js";

/** What is done at a certain call. */
export interface Reaction {
  readonly at: number;
  readonly does: "go on" | "cancel" | "throw";
  readonly steps: readonly Step[];
  toString(): string;
}

/** Some reactions, whose steps are these. */
export function reactionsOf(inside: fc.Arbitrary<Step>): fc.Arbitrary<Reaction[]> {
  const reaction = fc
    .record({
      at: fc.integer({ min: 1, max: 5 }),
      does: fc.constantFrom("go on" as const, "go on" as const, "go on" as const, "cancel" as const, "throw" as const),
      steps: fc.array(inside, { maxLength: 2 }),
    })
    .map((given) => ({ ...given, toString: () => `${given.does} at ${given.at}: [${given.steps.join(", ")}]` }));
  return fc.array(reaction, { maxLength: 2 });
}

/** A function that is called back: it logs what it gets, and reacts. */
export function reacting(
  stage: Stage,
  name: string,
  reactions: readonly Reaction[],
): (...got: unknown[]) => "cancel" | undefined {
  let calls = 0;
  return (...got) => {
    calls++;
    stage.log.push([name, ...got]);
    const now = reactions.filter(({ at }) => at === calls);
    for (const { steps } of now) for (const step of steps) step.run(stage);
    if (now.some(({ does }) => does === "throw")) throw new HandlerError(name);
    return now.some(({ does }) => does === "cancel") ? "cancel" : undefined;
  };
}
