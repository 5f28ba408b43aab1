// A schedule of a hundred lines, each with a query of its own: fifty over entities with an amount, fifty over those with a weight.
import { component, core, i32, tag, view } from "ecsgen/schema";

export class Amount extends component({ value: i32 }) {}
export class Weight extends component({ value: i32 }) {}

export class TagA extends tag() {}
export class TagB extends tag() {}
export class TagC extends tag() {}
export class TagD extends tag() {}
export class TagE extends tag() {}
export class TagF extends tag() {}
export class TagG extends tag() {}

export interface Counting {
  one(amount: Amount): void;
  two(amount: Amount): void;
  three(amount: Amount): void;
  four(amount: Amount): void;
  five(amount: Amount): void;
  six(amount: Amount): void;
  seven(amount: Amount): void;
  eight(amount: Amount): void;
  nine(amount: Amount): void;
  ten(amount: Amount): void;
}
export interface Weighing {
  one(weight: Weight): void;
  two(weight: Weight): void;
  three(weight: Weight): void;
  four(weight: Weight): void;
  five(weight: Weight): void;
  six(weight: Weight): void;
  seven(weight: Weight): void;
  eight(weight: Weight): void;
  nine(weight: Weight): void;
  ten(weight: Weight): void;
}

/** Short functions over few entities. */
export const crowd = core({
  features: { counting: view<Counting>(), weighing: view<Weighing>() },
  sets: { weighing: {} },
  schedule: {
    update: [
      { run: "counting.one", with: [TagA], without: [TagB] },
      { run: "counting.two", with: [TagA], without: [TagC] },
      { run: "counting.three", with: [TagA], without: [TagD] },
      { run: "counting.four", with: [TagA], without: [TagE] },
      { run: "counting.five", with: [TagA], without: [TagF] },
      { run: "counting.six", with: [TagA], without: [TagG] },
      { run: "counting.seven", with: [TagB], without: [TagA] },
      { run: "counting.eight", with: [TagB], without: [TagC] },
      { run: "counting.nine", with: [TagB], without: [TagD] },
      { run: "counting.ten", with: [TagB], without: [TagE] },
      { run: "counting.one", with: [TagB], without: [TagF] },
      { run: "counting.two", with: [TagB], without: [TagG] },
      { run: "counting.three", with: [TagC], without: [TagA] },
      { run: "counting.four", with: [TagC], without: [TagB] },
      { run: "counting.five", with: [TagC], without: [TagD] },
      { run: "counting.six", with: [TagC], without: [TagE] },
      { run: "counting.seven", with: [TagC], without: [TagF] },
      { run: "counting.eight", with: [TagC], without: [TagG] },
      { run: "counting.nine", with: [TagD], without: [TagA] },
      { run: "counting.ten", with: [TagD], without: [TagB] },
      { run: "counting.one", with: [TagD], without: [TagC] },
      { run: "counting.two", with: [TagD], without: [TagE] },
      { run: "counting.three", with: [TagD], without: [TagF] },
      { run: "counting.four", with: [TagD], without: [TagG] },
      { run: "counting.five", with: [TagE], without: [TagA] },
      { run: "counting.six", with: [TagE], without: [TagB] },
      { run: "counting.seven", with: [TagE], without: [TagC] },
      { run: "counting.eight", with: [TagE], without: [TagD] },
      { run: "counting.nine", with: [TagE], without: [TagF] },
      { run: "counting.ten", with: [TagE], without: [TagG] },
      { run: "counting.one", with: [TagF], without: [TagA] },
      { run: "counting.two", with: [TagF], without: [TagB] },
      { run: "counting.three", with: [TagF], without: [TagC] },
      { run: "counting.four", with: [TagF], without: [TagD] },
      { run: "counting.five", with: [TagF], without: [TagE] },
      { run: "counting.six", with: [TagF], without: [TagG] },
      { run: "counting.seven", with: [TagG], without: [TagA] },
      { run: "counting.eight", with: [TagG], without: [TagB] },
      { run: "counting.nine", with: [TagG], without: [TagC] },
      { run: "counting.ten", with: [TagG], without: [TagD] },
      { run: "counting.one", with: [TagG], without: [TagE] },
      { run: "counting.two", with: [TagG], without: [TagF] },
      { run: "counting.three", with: [TagA] },
      { run: "counting.four", with: [TagB] },
      { run: "counting.five", with: [TagC] },
      { run: "counting.six", with: [TagD] },
      { run: "counting.seven", with: [TagE] },
      { run: "counting.eight", with: [TagF] },
      { run: "counting.nine", with: [TagG] },
      { run: "counting.ten" },
      { run: "weighing.one", set: "weighing", with: [TagA], without: [TagB] },
      { run: "weighing.two", set: "weighing", with: [TagA], without: [TagC] },
      { run: "weighing.three", set: "weighing", with: [TagA], without: [TagD] },
      { run: "weighing.four", set: "weighing", with: [TagA], without: [TagE] },
      { run: "weighing.five", set: "weighing", with: [TagA], without: [TagF] },
      { run: "weighing.six", set: "weighing", with: [TagA], without: [TagG] },
      { run: "weighing.seven", set: "weighing", with: [TagB], without: [TagA] },
      { run: "weighing.eight", set: "weighing", with: [TagB], without: [TagC] },
      { run: "weighing.nine", set: "weighing", with: [TagB], without: [TagD] },
      { run: "weighing.ten", set: "weighing", with: [TagB], without: [TagE] },
      { run: "weighing.one", set: "weighing", with: [TagB], without: [TagF] },
      { run: "weighing.two", set: "weighing", with: [TagB], without: [TagG] },
      { run: "weighing.three", set: "weighing", with: [TagC], without: [TagA] },
      { run: "weighing.four", set: "weighing", with: [TagC], without: [TagB] },
      { run: "weighing.five", set: "weighing", with: [TagC], without: [TagD] },
      { run: "weighing.six", set: "weighing", with: [TagC], without: [TagE] },
      { run: "weighing.seven", set: "weighing", with: [TagC], without: [TagF] },
      { run: "weighing.eight", set: "weighing", with: [TagC], without: [TagG] },
      { run: "weighing.nine", set: "weighing", with: [TagD], without: [TagA] },
      { run: "weighing.ten", set: "weighing", with: [TagD], without: [TagB] },
      { run: "weighing.one", set: "weighing", with: [TagD], without: [TagC] },
      { run: "weighing.two", set: "weighing", with: [TagD], without: [TagE] },
      { run: "weighing.three", set: "weighing", with: [TagD], without: [TagF] },
      { run: "weighing.four", set: "weighing", with: [TagD], without: [TagG] },
      { run: "weighing.five", set: "weighing", with: [TagE], without: [TagA] },
      { run: "weighing.six", set: "weighing", with: [TagE], without: [TagB] },
      { run: "weighing.seven", set: "weighing", with: [TagE], without: [TagC] },
      { run: "weighing.eight", set: "weighing", with: [TagE], without: [TagD] },
      { run: "weighing.nine", set: "weighing", with: [TagE], without: [TagF] },
      { run: "weighing.ten", set: "weighing", with: [TagE], without: [TagG] },
      { run: "weighing.one", set: "weighing", with: [TagF], without: [TagA] },
      { run: "weighing.two", set: "weighing", with: [TagF], without: [TagB] },
      { run: "weighing.three", set: "weighing", with: [TagF], without: [TagC] },
      { run: "weighing.four", set: "weighing", with: [TagF], without: [TagD] },
      { run: "weighing.five", set: "weighing", with: [TagF], without: [TagE] },
      { run: "weighing.six", set: "weighing", with: [TagF], without: [TagG] },
      { run: "weighing.seven", set: "weighing", with: [TagG], without: [TagA] },
      { run: "weighing.eight", set: "weighing", with: [TagG], without: [TagB] },
      { run: "weighing.nine", set: "weighing", with: [TagG], without: [TagC] },
      { run: "weighing.ten", set: "weighing", with: [TagG], without: [TagD] },
      { run: "weighing.one", set: "weighing", with: [TagG], without: [TagE] },
      { run: "weighing.two", set: "weighing", with: [TagG], without: [TagF] },
      { run: "weighing.three", set: "weighing", with: [TagA] },
      { run: "weighing.four", set: "weighing", with: [TagB] },
      { run: "weighing.five", set: "weighing", with: [TagC] },
      { run: "weighing.six", set: "weighing", with: [TagD] },
      { run: "weighing.seven", set: "weighing", with: [TagE] },
      { run: "weighing.eight", set: "weighing", with: [TagF] },
      { run: "weighing.nine", set: "weighing", with: [TagG] },
      { run: "weighing.ten", set: "weighing" },
    ],
  },
});
