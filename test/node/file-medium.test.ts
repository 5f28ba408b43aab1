// Saves in files: whatever fails, and whenever, the old save or the new one is there, whole.
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { mkdir, open, readFile, rename, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { FileMedium, type FileSystem } from "ecsgen/node";

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "ecsgen-files-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** A disk whose step of this number fails, and every step after it, as when the program is gone. */
function diskUntil(last: number): FileSystem {
  let steps = 0;
  const step = async <Result>(run: () => Promise<Result>): Promise<Result> => {
    if (steps++ >= last) throw new Error("the power is out");
    return run();
  };
  return {
    open: async (path, flags) => {
      const file = await step(async () => open(path, flags));
      return {
        writeFile: async (bytes) => {
          await file.writeFile(bytes.subarray(0, bytes.length >> 1));
          await step(async () => file.writeFile(bytes.subarray(bytes.length >> 1)));
        },
        sync: async () => step(async () => file.sync()),
        close: async () => file.close(),
      };
    },
    readFile: async (path) => step(async () => readFile(path)),
    rename: async (from, to) => step(async () => rename(from, to)),
    mkdir: async (path, options) => step(async () => mkdir(path, options)),
    rm: async (path) => step(async () => rm(path)),
    stat: async (path) => step(async () => stat(path)),
  };
}

it("reads what was written, tells its size, and takes it away", async () => {
  const medium = new FileMedium(folder);
  const nothing = [await medium.read("a/save"), await medium.size("a/save"), await medium.remove("a/save")];
  expect(nothing).toEqual([undefined, undefined, false]);
  await medium.write("a/save", Uint8Array.of(1, 2, 3));
  await medium.write("a/save", Uint8Array.of(4, 5));
  expect(await medium.read("a/save")).toEqual(Uint8Array.of(4, 5));
  expect([await medium.size("a/save"), await medium.remove("a/save")]).toEqual([2, true]);
  expect(readdirSync(join(folder, "a"))).toEqual([]);
});

it("leaves the old save or the new one when any step fails", async () => {
  const before = Uint8Array.of(1, 1, 1, 1);
  const after = Uint8Array.of(2, 2, 2, 2, 2, 2);
  const ends = new Set<string>();
  for (let last = 0; last < 12; last++) {
    await new FileMedium(folder).write("save", before);
    const end = await new FileMedium(folder, diskUntil(last)).write("save", after).then(
      () => "written",
      () => "failed",
    );
    ends.add(end);
    const left = Array.from((await new FileMedium(folder).read("save")) ?? []);
    expect([[...before], [...after]]).toContainEqual(left);
    if (end === "written") expect(left).toEqual([...after]);
  }
  expect(ends).toEqual(new Set(["failed", "written"]));
});

it.runIf(existsSync("/proc/self"))("does not wait for a folder that can never be", async () => {
  await expect(new FileMedium("/proc/saves/deep").write("save", Uint8Array.of(1))).rejects.toThrow(/^ENOENT/);
});
