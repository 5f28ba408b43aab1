// Whatever interrupts a run, wherever: the output is the old one or the new one after the next run, and files of the
// user are never touched.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { textHash } from "../../../codegen/5-write/text-hash.js";
import type { WriteResult } from "../../../codegen/model/write-result.js";
import type { Disk } from "../../../codegen/5-write/disk.js";
import { failingDisk, Killed, type Faults } from "../support/failing-disk.js";
import { MemoryDisk } from "../support/memory-disk.js";
import { writeFolder, writeRun, type Texts } from "../support/write-run.js";

const folder = writeFolder;
const users: Texts = { "mine.ts": "mine", "own/deep/mine.ts": "mine, too" };

/** A killed run, and one that the system refused something, end here alike. */
async function interrupted(disk: Disk, texts: Texts, faults: Faults): Promise<WriteResult | undefined> {
  try {
    return await writeRun(failingDisk(disk, faults), texts);
  } catch (error) {
    if (error instanceof Killed) return undefined;
    throw error;
  }
}

/** The lock of a process that is dead: the number of this one, which is alive, becomes one that no process has. */
function buryOwner(disk: MemoryDisk): void {
  const lock = disk.files(folder)[".ecsgen-lock"];
  if (lock?.startsWith('{"pid"') === true) {
    disk.write(`${folder}/.ecsgen-lock`, lock.replace(/^\{"pid":\d+/, '{"pid":99999999'));
  } else if (lock !== undefined) {
    disk.remove(`${folder}/.ecsgen-lock`); // half a lock is waited for; the tests of the lock have that
  }
}

function generatedOf(disk: MemoryDisk): Texts {
  const { "manifest.json": _, ...files } = disk.files(folder);
  return Object.fromEntries(Object.entries(files).filter(([path]) => !(path in users)));
}

async function before(texts: Texts): Promise<MemoryDisk> {
  const disk = new MemoryDisk();
  disk.makeFolder("/p");
  for (const [path, text] of Object.entries(users)) disk.place(`${folder}/${path}`, text);
  expect((await writeRun(disk, texts)).diagnostics).toEqual([]);
  return disk;
}

function sorted(texts: Texts): Texts {
  return Object.fromEntries(Object.entries(texts).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Few names, so that files of one run stand where folders of another must be. */
const path = fc.constantFrom("a", "a/b", "a/b/c", "b", "d/a", "d/b", "d", "index.ts");
const text = fc.constantFrom("1\n", "22\n", "333\n");
const output = fc
  .dictionary(path, text, { minKeys: 1, maxKeys: 5 })
  .filter((texts) => Object.keys(texts).every((a) => Object.keys(texts).every((b) => !b.startsWith(`${a}/`))));

async function changesOf(disk: MemoryDisk, next: Texts): Promise<number> {
  const counting = failingDisk(disk.clone(), {});
  await writeRun(counting, next);
  return counting.changes;
}

async function expectWhole(disk: MemoryDisk, wanted: Texts): Promise<void> {
  buryOwner(disk);
  const result = await writeRun(disk, wanted);
  expect(result.diagnostics).toEqual([]);
  expect(generatedOf(disk)).toEqual(sorted(wanted));
  expect(disk.files(folder)).toMatchObject(users);
  expect(disk.emptyFolders(folder)).toEqual([]);
  const hashes = Object.fromEntries(Object.entries(sorted(wanted)).map(([name, content]) => [name, textHash(content)]));
  expect(JSON.parse(disk.files(folder)["manifest.json"] ?? "")).toEqual({ files: hashes });
}

describe("an interrupted run", () => {
  it("is finished, undone or overtaken by the next one, wherever it was killed", async () => {
    await fc.assert(
      fc.asyncProperty(output, output, output, fc.boolean(), async (old, next, later, half) => {
        const start = await before(old);
        const changes = await changesOf(start, next);
        for (let killAt = 1; killAt <= changes; killAt++) {
          const disk = start.clone();
          await interrupted(disk, next, { killAt, half });
          for (const wanted of [next, old, later]) await expectWhole(disk.clone(), wanted);
        }
      }),
      { numRuns: 15 },
    );
  });

  it("is put back when the system refuses one operation, or done but for its traces", async () => {
    await fc.assert(
      fc.asyncProperty(output, output, async (old, next) => {
        const start = await before(old);
        const changes = await changesOf(start, next);
        for (let refuseAt = 1; refuseAt <= changes; refuseAt++) {
          const disk = start.clone();
          const result = await interrupted(disk, next, { refuseAt });
          const left = Object.fromEntries(
            Object.entries(generatedOf(disk)).filter(([name]) => !name.startsWith(".ecsgen")),
          );
          if (result?.diagnostics.length === 0) expect(left).toEqual(sorted(next));
          else expect([sorted(old), sorted(next)]).toContainEqual(left);
          expect(disk.files(folder)).toMatchObject(users);
          await expectWhole(disk, next);
        }
      }),
      { numRuns: 15 },
    );
  });

  it("is recovered when it is killed while it puts back what was refused", async () => {
    await fc.assert(
      fc.asyncProperty(output, output, fc.nat(), fc.nat(), fc.boolean(), async (old, next, a, b, half) => {
        const disk = await before(old);
        const changes = await changesOf(disk, next);
        if (changes === 0) return;
        const refuseAt = 1 + (a % changes);
        await interrupted(disk, next, { refuseAt, killAt: refuseAt + 1 + (b % 12), half });
        await expectWhole(disk, next);
      }),
      { numRuns: 100 },
    );
  });

  it("is recovered when the recovery is killed, too", async () => {
    await fc.assert(
      fc.asyncProperty(output, output, fc.nat(), fc.nat(), fc.boolean(), async (old, next, a, b, half) => {
        const disk = await before(old);
        const changes = await changesOf(disk, next);
        if (changes === 0) return;
        await interrupted(disk, next, { killAt: 1 + (a % changes), half });
        buryOwner(disk);
        await interrupted(disk, next, { killAt: 1 + (b % changes), half });
        await expectWhole(disk, next);
      }),
      { numRuns: 100 },
    );
  });

  it("is put back whole when it was killed at that and the system goes on refusing", async () => {
    const refuses = (path: string): boolean => path === `${folder}/manifest.json`;
    const old = { a: "1\n", "d/b": "1\n", gone: "1\n" };
    const next = { a: "2\n", "d/b": "2\n", c: "2\n" };
    const start = await before(old);
    const counting = failingDisk(start.clone(), { refuses });
    expect((await writeRun(counting, next)).diagnostics).toMatchObject([{ code: "ECS5005" }]);
    for (let killAt = 1; killAt <= counting.changes; killAt++) {
      const disk = start.clone();
      await interrupted(disk, next, { refuses, killAt });
      buryOwner(disk);
      await interrupted(disk, next, { refuses });
      expect(disk.files(folder)).toEqual(start.files(folder));
      await expectWhole(disk, next);
    }
  });

  it("is recovered, too, when somebody removed a generated file in between", async () => {
    const old = { a: "1\n", "d/b": "1\n", gone: "1\n" };
    const next = { a: "2\n", "d/b": "2\n", c: "2\n" };
    const start = await before(old);
    const changes = await changesOf(start, next);
    for (let killAt = 1; killAt <= changes; killAt++) {
      const killed = start.clone();
      await interrupted(killed, next, { killAt });
      for (const name of Object.keys(generatedOf(killed)).filter((path) => !path.startsWith(".ecsgen"))) {
        const disk = killed.clone();
        disk.remove(`${folder}/${name}`);
        await expectWhole(disk, next);
      }
    }
  });

  it("is finished or undone when the power took texts with it that it had not used yet", async () => {
    const old = { a: "1\n", "d/b": "1\n", gone: "1\n" };
    const next = { a: "2\n", "d/b": "2\n", c: "2\n" };
    const start = await before(old);
    const changes = await changesOf(start, next);
    const waits = (name: string): boolean => /^\.ecsgen\/(?:new|old)\//.test(name);
    let lost = 0;
    for (let killAt = 1; killAt <= changes; killAt++) {
      const killed = start.clone();
      await interrupted(killed, next, { killAt });
      for (const name of Object.keys(killed.files(folder)).filter(waits)) {
        const disk = killed.clone();
        disk.write(`${folder}/${name}`, "");
        lost++;
        for (const wanted of [next, old, { a: "3\n" }]) await expectWhole(disk.clone(), wanted);
      }
    }
    expect(lost).toBeGreaterThan(20);
  });

  it("finds a journal that was flushed before anything was replaced", async () => {
    const disk = await before({ a: "1\n" });
    const done: string[] = [];
    const noting: Disk = {
      ...failingDisk(disk, {}),
      write: (path, text, durable) => {
        if (durable === true) done.push(`flush ${path}`);
        disk.write(path, text);
      },
      rename: (from, to) => {
        done.push(`rename to ${to}`);
        disk.rename(from, to);
      },
    };
    await writeRun(noting, { a: "2\n" });
    expect(done).toEqual([
      `flush ${folder}/.ecsgen/journal.json`,
      `rename to ${folder}/a`,
      `rename to ${folder}/manifest.json`,
    ]);
  });

  it("leaves a file that somebody edited in between to them, and says so", async () => {
    const old = { a: "1\n", b: "1\n" };
    const next = { a: "2\n", b: "2\n", c: "2\n" };
    const start = await before(old);
    const changes = await changesOf(start, next);
    for (let killAt = 1; killAt <= changes; killAt++) {
      const disk = start.clone();
      await interrupted(disk, next, { killAt });
      buryOwner(disk);
      disk.write(`${folder}/b`, "edited\n");
      const result = await writeRun(disk, next);
      expect(result.diagnostics.map(({ code, place }) => `${code} ${place.file}`)).toEqual(["ECS5001 generated/b"]);
      expect(disk.files(folder)["b"]).toBe("edited\n");
    }
  });
});
