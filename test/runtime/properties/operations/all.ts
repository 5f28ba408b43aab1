import fc from "fast-check";
import type { Step } from "../stage.js";
import { batchOperations } from "./batches.js";
import { bundleOperations } from "./bundles.js";
import { commandOperations } from "./commands.js";
import { componentOperations } from "./components.js";
import { entityOperations } from "./entities.js";
import { eventOperations, subscriptionOperations } from "./events.js";
import { failureOperations } from "./failures.js";
import { loopOperations } from "./loops.js";
import { modelOperations } from "./models.js";
import type { Operation } from "./operation.js";
import { queryOperations } from "./queries.js";
import { relationOperations } from "./relations.js";
import { stateOperations } from "./state.js";
import { stepOperations } from "./steps.js";
import { systemOperations } from "./systems.js";

const simple = [
  ...entityOperations,
  ...componentOperations,
  ...commandOperations,
  ...relationOperations,
  ...batchOperations,
  ...bundleOperations,
  ...modelOperations,
  ...queryOperations,
  ...eventOperations,
  ...failureOperations,
  ...stepOperations,
];
const inner = [...simple, ...loopOperations(oneOf(simple))];

/**
 * Operations without handlers, observers, systems and queries for changes: nothing happens but what was asked for. While
 * somebody watches, every change is a sync point, which may end half-way when it applies what others queued.
 */
export const quietSteps: fc.Arbitrary<Step> = oneOf([...simple, ...loopOperations(oneOf(inner))]).filter(
  (step) => !step.toString().includes("for changes"),
);

/**
 * Every operation there is. Loops may hold loops, which hold no more loops; handlers, observers and systems are made by the
 * script itself, and do what needs none of them.
 */
export const steps: fc.Arbitrary<Step> = oneOf([
  ...simple,
  ...loopOperations(oneOf(inner)),
  // They take a hundred times as long as others, since they copy everything.
  { weight: 2, arbitrary: oneOf(stateOperations) },
  ...subscriptionOperations(oneOf(simple)),
  ...systemOperations(oneOf(simple)),
]);

function oneOf(operations: readonly Operation[]): fc.Arbitrary<Step> {
  return fc.oneof(...operations);
}
