import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import { nodeDisk } from "../../../codegen/5-write/disk.js";
import { FileHashes } from "../../../codegen/5-write/file-hashes.js";
import { leftovers } from "../../../codegen/5-write/leftovers.js";
import { acquireLock } from "../../../codegen/5-write/lock.js";
import { RememberingDisk } from "../../../codegen/watch/remembering-disk.js";
import { diskProject, type DiskProject } from "../support/disk-project.js";
import { writeRun, type Texts } from "../support/write-run.js";

const projects: DiskProject[] = [];

afterEach(() => {
  for (const project of projects.splice(0)) project.remove();
});

function project(files: Readonly<Record<string, string>> = {}): DiskProject {
  const made = diskProject(files);
  projects.push(made);
  return made;
}

function generatedIn(root: string): Texts {
  const paths = readdirSync(join(root, "generated"), { recursive: true, encoding: "utf8" });
  const files = paths.filter((path) => statSync(join(root, "generated", path)).isFile()).sort();
  return Object.fromEntries(files.map((path) => [path, readFileSync(join(root, "generated", path), "utf8")]));
}

/** Two outputs that share some names, such that a mixture of them is told from both. */
function versionOf(version: 0 | 1): Texts {
  const entries = Array.from({ length: 40 }, (_, index): [string, string] => [
    index % 3 === 0 ? `only${version}/part${index}.ts` : `both/part${index}.ts`,
    `export const version = ${version}; // ${"x".repeat(index * 50)}\n`,
  ]);
  return Object.fromEntries(entries);
}

describe("a disk that remembers", () => {
  it("keeps what somebody wrote while a run was thinking, and was not told of yet", async () => {
    const { root } = project();
    const file = join(root, "generated/a.ts");
    const disk = new RememberingDisk(() => true);
    const hashes = new FileHashes(disk);
    const run = (text: string) => writeRun(disk, { "a.ts": text }, { root, hashes });
    await run("1\n");
    // Long enough for all file systems to tell one time from the next.
    await sleep(150);
    await run("1\n");
    writeFileSync(file, "by hand\n");
    await sleep(150);
    await run("2\n");
    expect(readFileSync(file, "utf8")).toBe("by hand\n");
    const { diagnostics } = await run("3\n");
    expect(diagnostics.map(({ code }) => code)).toEqual(["ECS5001"]);
    expect(readFileSync(file, "utf8")).toBe("by hand\n");
  });
});

describe("a real process that is killed", () => {
  // The built writer, since a child process does not go through the test runner.
  const writer = fileURLToPath(new URL("../../../dist/codegen/5-write/write.js", import.meta.url));

  function startWriter(root: string): { kill(): Promise<void> } {
    const files = ([0, 1] as const).map((version) =>
      Object.entries(versionOf(version)).map(([path, text]) => ({ path: `generated/${path}`, text })),
    );
    const script = `
      const { write } = await import(${JSON.stringify(writer)});
      const versions = ${JSON.stringify(files)};
      for (let at = 0; ; at = 1 - at) {
        await write(versions[at], { root: ${JSON.stringify(root)}, output: "generated", mode: "write", force: false });
        process.stdout.write(".");
      }`;
    const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const started = new Promise<void>((resolve) => child.stdout.once("data", () => resolve()));
    return {
      async kill() {
        await started;
        await sleep(Math.random() * 60);
        const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
        child.kill("SIGKILL");
        await ended;
      },
    };
  }

  it("leaves what the next run makes whole", async () => {
    const { root } = project({ "generated/mine.ts": "mine\n" });
    let interruptions = 0;
    for (let round = 0; round < 8; round++) {
      await startWriter(root).kill();
      interruptions += leftovers(root, "generated").length > 0 ? 1 : 0;
      const wanted = versionOf(round % 2 === 0 ? 0 : 1);
      const result = await writeRun(nodeDisk, wanted, { root, patience: 5000 });
      expect(result.diagnostics).toEqual([]);
      const { "manifest.json": _, ...found } = generatedIn(root);
      expect(found).toEqual(Object.fromEntries(Object.entries({ ...wanted, "mine.ts": "mine\n" }).sort()));
      expect(leftovers(root, "generated")).toEqual([]);
    }
    expect(interruptions).toBeGreaterThan(0);
  });
});

