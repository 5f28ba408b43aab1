// `ecsgen scaffold` on a real project: what it prints, and what it leaves on the disk.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { cli, type CliResult } from "../support/cli-run.js";
import type { DiskProject } from "../support/disk-project.js";
import { motionFiles, motionProject } from "../support/motion-project.js";
import { smallFiles } from "../support/small-project.js";

const projects: DiskProject[] = [];

afterEach(() => {
  for (const project of projects.splice(0)) project.remove();
});

function kept(project: DiskProject): DiskProject {
  projects.push(project);
  return project;
}

function call(project: DiskProject, ...argv: readonly string[]): Promise<CliResult> {
  return cli(argv, { cwd: project.root });
}

const broken = { "schema.ts": `${smallFiles["schema.ts"]}export class Health extends component({ value: f99 }) {}\n` };

describe("scaffold", () => {
  it("makes a module that compiles and does not count until it is written", async () => {
    const project = kept(motionProject());
    const made = await call(project, "scaffold", "motion", "verlet");
    expect(made).toMatchObject({ exitCode: 0, stderr: "" });
    expect(made.stdout).toContain("new   systems/verlet/index.ts");
    const config = motionFiles["ecsgen.config.ts"]?.replaceAll("euler", "verlet") ?? "";
    project.write("ecsgen.config.ts", config);
    const validated = await call(project, "validate");
    expect(validated.exitCode).toBe(5);
    expect(validated.stderr).toContain("NotImplemented");
    expect((await call(project, "scaffold", "verlet")).stdout).toBe("nothing is missing in systems/verlet/index.ts\n");
  });

  it("says which features the app asks for beside those that a module provides", async () => {
    const project = kept(motionProject());
    await call(project, "scaffold", "motion", "verlet", "--features", "integration");
    project.write("ecsgen.config.ts", motionFiles["ecsgen.config.ts"]?.replaceAll("euler", "verlet") ?? "");
    expect((await call(project, "scaffold", "verlet")).stdout).toBe(
      "nothing is missing in systems/verlet/index.ts\n" +
        "The app asks for `impulses` as well, which it does not provide: `--features impulses` adds that.\n",
    );
    expect((await call(project, "scaffold", "verlet", "--features", "integration")).stdout).toBe(
      "nothing is missing in systems/verlet/index.ts\n",
    );
  });

  it("lets the SDK be made that stubs are written with, on demand only", async () => {
    const project = kept(motionProject());
    await call(project, "scaffold", "motion", "verlet");
    project.write("ecsgen.config.ts", motionFiles["ecsgen.config.ts"]?.replaceAll("euler", "verlet") ?? "");
    const token = join(project.root, "generated/components/velocity.ts");
    const refused = await call(project, "generate");
    expect(refused).toMatchObject({ exitCode: 5, stdout: "" });
    expect(refused.stderr).toContain("error ECS3012: `push` of `impulses` is still a stub\n  systems/verlet/");
    expect(existsSync(token)).toBe(false);
    const allowed = await call(project, "generate", "--allow-stubs");
    expect(allowed.exitCode).toBe(0);
    expect(allowed.stdout).toMatch(/^\d+ created, 0 unchanged\n$/);
    expect(allowed.stderr).toMatch(/warning ECS3012: [\s\S]*\n\d+ warnings\n$/);
    expect(existsSync(token)).toBe(true);
    for (const argv of [["generate"], ["generate", "--check"], ["validate"]])
      expect(await call(project, ...argv)).toMatchObject({ exitCode: 5, stdout: "" });
    expect(await call(project, "generate", "--check", "--allow-stubs")).toMatchObject({ exitCode: 2 });
  });

  it("writes nothing with stubs that are not all that is wrong", async () => {
    const project = kept(motionProject());
    await call(project, "scaffold", "motion", "verlet");
    project.write("ecsgen.config.ts", motionFiles["ecsgen.config.ts"]?.replaceAll("euler", "verlet") ?? "");
    project.write("schema/more.ts", broken["schema.ts"]);
    const { exitCode, stderr } = await call(project, "generate", "--allow-stubs");
    expect(exitCode).toBe(5);
    expect(stderr).toContain("warning ECS3012: `push` of `impulses` is still a stub");
    expect(stderr).not.toContain("error ECS3012");
    expect(existsSync(join(project.root, "generated"))).toBe(false);
  });

  it("says that a module is there which no configuration names", async () => {
    const project = kept(motionProject());
    await call(project, "scaffold", "motion", "verlet");
    for (const name of ["verlet", "systems/verlet", "systems/verlet/index.ts"]) {
      expect(await call(project, "scaffold", name)).toMatchObject({
        exitCode: 2,
        stderr:
          "error: `systems/verlet/index.ts` is no system module of the app\n" +
          "  help: import it in `ecsgen.config.ts`, and name it in `systems`\n",
      });
    }
  });

  it("says what it does not know", async () => {
    const project = kept(motionProject());
    for (const [argv, text] of [
      [["motoin"], "did you mean `motion`?"],
      [["motion", "verlet", "--features", "energi"], "did you mean `energy`?"],
      [["motion", "../elsewhere"], "`../elsewhere` is outside of the project"],
      [["motion", ""], "the folder has no name"],
      [["euler", "elsewhere"], "`euler` is a system module and has its place"],
    ] as const) {
      const result = await call(project, "scaffold", ...argv);
      expect(result.exitCode).toBe(2);
      expect(result.stderr).toContain(text);
    }
  });
});
