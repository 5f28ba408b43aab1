// Steps, which run generated loops; events; and new beginnings.
import fc from "fast-check";
import * as kit from "../../kit/generated/index.js";
import { copied } from "../rows.js";
import { entityOf, entityRefs, operation, type Operation } from "./operation.js";

export const stepOperations: readonly Operation[] = [
  operation(3, "step", [fc.constantFrom(0, 0.125, 0.25, 0.75, 2, -1, NaN)], (world, _stage, delta) => {
    world.step(delta);
    return copied([world.resource(kit.Time), world.resource(kit.Score)]);
  }),
  operation(2, "emit", [entityRefs, fc.nat(5)], (world, stage, ref, damage) =>
    world.emit(kit.Hit, { target: entityOf(stage, ref), damage }),
  ),
  operation(1, "clear", [], (world) => world.clear()),
];
