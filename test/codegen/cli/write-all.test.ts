import { expect, it } from "vitest";
import { writeAll } from "../../../codegen/cli/write-all.js";
import { failingDisk } from "../support/failing-disk.js";
import { MemoryDisk } from "../support/memory-disk.js";

const files = [
  { path: "/p/new/deep/a.ts", text: "a", created: true },
  { path: "/p/old.ts", text: "new", created: false },
  { path: "/p/b.ts", text: "b", created: true },
];

function textAt(disk: MemoryDisk, path: string): string | undefined {
  return disk.stat(path) === undefined ? undefined : disk.read(path).toString("utf8");
}

function before(): MemoryDisk {
  const disk = new MemoryDisk();
  disk.place("/p/old.ts", "old");
  return disk;
}

it("writes what is new, and replaces the rest", () => {
  const disk = before();
  writeAll(files, disk);
  expect(files.map(({ path }) => textAt(disk, path))).toEqual(["a", "new", "b"]);
  expect(
    disk
      .list("/p")
      .map(({ name }) => name)
      .sort(),
  ).toEqual(["b.ts", "new", "old.ts"]);
});

it.each([1, 2, 3, 4, 5])("leaves all as it was when the disk refuses at change %i", (refuseAt) => {
  const disk = before();
  expect(() => writeAll(files, failingDisk(disk, { refuseAt }))).toThrow(/EACCES/);
  expect(textAt(disk, "/p/old.ts")).toBe("old");
  expect(disk.list("/p").map(({ name, kind }) => [name, kind])).toContainEqual(["old.ts", "file"]);
  expect(files.filter(({ created }) => created).map(({ path }) => textAt(disk, path))).toEqual([undefined, undefined]);
  expect(disk.stat("/p/old.ts.ecsgen-draft")).toBe(undefined);
});

it.each([1, 2, 3, 4, 5, 6])("puts back what it had replaced when the disk refuses at change %i", (refuseAt) => {
  const disk = before();
  disk.place("/p/other.ts", "other");
  const replaced = ["/p/old.ts", "/p/other.ts"];
  const texts = replaced.map((path) => ({ path, text: "new", created: false }));
  expect(() => writeAll(texts, failingDisk(disk, { refuseAt }))).toThrow(/EACCES/);
  expect(replaced.map((path) => textAt(disk, path))).toEqual(["old", "other"]);
  expect(
    disk
      .list("/p")
      .map(({ name }) => name)
      .sort(),
  ).toEqual(["old.ts", "other.ts"]);
});

it("touches no file that appeared since somebody looked", () => {
  const disk = before();
  disk.place("/p/b.ts", "mine");
  expect(() => writeAll(files, disk)).toThrow(/EEXIST/);
  expect([textAt(disk, "/p/b.ts"), textAt(disk, "/p/old.ts"), textAt(disk, "/p/new/deep/a.ts")]).toEqual([
    "mine",
    "old",
    undefined,
  ]);
});
