import { expect, it } from "vitest";
import { nearest, suggestion } from "../../runtime/nearest.js";

const known = ["motion.Position", "motion.Velocity", "hp", "x"];

it.each([
  ["motion.Positon", "motion.Position"],
  ["motion.Positoin", "motion.Position"],
  ["MOTION.VELOCITY", "motion.Velocity"],
  ["motion.Velocities", "motion.Velocity"],
])("takes %s for %s", (word, meant) => {
  expect(nearest(word, known)).toBe(meant);
});

it("takes no short word for another one", () => {
  expect([nearest("y", known), nearest("hq", known)]).toEqual([undefined, undefined]);
});

it("counts two letters that changed places as one mistake", () => {
  expect(nearest("bda", ["bad"])).toBe("bad");
  expect(nearest("bcd", ["bad", "bdc"])).toBe("bad"); // as near, and named first
  expect(nearest("dab", ["bad"])).toBeUndefined();
});

it("says what there is when nothing is near", () => {
  expect(suggestion("label", ["text", "words"])).toBe("use one of `text`, `words`");
  expect(suggestion("label", [])).toBe("there is none");
  expect(suggestion("txet", ["text", "words"])).toBe("did you mean `text`?");
});
