import { describe, expect, it } from "vitest";
import { EventQueue } from "../../../runtime/events/event-queue.js";
import { Cheer, type CheerInit } from "../kit/generated/index.js";

function queueOf(...texts: readonly string[]): EventQueue<Cheer, CheerInit> {
  const queue = new EventQueue(Cheer);
  for (const text of texts) queue.emit({ text });
  return queue;
}

function texts(events: Iterable<Cheer>): string[] {
  return Array.from(events, (event) => event.text);
}

describe("an event", () => {
  it("starts with its defaults, and is a copy of what was given", () => {
    const given = { text: "a" };
    const queue = queueOf();
    queue.emit(given);
    queue.emit();
    given.text = "b";
    expect(texts(queue.reader())).toEqual(["a", ""]);
  });

  it("can be read for the rest of its step and the whole next one", () => {
    const queue = queueOf("first");
    expect(texts(queue.reader())).toEqual(["first"]);
    queue.endStep();
    queue.emit({ text: "second" });
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
    queue.emit({ text: "c" });
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
    queue.emit({ text: "b" });
    expect([texts(early), texts(late)]).toEqual([["b"], ["a", "b"]]);
  });

  it("leaves for the next time what is emitted while it reads", () => {
    const queue = queueOf("a");
    const reader = queue.reader();
    const read: string[] = [];
    for (const event of reader) {
      read.push(event.text);
      queue.emit({ text: `${event.text}!` });
    }
    expect([read, texts(reader)]).toEqual([["a"], ["a!"]]);
  });

  it("goes on with the oldest there is after a long silence", () => {
    const queue = queueOf("lost");
    const reader = queue.reader();
    for (let step = 0; step < 5; step++) queue.endStep();
    queue.emit({ text: "new" });
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
    queue.emit({ text: "c" });
    expect([reader.unread, texts(reader)]).toEqual([1, ["c"]]);
  });
});