describe("the lock", () => {
  it("lets two runs finish well, one after the other", async () => {
    const { root } = project();
    const runs = ([0, 1, 0, 1] as const).map((version) =>
      writeRun(nodeDisk, versionOf(version), { root, patience: 20_000 }),
    );
    for (const { diagnostics } of await Promise.all(runs)) expect(diagnostics).toEqual([]);
    const { "manifest.json": _, ...found } = generatedIn(root);
    expect([versionOf(0), versionOf(1)].map((texts) => JSON.stringify(Object.entries(texts).sort()))).toContain(
      JSON.stringify(Object.entries(found)),
    );
  });

  it("is reported when who holds it does not finish in time", async () => {
    const { root } = project({ "generated/mine.ts": "mine\n" });
    const lock = await acquireLock(nodeDisk, join(root, "generated/.ecsgen-lock"), 0);
    const result = await writeRun(nodeDisk, { "a.ts": "1\n" }, { root, patience: 50 });
    expect(result.diagnostics).toMatchObject([
      { code: "ECS5008", message: `process ${process.pid} is writing to \`generated\`` },
    ]);
    if ("release" in lock) lock.release();
    expect((await writeRun(nodeDisk, { "a.ts": "1\n" }, { root })).diagnostics).toEqual([]);
  });

  it.each([
    ["of a dead process", JSON.stringify({ pid: 99_999_999, host: "", token: "t" }), 0],
    ["that is older than any run", JSON.stringify({ pid: 1, host: "elsewhere", token: "t" }), 120],
    ["that was never filled", "", 5],
  ])("is taken over from a run %s", async (_what, text, age) => {
    const { root, write } = project();
    const { hostname } = await import("node:os");
    write("generated/.ecsgen-lock", text.replace('"host":""', `"host":"${hostname()}"`));
    const then = Date.now() / 1000 - age;
    utimesSync(join(root, "generated/.ecsgen-lock"), then, then);
    expect((await writeRun(nodeDisk, { "a.ts": "1\n" }, { root })).diagnostics).toEqual([]);
    expect(leftovers(root, "generated")).toEqual([]);
  });

  it("is not taken from a run elsewhere that may be alive", async () => {
    const { root, write } = project();
    write("generated/.ecsgen-lock", JSON.stringify({ pid: 99_999_999, host: "elsewhere", token: "t" }));
    const result = await writeRun(nodeDisk, { "a.ts": "1\n" }, { root, patience: 50 });
    expect(result.diagnostics.map(({ code }) => code)).toEqual(["ECS5008"]);
  });

  it("is removed by a run that finds nothing else to do", async () => {
    const { root, write } = project();
    await writeRun(nodeDisk, { "a.ts": "1\n" }, { root });
    const { hostname } = await import("node:os");
    write("generated/.ecsgen-lock", JSON.stringify({ pid: 99_999_999, host: hostname(), token: "t" }));
    write("generated/.ecsgen-lock.99999999.stale", "");
    await writeRun(nodeDisk, { "a.ts": "1\n" }, { root });
    expect(leftovers(root, "generated")).toEqual([]);
  });
});

describe("files that do not change", () => {
  it("keep their times", async () => {
    const { root } = project();
    await writeRun(nodeDisk, { "a.ts": "1\n", "b.ts": "1\n" }, { root });
    const long = new Date("2020-01-01");
    for (const name of ["a.ts", "b.ts"]) utimesSync(join(root, "generated", name), long, long);
    await writeRun(nodeDisk, { "a.ts": "1\n", "b.ts": "2\n" }, { root });
    expect(statSync(join(root, "generated/a.ts")).mtime).toEqual(long);
    expect(statSync(join(root, "generated/b.ts")).mtime).not.toEqual(long);
  });
});

describe("links", () => {
  it("are followed when they stay in the project", async () => {
    const { root } = project();
    mkdirSync(join(root, "inside"));
    mkdirSync(join(root, "generated"));
    symlinkSync(join(root, "inside"), join(root, "generated/a"), "junction");
    expect((await writeRun(nodeDisk, { "a/b.ts": "1\n" }, { root })).diagnostics).toEqual([]);
    expect(readFileSync(join(root, "inside/b.ts"), "utf8")).toBe("1\n");
  });

  it("are not followed out of it, nor replaced", async () => {
    const { root } = project();
    const elsewhere = project({ "theirs.ts": "theirs\n" });
    mkdirSync(join(root, "generated"));
    writeFileSync(join(root, "mine.ts"), "mine\n");
    symlinkSync(elsewhere.root, join(root, "generated/a"), "junction");
    symlinkSync(join(root, "mine.ts"), join(root, "generated/b.ts"));
    const result = await writeRun(nodeDisk, { "a/theirs.ts": "1\n", "b.ts": "1\n" }, { root, force: true });
    expect(result.diagnostics.map(({ code }) => code)).toEqual(["ECS5004", "ECS5003"]);
    expect(readFileSync(join(elsewhere.root, "theirs.ts"), "utf8")).toBe("theirs\n");
    expect(readFileSync(join(root, "mine.ts"), "utf8")).toBe("mine\n");
  });
});

describe.skipIf(process.platform === "win32")("what is no file", () => {
  it("is refused instead of being waited for", () => {
    const { root } = project();
    const pipe = join(root, "pipe.ts");
    execFileSync("mkfifo", [pipe]);
    const endless = join(root, "endless.ts");
    symlinkSync("/dev/zero", endless);
    for (const path of [pipe, endless]) expect(() => nodeDisk.read(path)).toThrow(/^EINVAL: it is a pipe/);
    expect(() => nodeDisk.read(root)).toThrow(/^EISDIR/);
  });
});
