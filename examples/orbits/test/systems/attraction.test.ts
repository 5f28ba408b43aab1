import { NO_ENTITY } from "ecsgen/runtime";
import { expect, it } from "vitest";
import { gather } from "../../systems/common/attraction.js";

it("puts attracting bodies side by side, and tells each its place", () => {
  const masses = { count: 0, body: [], gm: [], x: [], y: [], z: [], vx: [], vy: [], vz: [] };
  const sun = { gm: 10, slot: 7 };
  const planet = { gm: 1, slot: 7 };
  const bodies = [
    { entity: NO_ENTITY, position: { x: 1, y: 2, z: 3 }, velocity: { x: 4, y: 5, z: 6 }, mass: sun },
    { entity: NO_ENTITY, position: { x: -1, y: -2, z: -3 }, velocity: { x: -4, y: -5, z: -6 }, mass: planet },
  ];
  for (let turn = 0; turn < 2; turn++) gather(bodies, masses);
  expect([sun.slot, planet.slot]).toEqual([0, 1]);
  expect(masses).toEqual({
    count: 2,
    body: [NO_ENTITY, NO_ENTITY],
    gm: [10, 1],
    x: [1, -1],
    y: [2, -2],
    z: [3, -3],
    vx: [4, -4],
    vy: [5, -5],
    vz: [6, -6],
  });
});
