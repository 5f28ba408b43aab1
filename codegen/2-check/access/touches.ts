// When two touches cannot be told apart from each other, and what that means for who runs first.
import type { Access, Conflict, Touch } from "../../model/access.js";
import { inTextOrder } from "../../model/compare.js";

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
  const byKey = new Map<string, Touch>();
  touches.forEach((touch) => byKey.set(keyOf(touch), touch));
  const inOrder = inTextOrder([...byKey.keys()]).map((key) => byKey.get(key));
  return inOrder.filter((touch) => touch !== undefined);
}

function keyOf({ kind, of, path, write, waits }: Touch): string {
  return `${kind} ${of} ${write ? 0 : 1} ${path.join(".")} ${waits ? 1 : 0}`;
}

/** Whether both concern the same thing, or one a part of the other. */
function overlap(a: Touch, b: Touch): boolean {
  if (a.of !== b.of && !(a.kind === "presence" && (a.of === "" || b.of === ""))) return false;
  return a.kind === b.kind && a.path.every((step, index) => b.path[index] === undefined || b.path[index] === step);
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
