// Models come and go, and are written to.
import fc from "fast-check";
import * as kit from "../../kit/generated/index.js";
import { unreadable } from "../failures.js";
import { copied } from "../rows.js";
import { operation, type Operation } from "./operation.js";

const inits = fc.record(
  { width: fc.nat(9), title: fc.constantFrom("", "main"), layers: fc.array(fc.constantFrom("sky"), { maxLength: 2 }) },
  { requiredKeys: [] },
);
/** One of the last ids that were handed out, of both worlds. */
const picks = fc.nat(7);

export const modelOperations: readonly Operation[] = [
  operation(2, "models.create", [inits], (world, stage, init) => {
    const id = world.pool(kit.Screen).create(init);
    stage.rememberModel(id);
    return id;
  }),
  operation(1, "models.create, and fails", [], (world) => world.pool(kit.Screen).create(unreadable("title"))),
  operation(1, "models.write", [picks, fc.nat(9)], (world, stage, pick, width) => {
    const id = stage.model(pick);
    return id === undefined || Object.assign(Object(world.pool(kit.Screen).get(id)), { width }).title;
  }),
  operation(2, "models.release", [picks], (world, stage, pick) => {
    const id = stage.model(pick);
    return id === undefined || world.pool(kit.Screen).release(id);
  }),
  operation(1, "models", [picks], (world, stage, pick) => {
    const pool = world.pool(kit.Screen);
    const id = stage.model(pick);
    const records = pool.ids().map((each) => [each, copied(pool.get(each))]);
    return [pool.count, records, id === undefined || pool.isAlive(id)];
  }),
];
