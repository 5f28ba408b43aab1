import type { Library, Trial } from "../../../harness/trial.js";
import { crowdLines, tagsOf } from "../../crowd.js";

/** Loops over lists of rows that were made beforehand. */
export const crowd: Library = {
  "empty step": emptyStep,
  // By hand, nobody counts: what statistics cost is the difference between the two cases.
  "empty step, statistics": emptyStep,
  "128 tables, 50 queries": (size) => {
    const values = Int32Array.from({ length: size }, (_, i) => i & 63);
    const lines = crowdLines.map(({ with: wanted, without, adds }) => {
      const rows = [...values.keys()].filter((i) => {
        const tags: readonly (string | undefined)[] = [undefined, ...tagsOf(i)];
        return tags.includes(wanted) && (without === undefined || !tags.includes(without));
      });
      return { rows: Int32Array.from(rows), adds };
    });
    return { run: () => step(values, lines), checksum: () => values.reduce((sum, value) => sum + value, 0) };
  },
};

function emptyStep(size: number): Trial {
  const lines = Array.from({ length: size }, (_, i) => ({ rows: new Int32Array(0), adds: i }));
  const values = new Int32Array(0);
  return { run: () => step(values, lines), checksum: () => values.length };
}

interface Line {
  readonly rows: Int32Array;
  readonly adds: number;
}

function step(values: Int32Array, lines: readonly Line[]): void {
  for (const { rows, adds } of lines) {
    for (let i = 0; i < rows.length; i++) values[rows[i]] = (values[rows[i]] + adds) & 63;
  }
}
