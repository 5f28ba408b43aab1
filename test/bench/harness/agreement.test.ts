import { expect, it } from "vitest";
import { disagreements } from "../../../bench/harness/agreement.js";

const at = (checksum: number) => ({ turns: [1], checksum });

it("finds nothing when all come to the same", () => {
  expect(
    disagreements(
      "move 1e3",
      new Map([
        ["arrays", [at(5), at(5)]],
        ["ecsgen", [at(5)]],
      ]),
    ),
  ).toEqual([]);
});

it("names who came to another result than the first, in any round", () => {
  const measured = new Map([
    ["arrays", [at(5), at(5)]],
    ["ecsgen", [at(5), at(6)]],
    ["other", [at(5)]],
  ]);
  expect(disagreements("move 1e3", measured)).toEqual(["move 1e3: ecsgen came to 6, and arrays to 5"]);
});

it("names a first library that does not agree with itself", () => {
  expect(disagreements("spawn", new Map([["arrays", [at(5), at(4)]]]))).toHaveLength(1);
});

it("says nothing of a library that was not measured", () => {
  expect(
    disagreements(
      "spawn",
      new Map([
        ["arrays", []],
        ["ecsgen", [at(1)]],
      ]),
    ),
  ).toEqual([]);
});
