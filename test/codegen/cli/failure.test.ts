// A command that cannot be done says so in the form that was asked for.
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { sarifProblems } from "../diagnostics/sarif-structure.js";
import { cli } from "../support/cli-run.js";
import type { DiskProject } from "../support/disk-project.js";
import { smallFiles, smallProject } from "../support/small-project.js";

const projects: DiskProject[] = [];

afterEach(() => {
  for (const project of projects.splice(0)) project.remove();
});

function kept(project: DiskProject): DiskProject {
  projects.push(project);
  return project;
}

describe("a command that cannot be done", () => {
  it.each([
    ["validate", "--root", "nowhere", "--format", "github"],
    ["--format=github", "validate", "--root", "nowhere"],
  ])("is an annotation: %s %s %s %s %s", async (...argv) => {
    expect(await cli(argv.filter((word) => word !== undefined))).toEqual({
      exitCode: 2,
      stdout:
        "::error title=ecsgen::folder `nowhere` does not exist%0Ahelp: check the path; it is relative to where you are\n",
      stderr: "",
    });
  });

  it("is a SARIF log of a run that failed, and is told to whoever is there", async () => {
    const { exitCode, stdout, stderr } = await cli(["validate", "--root", "nowhere", "--format", "sarif"]);
    expect(exitCode).toBe(2);
    expect(sarifProblems(JSON.parse(stdout))).toEqual([]);
    expect(JSON.parse(stdout)).toMatchObject({
      runs: [{ results: [], invocations: [{ executionSuccessful: false, exitCode: 2 }] }],
    });
    expect(stderr).toContain("error: folder `nowhere` does not exist");
  });

  it.each([
    [[], "no command is named"],
    [["bogus"], "unknown command `bogus`"],
    [["validate", "--bogus"], "unknown option `--bogus`"],
  ])("is JSON: %j", async (words, message) => {
    const { exitCode, stdout } = await cli(["--format", "json", ...words]);
    expect(exitCode).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({ version: 1, exitCode: 2, diagnostics: [], failure: { message } });
  });

  it("takes a folder called like a form for no form", async () => {
    const { stdout, stderr } = await cli(["validate", "--root", "json"]);
    expect(stdout).toBe("");
    expect(stderr).toContain("error: folder `json` does not exist");
  });
});

describe("paths on a build server of GitHub", () => {
  const nested = Object.fromEntries(Object.entries(smallFiles).map(([path, text]) => [`apps/game/${path}`, text]));
  const broken = {
    ...nested,
    "apps/game/schema.ts": `${smallFiles["schema.ts"]}export class A extends component({ x: f99 }) {}\n`,
  };

  it.each([
    ["the repository", (root: string) => root, "apps/game/schema.ts"],
    ["a folder elsewhere", (root: string) => `${root}/other`, "schema.ts"],
    ["nothing", () => "", "schema.ts"],
  ])("are those in the repository when its workspace is %s", async (_what, workspaceOf, path) => {
    const { root } = kept(smallProject(broken));
    const call = { cwd: join(root, "apps/game"), env: { GITHUB_WORKSPACE: workspaceOf(root) } };
    expect((await cli(["validate", "--format", "github"], call)).stdout).toContain(`file=${path},line=5,`);
    expect((await cli(["validate", "--format", "sarif"], call)).stdout).toContain(`"uri": "${path}"`);
    expect((await cli(["validate"], call)).stderr).toContain("\n  schema.ts:5:");
  });
});
