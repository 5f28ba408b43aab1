import type { Case } from "../harness/trial.js";

/** What ecsgen and its peers are measured at. Sizes count entities; each is divided as `plan.ts` says. */
export const cases: readonly Case[] = [
  { name: "packed_5", measures: "time", sizes: [1e3, 1e5], quickSizes: [1e3] },
  { name: "simple_iter", measures: "time", sizes: [4e3, 4e5], quickSizes: [4e3] },
  { name: "frag_iter", measures: "time", sizes: [2600, 260_000], quickSizes: [2600] },
  { name: "entity_cycle", measures: "time", sizes: [1e3, 1e5], quickSizes: [1e3] },
  { name: "add_remove", measures: "time", sizes: [1e3, 1e5], quickSizes: [1e3] },
  { name: "move_3d", measures: "time", sizes: [1e6], quickSizes: [1e4] },
  { name: "random_access", measures: "time", sizes: [1e5], quickSizes: [1e3] },
  { name: "spawn_destroy", measures: "time", sizes: [1e5], quickSizes: [1e3] },
  { name: "queries_50", measures: "time", sizes: [1e4], quickSizes: [1e3] },
  { name: "events", measures: "time", sizes: [1e4], quickSizes: [1e3] },
  { name: "observe", measures: "time", sizes: [1e4], quickSizes: [1e3] },
  { name: "relate", measures: "time", sizes: [1e4, 1e5], quickSizes: [1e3] },
  { name: "children", measures: "time", sizes: [1e4, 1e5], quickSizes: [1e3] },
  { name: "memory", measures: "memory", sizes: [1e5], quickSizes: [1e4] },
];
