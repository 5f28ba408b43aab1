// Loops, with everything else inside, loops included.
import fc from "fast-check";
import type { ComponentType } from "ecsgen/runtime";
import * as kit from "../../kit/generated/index.js";
import { readThrough, writeThrough } from "../rows.js";
import type { Step } from "../stage.js";
import { operation, types, type Operation } from "./operation.js";
import { filterOf, filters } from "./queries.js";

/** In how many rows of a loop the steps inside are run. */
const busyRows = 2;

/** Loops whose rows run some of these steps. */
export function loopOperations(inside: fc.Arbitrary<Step>): readonly Operation[] {
  const steps = fc.array(inside, { maxLength: 4 });
  const selected = fc.uniqueArray(types, { maxLength: 2 });
  const narrowed = fc.oneof(fc.constant({ all: [], any: [], none: [], optional: [] }), filters);
  return [
    operation(3, "each", [selected, narrowed, steps], (world, stage, all, filter, body) => {
      const rows: unknown[] = [];
      world.select(all, filterOf(stage, filter)).each((...row) => {
        rows.push(readAll(row));
        writeAll(all, row);
        if (rows.length <= busyRows) for (const step of body) step.run(stage);
      });
      return rows;
    }),
    operation(1, "locked", [steps], (world, stage, body) => {
      world.lock();
      for (const step of body) step.run(stage);
      world.unlock();
      return world.isLocked;
    }),
    operation(1, "each, and fails", [selected, steps], (world, stage, all, body) => {
      world.select(all).each(() => {
        for (const step of body) step.run(stage);
        world.flush();
      });
    }),
  ];
}

function readAll(row: readonly unknown[]): unknown[] {
  return row.map(readThrough);
}

/** Writes through cursors, as systems do. */
function writeAll(all: readonly ComponentType[], row: readonly unknown[]): void {
  for (const [place, type] of all.entries()) {
    if (type === kit.Velocity || type === kit.Burning) writeThrough(type, row[place]);
  }
}
