import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, it } from "vitest";
import { PendingEvents } from "../../../runtime/events/pending-events.js";
import { Cheer } from "../kit/generated/index.js";

async function collectGarbage(): Promise<void> {
  setFlagsFromString("--expose-gc");
  const collect: unknown = runInNewContext("gc");
  await new Promise((resolve) => void setImmediate(resolve)); // what a WeakRef was asked for lives as long as the job
  if (typeof collect === "function") Reflect.apply(collect, undefined, []);
}

/** Each a payload and a source that nobody else holds. */
function pushed(pending: PendingEvents, count: number): WeakRef<object>[] {
  return Array.from({ length: count }, () => {
    const [payload, source] = [{}, {}];
    pending.push(Cheer, payload, "High", 0, source, undefined);
    return [new WeakRef(payload), new WeakRef(source)];
  }).flat();
}

it("hold what waits, and nothing that was taken", async () => {
  const pending = new PendingEvents(10);
  const [taken, waiting] = [pushed(pending, 2), pushed(pending, 1)];
  pending.take(5);
  pending.take(5);
  await collectGarbage();
  expect(taken.map((ref) => ref.deref())).toEqual([undefined, undefined, undefined, undefined]);
  expect(waiting.map((ref) => ref.deref())).toEqual([{}, {}]);
});

it("hold nothing that was cleared", async () => {
  const pending = new PendingEvents(10);
  const cleared = pushed(pending, 2);
  expect(pending.clear()).toBe(2);
  await collectGarbage();
  expect(cleared.map((ref) => ref.deref())).toEqual([undefined, undefined, undefined, undefined]);
  expect([pending.size, pending.take(5)]).toEqual([0, undefined]);
});
