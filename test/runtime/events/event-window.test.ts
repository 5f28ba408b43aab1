import { expect, it } from "vitest";
import { EventQueue } from "../../../runtime/events/event-queue.js";
import { EventWindow, readerOf } from "../../../runtime/events/event-window.js";

it("takes what a reader has not read, and gives it again after each rewind", () => {
  const queue = new EventQueue<number>();
  const reader = queue.reader();
  queue.push(1);
  queue.push(2);
  const window = new EventWindow(reader);
  queue.push(3);
  expect([window.unread, ...window, window.unread, ...window]).toEqual([2, 1, 2, 0]);
  window.rewind();
  expect(window.next().value).toBe(1);
  window.skip();
  expect([...window]).toEqual([]);
  window.rewind();
  expect([...window]).toEqual([1, 2]);
  expect([...reader]).toEqual([3]);
});

it("reads events that a test gives, once", () => {
  const reader = readerOf([1, 2, 3]);
  for (const event of reader) {
    expect(event).toBe(1);
    break;
  }
  expect(reader.unread).toBe(2);
  expect([...reader, ...reader]).toEqual([2, 3]);
});
