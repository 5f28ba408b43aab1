// When two touches cannot be told apart from each other, and what that means for who runs first.
import type { Access, Conflict, Rows, Touch } from "../../model/access.js";
import type { ParameterSource, ScheduledRun } from "../../model/contract.js";
import { inTextOrder } from "../../model/compare.js";

/** Reads something. */
export function reading(kind: Touch["kind"], of: string, path: readonly string[] = []): Touch {
  return { kind, of, path, write: false, rows: undefined, waits: false };
}

/** Writes something, at once or at the next sync point. */
export function writing(kind: Touch["kind"], of: string, path: readonly string[] = [], waits = false): Touch {
  return { kind, of, path, write: true, rows: undefined, waits };
}

/** The rows that a loop or a query visits: what it takes of each, it asks for. */
export function rowsOf(
  taken: readonly { readonly source: ParameterSource }[],
  { with: with_, without }: Pick<ScheduledRun, "with" | "without">,
): Rows {
  const asked = taken.flatMap(({ source }) =>
    source.kind === "component" && !source.optional ? [source.component] : [],
  );
  return { with: [...asked, ...with_], without };
}

/** Touches of data of these rows. */
export function ofRows(rows: Rows, touches: readonly Touch[]): Touch[] {
  return touches.map((touch) => ({ ...touch, rows }));
}

/** Each once, in an order of their own: what is written of a thing comes before what is read of it. */
export function inOrder(touches: readonly Touch[]): Touch[] {
  const byKey = new Map<string, Touch>();
  touches.forEach((touch) => byKey.set(keyOf(touch), touch));
  const inOrder = inTextOrder([...byKey.keys()]).map((key) => byKey.get(key));
  return inOrder.filter((touch) => touch !== undefined);
}

function keyOf({ kind, of, path, write, rows, waits }: Touch): string {
  const which = rows === undefined ? "" : `${rows.with.join(",")} ${rows.without.join(",")}`;
  return `${kind} ${of} ${write ? 0 : 1} ${path.join(".")} ${waits ? 1 : 0} ${which}`;
}

/** Whether no row is among both, since one asks for what the other leaves out. */
function areApart(a: Rows | undefined, b: Rows | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  return a.with.some((name) => b.without.includes(name)) || b.with.some((name) => a.without.includes(name));
}

/** Whether both concern the same thing, or one a part of the other. */
function overlap(a: Touch, b: Touch): boolean {
  if (a.of !== b.of && !(a.kind === "presence" && (a.of === "" || b.of === ""))) return false;
  const isWithin = a.path.every((step, index) => b.path[index] === undefined || b.path[index] === step);
  return a.kind === b.kind && isWithin && !areApart(a.rows, b.rows);
}

/** Whether what one of them does can be seen by the other. */
export function collide(a: Touch, b: Touch): boolean {
  return (a.write || b.write) && overlap(a, b);
}

/**
 * The order of events in their queue, and of ids, follows from the order of the step, which is the same in every run; nobody
 * has to say which of two that only add to them comes first.
 */
function onlyAdd(first: Touch, second: Touch): boolean {
  return first.kind === "ids" || (first.kind === "event" && first.write && second.write);
}

/** What two lines touch both, so that it matters which one is first; undefined when either may be. */
export function conflictOf(a: Access, b: Access): Conflict | undefined {
  for (const first of a.touches) {
    const second = b.touches.find((touch) => collide(first, touch) && !onlyAdd(first, touch));
    if (second !== undefined) return { first, second };
  }
  return undefined;
}
