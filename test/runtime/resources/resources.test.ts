import { expect, it } from "vitest";
import { Gate } from "../../../runtime/gate.js";
import { Resources } from "../../../runtime/resources/resources.js";
import { Score, Time } from "../kit/generated/index.js";

it("has one live value for each token, made for each world", () => {
  const [one, other] = [new Resources([Score, Time], new Gate()), new Resources([Score, Time], new Gate())];
  one.get(Score).points++;
  expect(one.get(Score)).toEqual({ points: 8, best: [] });
  expect(other.get(Score)).toEqual({ points: 7, best: [] });
  expect(one.get(Score).best).not.toBe(other.get(Score).best);
});

it("knows the clocks among them", () => {
  const resources = new Resources([Score, Time], new Gate());
  expect(resources.clocks).toEqual([resources.get(Time)]);
});

it("refuses tokens of other worlds, tokens out of order and clocks that are none", () => {
  expect(() => new Resources([Score], new Gate()).get(Time)).toThrow(
    expect.objectContaining({ code: "UnknownResource" }),
  );
  expect(() => new Resources([Time, Score], new Gate())).toThrow(expect.objectContaining({ code: "InvalidLayout" }));
  const wrong = { ...Score, clock: true };
  expect(() => new Resources([wrong], new Gate())).toThrow(expect.objectContaining({ code: "InvalidLayout" }));
});
