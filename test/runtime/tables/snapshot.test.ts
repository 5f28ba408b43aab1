import { expect, it } from "vitest";
import { snapshot } from "../../../runtime/tables/snapshot.js";
import { Body, Label, Pinned, Position } from "../kit/generated/index.js";

it("takes what the fields say, and nothing else", () => {
  const given = { x: 1, y: undefined, z: 3 };
  expect(snapshot(Position, given)).toStrictEqual({ x: 1, y: undefined });
  expect([snapshot(Pinned, true), snapshot(Position, undefined)]).toEqual([true, undefined]);
});

it("reads objects of any class that have the fields", () => {
  class Vector {
    #x = 4;
    get x(): number {
      return this.#x;
    }
  }
  expect(snapshot(Body, { place: new Vector(), weights: Float32Array.of(1, 2) })).toEqual({
    place: { x: 4 },
    weights: [1, 2],
  });
});

it("copies values of every kind", () => {
  const given = {
    text: "a",
    words: ["b"],
    scores: new Map([["c", 1]]),
    raw: Uint8Array.of(1),
    shape: { kind: "square", side: 2 },
    handle: { name: "d" },
  };
  const kept = snapshot(Label, given);
  expect(kept).toEqual(given);
  for (const [field, value] of Object.entries(Object(kept))) {
    if (typeof value === "object")
      expect([field, value === Reflect.get(given, field)]).toEqual([field, field === "handle"]);
  }
});
