import type { Case } from "../harness/trial.js";

/** How many tables the fragmented case has, and how many entities are in each. */
export const fragments = { tables: 26, rows: 100 };

const loopSizes = { sizes: [1e3, 1e5, 1e6], quickSizes: [1e3] };
const changeSizes = { sizes: [1e4], quickSizes: [1e3] };

/** What is measured of the runtime. */
export const cases: readonly Case[] = [
  { name: "move 2d", measures: "time", goal: 0.95, ...loopSizes },
  { name: "move 3d", measures: "time", goal: 0.95, ...loopSizes },
  { name: "move vec3", measures: "time", goal: 0.95, ...loopSizes },
  { name: "bounce", measures: "time", goal: 0.95, ...loopSizes },
  { name: "26 tables", measures: "time", goal: 0.93, sizes: [2600], quickSizes: [2600] },
  { name: "128 tables, 50 queries", measures: "time", sizes: [512], quickSizes: [512] },
  { name: "empty step", measures: "time", sizes: [100], quickSizes: [100] },
  { name: "empty step, statistics", measures: "time", sizes: [100], quickSizes: [100] },
  { name: "query, one pass", measures: "time", goal: 0.95, ...loopSizes },
  { name: "query, nested", measures: "time", goal: 0.9, sizes: [1e3], quickSizes: [100] },
  { name: "query, pairs", measures: "time", goal: 0.9, sizes: [1e3], quickSizes: [100] },
  { name: "add and remove, 1 other", measures: "time", ...changeSizes },
  { name: "add and remove, 5 others", measures: "time", ...changeSizes },
  { name: "add and remove, 10 others", measures: "time", ...changeSizes },
  { name: "add and remove, sparse", measures: "time", ...changeSizes },
  { name: "spawn", measures: "time", ...changeSizes },
  { name: "spawn in bulk", measures: "time", ...changeSizes },
  { name: "despawn", measures: "time", ...changeSizes },
  { name: "random get", measures: "time", sizes: [1e5], quickSizes: [1e3] },
  { name: "random set", measures: "time", sizes: [1e5], quickSizes: [1e3] },
  { name: "hash", measures: "time", sizes: [1e4, 1e6], quickSizes: [1e3] },
  { name: "memory", measures: "memory", goal: 44, sizes: [1e6], quickSizes: [1e5] },
  { name: "memory, one by one", measures: "memory", sizes: [1e6], quickSizes: [1e5] },
];
