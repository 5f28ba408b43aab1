import { describe, expect, it } from "vitest";
import { makeReporter } from "../../../codegen/diagnostics/collector.js";
import type { Reporter } from "../../../codegen/diagnostics/diagnostic.js";
import { isAlike } from "../../../codegen/memo/is-alike.js";
import { Keep } from "../../../codegen/memo/keep.js";
import { alone, Recall } from "../../../codegen/memo/recall.js";

interface Ages {
  age(name: string): { readonly years: number };
}

const place = { file: "schema.ts", line: 1, column: 1, length: 0 };

/** A computation that asks of one thing only, and complains of it. */
function describeAnn({ age }: Ages, reporter: Reporter): { readonly text: string } {
  reporter.report("ECS1001", place, "ann is old");
  return { text: `ann is ${age("ann").years}` };
}

function ages(ann: number, bob: number): Ages {
  return { age: (name) => ({ years: name === "ann" ? ann : bob }) };
}

describe("a recalled result", () => {
  it("stays the same object as long as what it asked for is alike, and reports the same again", () => {
    const recall = new Recall<object, { readonly text: string }>();
    const key = {};
    const reporter = makeReporter();
    const first = recall.of(key, [1], { questions: ages(30, 40), reporter }, describeAnn);
    const second = recall.of(key, [1], { questions: ages(30, 50), reporter }, describeAnn);
    expect(second).toBe(first);
    expect(reporter.diagnostics).toHaveLength(2);
  });

  it("is made anew for another answer, another value and another key", () => {
    const recall = new Recall<object, { readonly text: string }>();
    const key = {};
    const reporter = makeReporter();
    const of = (one: object, value: number, ann: number): unknown =>
      recall.of(one, [value], { questions: ages(ann, 40), reporter }, describeAnn);
    const results = [of(key, 1, 30), of(key, 1, 31), of(key, 2, 32), of({}, 2, 32)];
    expect(new Set(results).size).toBe(4);
    expect(results[1]).toEqual({ text: "ann is 31" });
  });

  it("is the same object when it is made anew and says the same, and a step that follows need not be done again", () => {
    const inner = new Recall<object, readonly string[]>();
    const outer = new Recall<readonly string[], string>();
    const key = {};
    let done = 0;
    const run = (value: number): string => {
      const words = inner.of(key, [value], alone, () => ["odd", "even"].slice(value % 2));
      return outer.of(words, [], alone, () => words.join(" ") + String(++done));
    };
    expect([run(2), run(4), run(5), run(7)]).toEqual(["odd even1", "odd even1", "even2", "even2"]);
  });

  it("passes on what an inner one asked", () => {
    const inner = new Recall<object, { readonly text: string }>();
    const outer = new Recall<object, { readonly text: string }>();
    const [innerKey, outerKey] = [{}, {}];
    const run = (ann: number): unknown =>
      outer.of(outerKey, [], { questions: ages(ann, 40), reporter: makeReporter() }, (questions, reporter) =>
        inner.of(innerKey, [], { questions, reporter }, describeAnn),
      );
    expect([run(30), run(31), run(31)]).toEqual(["ann is 30", "ann is 31", "ann is 31"].map((text) => ({ text })));
  });
});

it("keeps values that say the same, by name", () => {
  const keep = new Keep<{ readonly name: string; readonly parts: readonly number[] }>();
  const make = (last: number): { name: string; parts: number[] }[] => [
    { name: "a", parts: [1, 2] },
    { name: "b", parts: [3, last] },
  ];
  const before = keep.all(make(4), ({ name }) => name);
  const after = keep.all(make(5), ({ name }) => name);
  expect(after[0]).toBe(before[0]);
  expect(after[1]).toEqual({ name: "b", parts: [3, 5] });
});

it("takes only plain data that says the same in the same order for alike", () => {
  const value = (): unknown => ({ a: [1n, undefined, NaN], b: new Map([["x", new Set([1])]]) });
  expect(isAlike(value(), value())).toBe(true);
  const others = [{ a: 1, b: 2 }, { b: 2, a: 1 }, { a: 1 }, [1, 2], [1], new Map([[1, 2]]), new Set([1]), new Date(0)];
  for (const [index, one] of others.entries()) {
    expect(others.map((other) => isAlike(one, other))).toEqual(others.map((_, other) => other === index));
  }
  expect(isAlike(new Date(0), new Date(0))).toBe(false);
});
