// Which system module runs is told where it is not the first of the list.
import { afterEach, describe, expect, it } from "vitest";
import { generate, validate } from "../../../codegen/index.js";
import { cli } from "../support/cli-run.js";
import type { DiskProject } from "../support/disk-project.js";
import { motionFiles, motionProject } from "../support/motion-project.js";

const projects: DiskProject[] = [];

afterEach(() => {
  for (const project of projects.splice(0)) project.remove();
});

/** An app that names `drift`, which has no impulses, and `euler`, in this order. */
function preferring(order: string, features = `["impulses"]`): DiskProject {
  const project = motionProject({
    "systems/drift/index.ts": `import { systemModule } from "ecsgen/schema";
import { motion } from "../../schema/motion.js";
import * as integration from "./integration.js";

export default systemModule({ core: motion, provides: { integration } });
`,
    "systems/drift/integration.ts": motionFiles["systems/euler/integration.ts"] ?? "",
    "ecsgen.config.ts": `import { app, use } from "ecsgen/schema";
import { motion } from "./schema/motion.js";
import drift from "./systems/drift/index.js";
import euler from "./systems/euler/index.js";

export default app({ cores: [use(motion, { features: ${features}, systems: ${order} })] });
`,
  });
  projects.push(project);
  return project;
}

const line = "`motion` takes `euler`: `drift` does not provide `impulses`\n";

describe("a system module that is passed over", () => {
  it("is named with what it lacks, by `generate` and `validate`", async () => {
    const { root } = preferring("[drift, euler]");
    const validated = await cli(["validate"], { cwd: root });
    expect(validated).toEqual({ exitCode: 0, stdout: `${line}valid\n`, stderr: "" });
    const generated = await cli(["generate"], { cwd: root });
    expect(generated).toMatchObject({ exitCode: 0, stderr: "" });
    expect(generated.stdout).toMatch(/ created, 0 unchanged\n$/);
    expect(generated.stdout.startsWith(line)).toBe(true);
    expect((await cli(["generate"], { cwd: root })).stdout).toMatch(/^up to date: \d+ files\n$/);
    expect((await cli(["generate", "--quiet"], { cwd: root })).stdout).toBe("");
  });

  it("is data for those who call the compiler", async () => {
    const { root } = preferring("[drift, euler]");
    const choices = [
      { core: "motion", module: "euler", passedOver: [{ module: "drift", lacks: ["does not provide `impulses`"] }] },
    ];
    expect((await validate(root)).choices).toEqual(choices);
    expect((await generate(root)).choices).toEqual(choices);
  });

  it("is not spoken of where the first of the list is taken", async () => {
    for (const project of [preferring("[euler, drift]"), preferring("[drift, euler]", `["integration"]`)]) {
      expect((await validate(project.root)).choices).toEqual([]);
      expect((await cli(["validate"], { cwd: project.root })).stdout).toBe("valid\n");
    }
  });
});
