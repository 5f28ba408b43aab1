import { describe, expect, it } from "vitest";
import { EventQueue } from "../../../runtime/events/event-queue.js";
import type { Cheer } from "../kit/generated/index.js";

function queueOf(...texts: readonly string[]): EventQueue<Cheer> {
  const queue = new EventQueue<Cheer>();
  for (const text of texts) queue.push({ text });
  return queue;
}

function texts(events: Iterable<Cheer>): string[] {
  return Array.from(events, (event) => event.text);
}

describe("an event", () => {
  it("can be read for the rest of its step and the whole next one", () => {
    const queue = queueOf("first");
    expect(texts(queue.reader())).toEqual(["first"]);
    queue.endStep();
    queue.push({ text: "second" });
    expect(texts(queue.reader())).toEqual(["first", "second"]);
    queue.endStep();
    expect(texts(queue.reader())).toEqual(["second"]);
    queue.endStep();
    expect(texts(queue.reader())).toEqual([]);
  });
});

describe("a reader", () => {
  it("reads each event once", () => {
    const queue = queueOf("a", "b");
    const reader = queue.reader();
    expect([reader.unread, texts(reader), texts(reader), reader.unread]).toEqual([2, ["a", "b"], [], 0]);
    queue.push({ text: "c" });
    expect([reader.unread, texts(reader)]).toEqual([1, ["c"]]);
  });

  it("keeps its place when its loop is left", () => {
    const reader = queueOf("a", "b", "c").reader();
    for (const event of reader) if (event.text === "a") break;
    expect(texts(reader)).toEqual(["b", "c"]);
  });

  it("is one of many, each with a place of its own", () => {
    const queue = queueOf("a");
    const [early, late] = [queue.reader(), queue.reader()];
    expect(texts(early)).toEqual(["a"]);
    queue.push({ text: "b" });
    expect([texts(early), texts(late)]).toEqual([["b"], ["a", "b"]]);
  });

  it("leaves for the next time what is emitted while it reads", () => {
    const queue = queueOf("a");
    const reader = queue.reader();
    const read: string[] = [];
    for (const event of reader) {
      read.push(event.text);
      queue.push({ text: `${event.text}!` });
    }
    expect([read, texts(reader)]).toEqual([["a"], ["a!"]]);
  });

  it("goes on with the oldest there is after a long silence", () => {
    const queue = queueOf("lost");
    const reader = queue.reader();
    for (let step = 0; step < 5; step++) queue.endStep();
    queue.push({ text: "new" });
    expect([reader.unread, texts(reader)]).toEqual([1, ["new"]]);
  });

  it("goes on with the oldest there is when events go while it reads", () => {
    const queue = queueOf("a", "b", "c");
    const read: unknown[] = [];
    for (const event of queue.reader()) {
      read.push(event.text);
      queue.endStep();
      queue.endStep();
    }
    expect(read).toEqual(["a"]);
  });

  it("skips what it has not read", () => {
    const queue = queueOf("a", "b");
    const reader = queue.reader();
    reader.skip();
    queue.push({ text: "c" });
    expect([reader.unread, texts(reader)]).toEqual([1, ["c"]]);
  });
});
