import { World } from "ecsgen/runtime";
import { expect, it } from "vitest";
import { worldMembers } from "../../../codegen/2-check/identifiers.js";

it("no core and no spawner may have the name of a member that every world has", () => {
  const layout = { components: [], resources: [], events: [], models: [], fixedStep: 1, maxFixedSteps: 1 };
  const members = [...Object.getOwnPropertyNames(World.prototype), ...Object.keys(new World(layout))];
  expect(members.length).toBeGreaterThan(40);
  expect(members.filter((name) => name !== "constructor" && !worldMembers.has(name))).toEqual([]);
});
