// Steps, which run generated loops; resources; and new beginnings.
import fc from "fast-check";
import * as kit from "../../kit/generated/index.js";
import { copied } from "../rows.js";
import { operation, type Operation } from "./operation.js";

const resources = fc.constantFrom(kit.Score, kit.Time);

export const stepOperations: readonly Operation[] = [
  operation(4, "step", [fc.constantFrom(0, 0.125, 0.25, 0.75, 2, -1, NaN)], (world, _stage, delta) => {
    world.step(delta);
    return copied([world.resources.find(kit.Time), world.resources.find(kit.Score)]);
  }),
  operation(2, "resources.insert", [resources, fc.nat(9)], (world, _stage, type, points) =>
    copied(world.resources.insert(type, { points })),
  ),
  operation(1, "resources.remove", [resources], (world, _stage, type) => world.resources.remove(type)),
  operation(1, "clear", [], (world) => world.clear()),
  operation(1, "reset", [], (world) => world.reset()),
];
