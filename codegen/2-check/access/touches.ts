// When two touches cannot be told apart from each other, and what that means for who runs first.
import type { Access, Conflict, Touch } from "../../model/access.js";
import { compareText } from "../../model/compare.js";

/** Reads something. */
export function reading(kind: Touch["kind"], of: string, path: readonly string[] = []): Touch {
  return { kind, of, path, write: false, waits: false };
}

/** Writes something, at once or at the next sync point. */
export function writing(kind: Touch["kind"], of: string, path: readonly string[] = [], waits = false): Touch {
  return { kind, of, path, write: true, waits };
}

/** Each once, in an order of their own: what is written of a thing comes before what is read of it. */
export function inOrder(touches: readonly Touch[]): Touch[] {
  const byKey = new Map(touches.map((touch) => [keyOf(touch), touch]));
  return [...byKey].sort(([a], [b]) => compareText(a, b)).map(([, touch]) => touch);
}

function keyOf({ kind, of, path, write, waits }: Touch): string {
  return [kind, of, write ? 0 : 1, path.join("."), waits ? 1 : 0].join(" ");
}

/** Whether both concern the same thing, or one a part of the other. */
function overlap(a: Touch, b: Touch): boolean {
  if (a.kind !== b.kind) return false;
  if (a.of !== b.of && !(a.kind === "presence" && (a.of === "" || b.of === ""))) return false;
  return a.path.every((step, index) => b.path[index] === undefined || b.path[index] === step);
}

/** Whether what one of them does can be seen by the other. */
export function collide(a: Touch, b: Touch): boolean {
  return (a.write || b.write) && overlap(a, b);
}

/**
 * The order of events in their queue, and of ids, follows from the order of the step, which is the same in every run; nobody
 * has to say which of two that only add to them comes first.
 */
function onlyAdds(a: Touch, b: Touch): boolean {
  return a.kind === "ids" || (a.kind === "event" && a.write && b.write);
}

/** What two lines touch both; undefined when either may run first. `add` counts what they only add to as well. */
export function conflictOf(a: Access, b: Access, add: "with additions" | "without additions"): Conflict | undefined {
  for (const first of a.touches) {
    for (const second of b.touches) {
      if (collide(first, second) && (add === "with additions" || !onlyAdds(first, second))) return { first, second };
    }
  }
  return undefined;
}

/** Whether two lines have to keep their order. */
export function areBound(a: Access, b: Access): boolean {
  return a.everything || b.everything || conflictOf(a, b, "with additions") !== undefined;
}
