// A file that is saved by writing into it is empty for a moment. Time and waiting are the test's here.
import { describe, expect, it } from "vitest";
import { RecordingHost } from "../../../codegen/cache/recording-host.js";
import { askDisk } from "../../../codegen/watch/ask-disk.js";
import { RememberingDisk } from "../../../codegen/watch/remembering-disk.js";
import { hasEmptied, wholeChange } from "../../../codegen/watch/whole-change.js";
import { MemoryDisk } from "../support/memory-disk.js";

const path = "/p/schema.ts";

/** What a watch tells of a file in which `meanwhile` happens while it is waited for, and how long it waited. */
async function changeOf(
  text: string,
  ...meanwhile: readonly (() => void)[]
): Promise<{ stale?: readonly string[]; waited: number }> {
  const disk = new RememberingDisk(() => false, below);
  const host = new RecordingHost(disk);
  host.readFile(path);
  const answers = host.takeAnswers("/p/generated");
  const steps = [...meanwhile];
  let time = 0;
  below.write(path, text);
  const stale = await wholeChange({
    ask: () => {
      const found = askDisk(answers, disk).stale;
      return found.length === 0 ? undefined : found;
    },
    isEmptied: (found) => hasEmptied(found, answers, disk),
    settled: (patience) => {
      const next = steps.shift();
      next?.();
      time += next === undefined ? patience : 20;
      return Promise.resolve();
    },
    now: () => time,
  });
  return { ...(stale && { stale }), waited: time };
}

let below = new MemoryDisk();
const fresh = (): void => {
  below = new MemoryDisk();
  below.place(path, "old");
};

describe("a file that was emptied", () => {
  it("is waited for until its text is there", async () => {
    fresh();
    const change = await changeOf(
      "",
      () => undefined,
      () => below.write(path, "new"),
    );
    expect(change).toEqual({ stale: [path], waited: 40 });
    expect(below.read(path).toString()).toBe("new");
  });

  it("is no change if it gets the text back that it had", async () => {
    fresh();
    expect(await changeOf("", () => below.write(path, "old"))).toEqual({ waited: 20 });
  });

  it("is a change after a while if it stays empty, whatever else happens", async () => {
    fresh();
    const busy = Array.from({ length: 100 }, () => () => undefined);
    for (const meanwhile of [[], busy]) {
      fresh();
      const { stale, waited } = await changeOf("", ...meanwhile);
      expect(stale).toEqual([path]);
      expect(waited).toBe(300);
    }
  });

  it("is not waited for when it was empty before, nor is one that has another text or is gone", async () => {
    fresh();
    expect(await changeOf("new")).toEqual({ stale: [path], waited: 0 });
    below.write(path, "");
    expect(await changeOf("")).toEqual({ waited: 0 });
  });
});
