import { describe, expect, it } from "vitest";
import { judged, type Row } from "../../../bench/harness/row.js";
import { printTable } from "../../../bench/harness/table.js";

const row: Row = { suite: "runtime", name: "move 1e3", subject: "ecsgen", value: 1.234, unit: "ns", ratio: 0.8 };

describe("judged", () => {
  it("holds a ratio against its least", () => {
    expect(judged({ ...row, goal: { of: "ratio", bound: "at least", limit: 0.75 } }).met).toBe(true);
    expect(judged({ ...row, goal: { of: "ratio", bound: "at least", limit: 0.9 } }).met).toBe(false);
  });

  it("holds a value against its most", () => {
    expect(judged({ ...row, goal: { of: "value", bound: "at most", limit: 1.234 } }).met).toBe(true);
    expect(judged({ ...row, goal: { of: "value", bound: "at most", limit: 1 } }).met).toBe(false);
  });

  it("says nothing without a goal, or without the ratio that the goal is about", () => {
    expect(judged(row)).toBe(row);
    const { ratio: _, ...alone } = row;
    expect(judged({ ...alone, goal: { of: "ratio", bound: "at least", limit: 1 } }).met).toBeUndefined();
  });
});

describe("the table", () => {
  it("shows values, ratios and goals in columns", () => {
    const goal = { of: "ratio", bound: "at least", limit: 0.75 } as const;
    const base: Row = {
      suite: "runtime",
      name: "move 1e3",
      subject: "arrays",
      value: 123.4,
      unit: "ns",
      spread: 0.034,
    };
    expect(printTable([base, judged({ ...row, goal })])).toBe(
      [
        "what      who       value    ±  ratio  goal",
        "move 1e3  arrays   123 ns  3 %",
        "move 1e3  ecsgen  1.23 ns        0.80  at least 0.75  met",
        "",
      ].join("\n"),
    );
  });
});
