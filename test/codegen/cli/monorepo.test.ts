// An app in a folder of a repository, where what it needs may be in a folder above.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { cli, type CliResult } from "../support/cli-run.js";
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

describe("check in a monorepo", () => {
  const nested = Object.fromEntries(
    Object.entries(smallFiles)
      .filter(([path]) => path !== "tsconfig.json")
      .map(([path, text]) => [`apps/game/${path}`, text]),
  );
  const empty = Object.fromEntries(Object.keys(smallFiles).map((path) => [path, ""]));

  it.each(["validate", "generate", "graph", "clean", "doctor"])(
    "says which folder has a configuration when `%s` is run in the root",
    async (command) => {
      const project = kept(smallProject({ ...empty, ...nested, "ecsgen.config.ts": "" }));
      rmSync(join(project.root, "ecsgen.config.ts"));
      const { exitCode, stdout, stderr } = await cli([command], { cwd: project.root });
      expect(exitCode).not.toBe(0);
      expect(`${stdout}${stderr}`).toContain(
        "help: run it in `apps/game`, which has one, or name that folder with `--root`\n",
      );
    },
  );

  it("takes the tsconfig.json of a folder above, and names what it finds by its path from the project", async () => {
    const project = kept(smallProject({ ...empty, ...nested, "tsconfig.json": smallFiles["tsconfig.json"] ?? "" }));
    const check = (): Promise<CliResult> => cli(["check"], { cwd: join(project.root, "apps/game") });
    await cli(["generate"], { cwd: join(project.root, "apps/game") });
    expect(await check()).toMatchObject({ exitCode: 0, stderr: "" });
    project.write("apps/game/main.ts", 'export const speed: number = "fast";\n');
    project.write("shared.ts", 'export const time: number = "slow";\n');
    const typed = await check();
    expect(typed.exitCode).toBe(5);
    expect(typed.stderr).toMatch(/\n {2}\.\.\/\.\.\/shared\.ts:1:14\n[^]*\n {2}main\.ts:1:14\n/);
    project.write("tsconfig.json", "{");
    expect((await check()).stderr).toContain("\n  ../../tsconfig.json:1:");
  });
});
