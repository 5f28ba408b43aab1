import fc from "fast-check";
import type { Step } from "../stage.js";
import { commandOperations } from "./commands.js";
import { componentOperations } from "./components.js";
import { entityOperations } from "./entities.js";
import { failureOperations } from "./failures.js";
import { loopOperations } from "./loops.js";
import type { Operation } from "./operation.js";
import { queryOperations } from "./queries.js";
import { stepOperations } from "./steps.js";

const simple = [
  ...entityOperations,
  ...componentOperations,
  ...commandOperations,
  ...queryOperations,
  ...failureOperations,
  ...stepOperations,
];
const inner = [...simple, ...loopOperations(oneOf(simple))];

/** Every operation there is; loops may hold loops, which hold no more loops. */
export const steps: fc.Arbitrary<Step> = oneOf([...simple, ...loopOperations(oneOf(inner))]);

function oneOf(operations: readonly Operation[]): fc.Arbitrary<Step> {
  return fc.oneof(...operations);
}
