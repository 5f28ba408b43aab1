// Every function of the ecs core in a world that is locked, inside of a loop, and inside of handlers.
import { BeforeSpawn, type EventType } from "ecsgen/runtime";
import { describe, expect, it } from "vitest";
import { Hit, Position } from "./app/generated/index.js";
import { callRow, contentOf, goodArguments, outcome, rows, scene, type Row } from "./calls.js";

/** Functions that change nothing of the world. */
const reads =
  /^(get|has|is|count|exists|query(?!Entities$)|queryEntities|executeQuery|scheduleSystems|systemExists|validateWorld)/;
/** What a locked world allows: it can be unlocked, copied and given up, others can be made, and handlers can be called. */
const allowedWhenLocked = [
  "lockWorld",
  "unlockWorld",
  "shutdownWorld",
  "initializeWorld",
  "cloneWorld",
  "publishPreEvent",
  "publishPostEvent",
];
/** What cannot wait for the end of a loop, and so is refused inside of one. */
const refusedInLoops = [
  "clearWorld",
  "cloneWorld",
  "mergeWorlds",
  "resetWorld",
  "shutdownWorld",
  "step",
  "stepSystems",
];

const changing = rows.filter(({ name }) => !reads.test(name) && !allowedWhenLocked.includes(name));
const other = rows.filter((row) => !changing.includes(row));

it("knows every function with arguments that are right", () => {
  for (const row of rows) {
    const at = scene();
    expect([row.name, outcome(() => callRow(at, row, goodArguments(at, row)))]).toEqual([row.name, "returned"]);
  }
});

describe("a locked world", () => {
  it.each(changing)("refuses $name", (row: Row) => {
    const at = scene();
    const values = goodArguments(at, row);
    at.world.lock();
    const before = contentOf(at);
    expect(outcome(() => callRow(at, row, values))).toBe("WorldLocked");
    expect(contentOf(at)).toBe(before);
  });

  it.each(other)("allows $name", (row: Row) => {
    const at = scene();
    const values = goodArguments(at, row);
    at.world.lock();
    expect(outcome(() => callRow(at, row, values))).toBe("returned");
  });
});

describe("inside of a loop", () => {
  it.each(rows)("$name", (row: Row) => {
    const at = scene();
    const said: string[] = [];
    at.world.select([Position]).each(() => {
      if (said.length === 0) said.push(outcome(() => callRow(at, row, goodArguments(at, row))));
    });
    expect(said).toEqual([refusedInLoops.includes(row.name) ? "WhileIterating" : "returned"]);
    expect(at.world.validate()).toEqual([]);
  });
});

describe.each<[string, EventType]>([
  ["an event that is processed", Hit],
  ["an event before a change", BeforeSpawn],
])("inside of a handler of %s", (_name, event) => {
  it.each(rows)("$name", (row: Row) => {
    const at = scene();
    const said: string[] = [];
    const subscription = at.world.events.subscribePre(event, () => {
      at.world.events.unsubscribe(subscription);
      said.push(outcome(() => callRow(at, row, goodArguments(at, row))));
    });
    if (event === Hit) at.world.flush();
    else at.world.spawn();
    const waits = event === BeforeSpawn && refusedInLoops.includes(row.name);
    expect(said).toEqual([waits ? "WhileIterating" : "returned"]);
    expect(at.world.validate()).toEqual([]);
  });
});
