// What can be seen of the command line itself: helps, options, exit codes for misuse, colours.
import fc from "fast-check";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cli } from "../support/cli-run.js";
import { diskProject, type DiskProject } from "../support/disk-project.js";
import { smallProject } from "../support/small-project.js";

const commands = ["init", "scaffold", "generate", "validate", "check", "explain", "graph", "doctor", "clean"];
let empty: DiskProject;

beforeAll(() => {
  empty = diskProject({ "a-file": "text", "my-game/readme": "text" });
});
afterAll(() => empty.remove());

describe("help", () => {
  it("teaches", async () => {
    const { exitCode, stdout, stderr } = await cli(["--help"]);
    await expect(stdout).toMatchFileSnapshot("../../cases/cli/help/ecsgen.txt");
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect((await cli(["help"])).stdout).toBe(stdout);
    expect((await cli([])).stderr).toBe(stdout);
  });

  it.each(commands)("teaches %s", async (command) => {
    const { exitCode, stdout, stderr } = await cli([command, "--help"]);
    await expect(stdout).toMatchFileSnapshot(`../../cases/cli/help/${command}.txt`);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect((await cli(["help", command])).stdout).toBe(stdout);
  });

  it("fits a narrow terminal", async () => {
    const { stdout } = await cli(["generate", "--help"], { tty: true, columns: 60 });
    const options = stdout.slice(stdout.indexOf("Options:"), stdout.indexOf("Examples:"));
    for (const line of options.split("\n")) expect(line.length).toBeLessThanOrEqual(60);
  });
});

describe("misuse", () => {
  const cases: readonly (readonly [name: string, argv: readonly string[]])[] = [
    ["unknown command", ["generat"]],
    ["unknown command like none", ["frobnicate"]],
    ["command that is a beginning", ["gen"]],
    ["command of others", ["watch"]],
    ["unknown option", ["generate", "--cheque"]],
    ["watch of a command that has none", ["validate", "--watch"]],
    ["short watch of a command that has none", ["check", "-w"]],
    ["unknown option of the program", ["--forma", "json", "validate"]],
    ["missing argument", ["scaffold"]],
    ["too many arguments", ["validate", "extra"]],
    ["missing value", ["validate", "--root"]],
    ["unknown format", ["validate", "--format", "jso"]],
    ["format of another command", ["validate", "--format", "mermaid"]],
    ["root that is not there", ["validate", "--root", "nowhere"]],
    ["root with a typing mistake", ["validate", "--root", "my-gmae"]],
    ["root that is a file", ["validate", "--root", "a-file"]],
    ["root without a name", ["validate", "--root", ""]],
    ["folder without a name", ["init", ""]],
    ["file for a folder", ["init", "a-file"]],
    ["nothing to clean", ["clean"]],
    ["unknown code", ["explain", "ECS9999"]],
    ["code of a near miss", ["explain", "ECS501"]],
    ["options that exclude each other", ["generate", "--watch", "--check", "--dry-run"]],
    ["force on nothing", ["generate", "--check", "--force"]],
    ["help of nothing", ["help", "generat"]],
  ];

  it.each(cases)("%s", async (name, argv) => {
    const { exitCode, stdout, stderr } = await cli(argv, { cwd: empty.root });
    const shown = `$ ecsgen ${argv.join(" ")}\n${stderr}`;
    await expect(shown).toMatchFileSnapshot(`../../cases/cli/misuse/${name.replaceAll(" ", "-")}.txt`);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
  });

  it("is a document where JSON was asked for", async () => {
    const { exitCode, stdout, stderr } = await cli(["validate", "--root", "my-gmae", "--format", "json"], {
      cwd: empty.root,
    });
    expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: "" });
    expect(JSON.parse(stdout)).toEqual({
      version: 1,
      errors: 0,
      warnings: 0,
      diagnostics: [],
      exitCode: 2,
      failure: { message: "folder `my-gmae` does not exist", help: "did you mean `my-game`?" },
    });
    const unknown = await cli(["--format=json", "validate", "--cheque"], { cwd: empty.root });
    expect(JSON.parse(unknown.stdout)).toMatchObject({
      exitCode: 2,
      failure: { message: "unknown option `--cheque`", help: "run `ecsgen validate --help`" },
    });
  });

  it("never ends in a stack, whatever is typed", async () => {
    const word = fc.oneof(
      fc.constantFrom(...commands, "help", "--help", "-h", "-V", "--version", "--root", "--format", "json", "--quiet"),
      fc.constantFrom("--no-color", "--check", "--dry-run", "--force", "--features", "a,b", "ECS5001", ".", "--"),
      // No path that leads elsewhere: `init` would make it.
      fc.string({ maxLength: 8 }).filter((text) => !/[/\\\0]|^\.\.$/.test(text)),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(word, { maxLength: 5 }), async (argv) => {
        const { exitCode, stdout, stderr } = await cli([...argv, "--root", empty.root], { cwd: empty.root });
        expect([0, 2, 4, 5]).toContain(exitCode);
        expect(stdout + stderr).not.toMatch(/^\s+at .*:\d+:\d+/m);
        expect(stderr).not.toContain("this is a bug");
      }),
      { numRuns: 150, examples: [[["init", "a-file/below"]], [["init", "a-file"]], [["clean"]], [["doctor"]]] },
    );
  });
});

