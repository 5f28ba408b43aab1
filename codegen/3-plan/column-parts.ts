// Where the parts of a component are that a body names: `body.spin.axis.x` is a column.
import type { Step } from "../model/body.js";
import type { FieldPath } from "../model/loop-plan.js";
import type { ColumnPlan, FieldPlan, GroupPlan, IndexedPlan, ValuePlan } from "../model/field-plan.js";
import type { ComponentPlan } from "../model/plan.js";

/** What says whether something is there: a column, that the table has the component at all, or a local that was told before. */
export type Guard = ColumnPlan | "component" | HeldGuard;

/** A local that holds whether something was there. */
export interface HeldGuard {
  readonly held: string;
}

/** What a part is, and how many of its steps lead there; what follows them belongs to the value. */
export type Located =
  | {
      readonly kind: "column";
      readonly column: ColumnPlan;
      readonly value: ValuePlan;
      /** Says whether there is a value. */
      readonly present: ColumnPlan | undefined;
      readonly guards: readonly Guard[];
      readonly length: number;
    }
  /** A value in an array beside the table. */
  | {
      readonly kind: "objects";
      readonly field: FieldPlan;
      /** The fields that lead to it. */
      readonly path: FieldPath;
      readonly guards: readonly Guard[];
      readonly length: number;
    }
  /** A struct or a vector, or the component itself: no value, but several columns. */
  | {
      readonly kind: "whole";
      readonly present: Guard | undefined;
      readonly guards: readonly Guard[];
      /** Of a vector whose parts have numbers. */
      readonly indexed: IndexedPlan | undefined;
      /** Of a struct. */
      readonly group: GroupPlan | undefined;
    }
  /** The number of parts of a vector. */
  | { readonly kind: "size"; readonly size: number }
  | { readonly kind: "unknown"; readonly name: string };

/** Finds a part of a component, which may be optional itself. */
export function locate({ row }: ComponentPlan, optional: boolean, steps: readonly Step[]): Located {
  let group = row;
  // That of what has the fields; it matters where `?.` follows.
  let present: Guard | undefined = optional ? "component" : undefined;
  let guards: readonly Guard[] = [];
  for (let at = 0; at < steps.length; at++) {
    const step = steps[at];
    const field = step && fieldOf(group, step.name);
    if (step === undefined || field?.place === undefined) return { kind: "unknown", name: step?.name ?? "" };
    const { place, value } = field;
    guards = guardedBy(present, step, guards);
    const length = at + 1;
    if (place.kind === "column") {
      return { kind: "column", column: place.column, value, present: place.present, guards, length };
    }
    if (place.kind === "objects") return { kind: "objects", field, path: pathTo(row, steps, length), guards, length };
    if (value.kind === "indexed") return element(value, place.present, steps, length, guards);
    if (value.kind !== "group") return { kind: "unknown", name: step.name };
    group = value.group;
    present = place.present;
  }
  return { kind: "whole", present, guards, indexed: undefined, group };
}

/** The fields that so many steps lead through. */
function pathTo(group: GroupPlan, steps: readonly Step[], length: number): FieldPath {
  const [first, ...rest] = steps.slice(0, length);
  const field = first && fieldOf(group, first.name);
  if (field === undefined) return [];
  const { name, optional, value } = field;
  return [{ name, optional }, ...(value.kind === "group" ? pathTo(value.group, rest, length - 1) : [])];
}

function fieldOf({ fields }: GroupPlan, name: string): FieldPlan | undefined {
  for (let at = 0; at < fields.length; at++) if (fields[at]?.name === name) return fields[at];
  return undefined;
}

/** `weights[3]`. */
function element(
  { indexed }: ValuePlan & { kind: "indexed" },
  present: Guard | undefined,
  steps: readonly Step[],
  at: number,
  before: readonly Guard[],
): Located {
  const step = steps[at];
  if (step === undefined) return { kind: "whole", present, guards: before, indexed, group: undefined };
  if (step.name === "length" && !step.optional && at + 1 === steps.length)
    return { kind: "size", size: indexed.columns.length };
  const column = /^\d+$/.test(step.name) ? indexed.columns[Number(step.name)] : undefined;
  if (column === undefined) return { kind: "unknown", name: step.name };
  const guards = guardedBy(present, step, before);
  return {
    kind: "column",
    column,
    value: { kind: "number", of: indexed.of },
    present: undefined,
    guards,
    length: at + 1,
  };
}

/** `?.` asks whether what stands before it is there. */
function guardedBy(present: Guard | undefined, step: Step, before: readonly Guard[]): readonly Guard[] {
  return step.optional && present !== undefined ? [...before, present] : before;
}

/** The same where a local says what a column said when it was declared. */
export function withHeld(located: Located, column: ColumnPlan, held: HeldGuard): Located {
  if (!("guards" in located)) return located;
  const guards = located.guards.map((guard) => (guard === column ? held : guard));
  if (located.kind !== "whole") return { ...located, guards };
  return { ...located, guards, present: located.present === column ? held : located.present };
}

/** Whether it is a column that says so. */
export function isColumn(guard: Guard | undefined): guard is ColumnPlan {
  return typeof guard === "object" && !("held" in guard);
}
