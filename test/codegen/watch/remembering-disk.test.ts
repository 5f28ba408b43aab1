import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RememberingDisk } from "../../../codegen/watch/remembering-disk.js";
import { MemoryDisk } from "../support/memory-disk.js";

const folders = ["/p", "/p/a", "/p/a/b"];
const paths = [...folders, "/p/x", "/p/a/x", "/p/a/y", "/p/a/b/x"];
const everything = (): boolean => true;

describe("a disk that remembers", () => {
  it("gives the same object until it is told of a change", () => {
    const below = new MemoryDisk();
    below.place("/p/a/x", "1");
    const disk = new RememberingDisk(everything, below);
    const [before, names] = [disk.stat("/p/a/x"), disk.list("/p/a")];
    below.write("/p/a/x", "22");
    expect(disk.stat("/p/a/x")).toBe(before);
    expect(disk.list("/p/a")).toBe(names);
    disk.forget("/p/a/x");
    expect(disk.stat("/p/a/x")?.size).toBe(2);
  });

  it("forgets what was in a folder with the folder, and all when anything may have changed", () => {
    const below = new MemoryDisk();
    below.place("/p/a/b/x", "1");
    const disk = new RememberingDisk(everything, below);
    for (const forget of [() => disk.forget("/p/a"), () => disk.forgetAll()]) {
      const before = disk.stat("/p/a/b/x");
      forget();
      expect(disk.stat("/p/a/b/x")).not.toBe(before);
    }
  });

  it("asks for what is not watched", () => {
    const below = new MemoryDisk();
    below.place("/p/a/x", "1");
    const disk = new RememberingDisk((folder) => folder !== "/p/a", below);
    expect(disk.stat("/p/a/x")?.size).toBe(1);
    below.write("/p/a/x", "22");
    expect(disk.stat("/p/a/x")?.size).toBe(2);
  });

  it("knows what is changed through it, whatever that is", () => {
    const path = fc.constantFrom(...paths);
    const change = fc.oneof(
      fc.tuple(fc.constantFrom("write", "makeFolder", "remove", "removeFolder", "removeTree"), path, path),
      fc.tuple(fc.constantFrom("rename", "copy"), path, path),
    );
    fc.assert(
      fc.property(fc.array(change, { maxLength: 20 }), (changes) => {
        const below = new MemoryDisk();
        for (const folder of folders) below.makeFolder(folder);
        const disk = new RememberingDisk(everything, below);
        for (const [what, from, to] of changes) {
          expect(seen(disk)).toEqual(seen(below));
          try {
            if (what === "write") disk.write(from, to);
            else if (what === "makeFolder") disk.makeFolder(from);
            else if (what === "remove") disk.remove(from);
            else if (what === "removeFolder") disk.removeFolder(from);
            else if (what === "removeTree") disk.removeTree(from);
            else if (what === "rename") disk.rename(from, to);
            else disk.copy(from, to);
          } catch {
            // Refused, as it may be.
          }
        }
        expect(seen(disk)).toEqual(seen(below));
      }),
    );
  });
});

function seen(disk: Pick<MemoryDisk, "stat" | "list">): unknown {
  return paths.map((path) => [disk.stat(path), disk.stat(path)?.kind === "folder" ? disk.list(path) : []]);
}
