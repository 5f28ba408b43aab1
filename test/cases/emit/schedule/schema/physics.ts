import { component, core, f32, list, resource, string, view } from "ecsgen/schema";

/** Where a body stands. */
export class Position extends component({ x: f32 }) {}
/** What ran, in order. */
export class Diary extends resource({ lines: list(string) }) {}

export interface Collisions {
  /** Finds pairs that may touch. */
  pair(diary: Diary): void;
  /** Finds out which of them do. */
  touch(diary: Diary): void;
  wake(diary: Diary): void;
  /** Moves them apart. */
  part(position: Position): void;
}
export interface Bookkeeping {
  open(diary: Diary): void;
  count(diary: Diary): void;
  close(diary: Diary): void;
}

/** Bodies that bump into each other. */
export const physics = core({
  features: { collisions: view<Collisions>(), bookkeeping: view<Bookkeeping>() },
  phases: { broad: { before: "fixedUpdate" }, narrow: { after: "broad" } },
  sets: { contacts: { after: "drawing.sets.pens" } },
  schedule: {
    narrow: ["collisions.touch"],
    broad: ["collisions.pair"],
    fixedUpdate: ["collisions.part"],
    preUpdate: ["bookkeeping.open"],
    update: [
      { run: "bookkeeping.count", after: "drawing.pictures.measure" },
      { run: "collisions.wake", set: "contacts" },
      { run: "bookkeeping.open" },
    ],
    postUpdate: ["bookkeeping.close"],
  },
});
