import { describe, expect, it } from "vitest";
import { makeProgress } from "../../program/progress.js";

/** Runs through some days, each of which takes a time, and gives back what was written. */
function written(isTTY: boolean, days: number, milliseconds: number): string[] {
  const texts: string[] = [];
  let now = 5000;
  const progress = makeProgress({ isTTY, write: (text) => texts.push(text) }, days, () => now);
  for (let day = 1; day <= days; day++) {
    now += milliseconds;
    progress(day);
  }
  return texts;
}

describe("progress", () => {
  it("is a line for every tenth where nothing can be drawn anew", () => {
    const lines = written(false, 365, 1000);
    expect(lines).toHaveLength(10);
    expect(lines[0]).toBe("  day 37 of 365, 10 %, 5 min left\n");
    expect(lines[8]).toBe("  day 329 of 365, 90 %, 36 s left\n");
    expect(lines.join("")).not.toContain("\u001B");
  });

  it("is a line for every day of a short run", () => {
    expect(written(false, 3, 10)).toHaveLength(3);
  });

  it("is one line on a terminal, drawn ten times a second at most, and gone at the end", () => {
    const texts = written(true, 100, 30);
    expect(texts.every((text) => text.startsWith("\r\u001B[K"))).toBe(true);
    expect(texts.every((text) => !text.includes("\n"))).toBe(true);
    expect(texts.length).toBeGreaterThan(20);
    expect(texts.length).toBeLessThan(32);
    expect(texts.at(-1)).toBe("\r\u001B[K");
  });
});