describe("--version", () => {
  it("prints the version of the package", async () => {
    const { default: manifest } = await import("../../../package.json", { with: { type: "json" } });
    expect(await cli(["--version"])).toEqual({ exitCode: 0, stdout: `${manifest.version}\n`, stderr: "" });
    expect((await cli(["-V"])).stdout).toBe(`${manifest.version}\n`);
  });
});

describe("colours", () => {
  const escape = "\u001B[";
  const explain = ["explain", "ECS5001"];

  it.each([
    ["no terminal", explain, {}, false],
    ["a terminal", explain, { tty: true }, true],
    ["a dumb terminal", explain, { tty: true, env: { TERM: "dumb" } }, false],
    ["NO_COLOR", explain, { tty: true, env: { NO_COLOR: "1" } }, false],
    ["an empty NO_COLOR", explain, { tty: true, env: { NO_COLOR: "" } }, true],
    ["--no-color", [...explain, "--no-color"], { tty: true }, false],
    ["FORCE_COLOR", explain, { env: { FORCE_COLOR: "1" } }, true],
    ["FORCE_COLOR=0", explain, { tty: true, env: { FORCE_COLOR: "0" } }, false],
    ["--no-color over FORCE_COLOR", [...explain, "--no-color"], { env: { FORCE_COLOR: "1" } }, false],
  ])("follow %s", async (_what, argv, call, colored) => {
    expect((await cli(argv, call)).stdout.includes(escape)).toBe(colored);
    expect((await cli(["explain", "ECS9999", ...argv.slice(2)], call)).stderr.includes(escape)).toBe(colored);
  });
});

describe("progress", () => {
  it("is shown on a terminal only, and gone at the end", async () => {
    const project = smallProject();
    try {
      const shown = await cli(["validate", "--root", project.root, "--no-color"], { tty: true });
      expect(shown.stderr).toContain("reading schemas…");
      expect(shown.stderr.endsWith("\r\u001B[K")).toBe(true);
      for (const more of [["--quiet"], ["--format", "json"], ["--format", "github"]]) {
        expect((await cli(["validate", "--root", project.root, ...more], { tty: true })).stderr).toBe("");
      }
      expect((await cli(["validate", "--root", project.root])).stderr).toBe("");
    } finally {
      project.remove();
    }
  });
});

it.runIf(existsSync("/proc/self"))("does not wait for a folder that can never be", async () => {
  const { exitCode, stderr } = await cli(["init", "/proc/games/new"], { cwd: "/proc" });
  expect(exitCode).toBe(2);
  expect(stderr).toMatch(/^error: `games` cannot be used: no folder can be made there\n/);
});

describe("a file where a folder must be", () => {
  it("is told as what it is", async () => {
    mkdirSync(join(empty.root, "project"), { recursive: true });
    writeFileSync(join(empty.root, "project/file"), "");
    const { exitCode, stderr } = await cli(["init", "project/file/game"], { cwd: empty.root });
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/^error: `project\/file\/game` cannot be used: a part of its path is not a folder\n/);
  });
});
