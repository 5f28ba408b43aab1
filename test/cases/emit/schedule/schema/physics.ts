import { bool, component, core, event, f32, list, resource, string, view } from "ecsgen/schema";

/** Where a body stands. */
export class Position extends component({ x: f32 }) {}
/** What ran, in order. */
export class Diary extends resource({ lines: list(string) }) {}
/** What is switched on. */
export class Rules extends resource({ contacts: bool.default(true), counting: bool.default(true) }) {}
/** Somebody knocked. */
export class Knock extends event({ force: f32 }) {}

export interface Collisions {
  /** Finds pairs that may touch. */
  pair(diary: Diary): void;
  /** Finds out which of them do. */
  touch(diary: Diary): void;
  wake(diary: Diary): void;
  /** Moves them apart. */
  part(position: Position): void;
}
export interface Questions {
  /** Whether bodies touch at all. */
  touching(rules: Readonly<Rules>): boolean;
  /** Whether things are counted. */
  counting(rules: Readonly<Rules>): boolean;
}
export interface Bookkeeping {
  open(diary: Diary): void;
  count(diary: Diary): void;
  close(diary: Diary): void;
}

/** Bodies that bump into each other. */
export const physics = core({
  features: {
    collisions: view<Collisions>({ implies: ["questions"] }),
    bookkeeping: view<Bookkeeping>({ implies: ["questions"] }),
    questions: view<Questions>(),
  },
  phases: { broad: { before: "fixedUpdate" }, narrow: { after: "broad" } },
  sets: { contacts: { after: "drawing.sets.pens" }, touches: { if: "questions.touching" } },
  schedule: {
    narrow: [{ run: "collisions.touch", set: "touches" }],
    broad: ["collisions.pair"],
    fixedUpdate: ["collisions.part"],
    preUpdate: ["bookkeeping.open"],
    update: [
      { run: "bookkeeping.count", after: "drawing.pictures.measure", if: "questions.counting" },
      { run: "collisions.wake", set: ["contacts", "touches"] },
      { run: "bookkeeping.open", set: "touches" },
    ],
    postUpdate: ["bookkeeping.close"],
  },
});
