import { expect, it } from "vitest";
import { Memory } from "../../../runtime/memory/memory.js";
import { Toggle } from "../../../runtime/tables/toggle.js";

it("keeps a bit for every index, and says whether it changed", () => {
  const toggle = new Toggle(new Memory());
  const indices = [0, 31, 32, 1000, 4_000_000];
  expect(indices.map((index) => toggle.has(index))).toEqual([false, false, false, false, false]);
  expect(indices.map((index) => toggle.add(index))).toEqual([true, true, true, true, true]);
  expect(toggle.add(31)).toBe(false);
  expect([30, 31, 32, 33].map((index) => toggle.has(index))).toEqual([false, true, true, false]);
  expect([toggle.remove(31), toggle.remove(31), toggle.has(32)]).toEqual([true, false, true]);
});

it("gives its memory back", () => {
  const toggle = new Toggle(new Memory());
  toggle.add(5000);
  expect(toggle.bytes).toBeGreaterThan(600);
  toggle.clear();
  expect([toggle.bytes, toggle.has(5000)]).toEqual([0, false]);
});
