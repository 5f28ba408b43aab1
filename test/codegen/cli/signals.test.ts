// Real processes that are asked to end at any moment: the output is the old one or the new one, whole, and nobody is in the way
// of the next run.
import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, watch } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { leftovers } from "../../../codegen/5-write/leftovers.js";
import { diskProject, type DiskProject } from "../support/disk-project.js";
import { cli } from "../support/cli-run.js";
import { smallFiles, smallProject } from "../support/small-project.js";

const command = fileURLToPath(new URL("../../../dist/codegen/cli/main.js", import.meta.url));
const signals = ["SIGINT", "SIGTERM"] as const;
const exitCodes = { SIGINT: 130, SIGTERM: 143 };

/** Sixty components, such that each file of the output is another one in the other version. */
function schema(field: string): string {
  const classes = Array.from(
    { length: 60 },
    (_, index) => `export class Part${index} extends component({ ${field}: f32 }) {}\n`,
  );
  return `${smallFiles["schema.ts"]}${classes.join("")}`;
}

function outputOf(root: string): Record<string, string> {
  if (!existsSync(join(root, "generated"))) return {};
  const paths = readdirSync(join(root, "generated"), { recursive: true, encoding: "utf8" });
  const files = paths.filter((path) => statSync(join(root, "generated", path)).isFile()).sort();
  return Object.fromEntries(files.map((path) => [path, readFileSync(join(root, "generated", path), "utf8")]));
}

/** How a process ended, as a shell tells it. */
function ended(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    const tell = (code: number | null, signal: NodeJS.Signals | null): void =>
      resolve(code ?? exitCodes[signal === "SIGTERM" ? "SIGTERM" : "SIGINT"]);
    // One that has ended already tells it no more.
    if (child.exitCode !== null || child.signalCode !== null) tell(child.exitCode, child.signalCode);
    else child.once("exit", tell);
  });
}

function start(root: string, ...argv: readonly string[]): ChildProcess {
  return spawn(process.execPath, [command, ...argv], { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
}

let project: DiskProject;
const outputs: Record<"old" | "new", Record<string, string>> = { old: {}, new: {} };

beforeAll(async () => {
  project = smallProject();
  for (const [version, field] of [
    ["new", "after"],
    ["old", "before"],
  ] as const) {
    project.write("schema.ts", schema(field));
    await cli(["generate"], { cwd: project.root });
    outputs[version] = outputOf(project.root);
  }
});
afterEach(async () => {
  project.write("schema.ts", schema("before"));
  await cli(["generate"], { cwd: project.root });
});
afterAll(() => project.remove());

/** Whole, and nothing else: no lock, no journal. */
function whole(): "old" | "new" | undefined {
  const found = outputOf(project.root);
  expect(leftovers(project.root, "generated")).toEqual([]);
  return (["old", "new"] as const).find((version) => JSON.stringify(outputs[version]) === JSON.stringify(found));
}

describe.each(signals)("%s", (signal) => {
  it("waits until what is being written is written", async () => {
    project.write("schema.ts", schema("after"));
    const child = start(project.root, "generate");
    const watcher = watch(join(project.root, "generated"), () => {
      watcher.close();
      child.kill(signal); // the lock was made
    });
    expect(await ended(child)).toBe(exitCodes[signal]);
    expect(whole()).toBe("new");
    expect(Object.keys(outputs.new).length).toBeGreaterThan(60);
  });

  it("leaves the old output or the new one whenever it comes", async () => {
    for (const delay of [150, 450, 700]) {
      project.write("schema.ts", schema("after"));
      const child = start(project.root, "generate");
      await sleep(delay);
      child.kill(signal);
      const version = await ended(child);
      expect([0, exitCodes[signal]]).toContain(version);
      expect(["old", "new"]).toContain(whole());
      project.write("schema.ts", schema("before"));
      expect(await cli(["generate"], { cwd: project.root })).toMatchObject({ exitCode: 0 });
    }
  });

  it("ends a watch, also one that is at work", async () => {
    const child = start(project.root, "generate", "--watch");
    await said(child, "watching");
    project.write("schema.ts", schema("after"));
    await said(child, "changed");
    child.kill(signal);
    expect(await ended(child)).toBe(exitCodes[signal]);
    expect(whole()).toBe("new");
    const busy = start(project.root, "generate", "--watch");
    await sleep(200);
    busy.kill(signal);
    expect(await ended(busy)).toBe(exitCodes[signal]);
    expect(whole()).toBe("new");
  });

  it("leaves a new project whole, or makes none", async () => {
    const home = diskProject({});
    try {
      for (const delay of [60, 120, 150]) {
        const child = start(home.root, "init", "game");
        await sleep(delay);
        child.kill(signal);
        await ended(child);
        const made = existsSync(join(home.root, "game")) ? readdirSync(join(home.root, "game")).length : 0;
        expect([0, 7]).toContain(made);
        rmSync(join(home.root, "game"), { recursive: true, force: true });
      }
    } finally {
      home.remove();
    }
  });
});

function said(child: ChildProcess, text: string): Promise<void> {
  return new Promise((resolve) => {
    let heard = "";
    child.stdout?.on("data", (more: Buffer) => {
      heard += more.toString();
      if (heard.includes(text)) resolve();
    });
  });
}
