// Every command on a real project: what it prints, what it leaves on the disk, and how it ends.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import { catalogue } from "../../../codegen/diagnostics/catalogue.js";
import { sarifProblems } from "../diagnostics/sarif-structure.js";
import { cli, type CliResult } from "../support/cli-run.js";
import { diskProject, type DiskProject } from "../support/disk-project.js";
import { motionFiles, motionProject } from "../support/motion-project.js";
import { smallFiles, smallProject } from "../support/small-project.js";

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

function filesIn(root: string, folder = ""): string[] {
  const entries = readdirSync(join(root, folder), { withFileTypes: true });
  const paths = entries.flatMap((entry) => {
    const path = `${folder}${entry.name}`;
    if (entry.isDirectory()) return entry.name === "node_modules" ? [] : filesIn(root, `${path}/`);
    return [path];
  });
  return paths.sort();
}

const broken = { "schema.ts": `${smallFiles["schema.ts"]}export class Health extends component({ value: f99 }) {}\n` };

describe("generate", () => {
  it("makes, then finds nothing to do, then shows and makes only what changed", async () => {
    const project = kept(smallProject());
    const first = await call(project, "generate");
    expect(first).toMatchObject({ exitCode: 0, stderr: "" });
    expect(first.stdout).toMatch(/^\d+ created, 0 unchanged\n$/);
    expect((await call(project, "generate")).stdout).toMatch(/^up to date: \d+ files\n$/);
    project.write("schema.ts", smallFiles["schema.ts"]?.replace("x: f32", "x: f32, y: f32") ?? "");
    const dry = await call(project, "generate", "--dry-run");
    expect(dry.exitCode).toBe(0);
    expect(dry.stdout).toContain("--- a/generated/components/position.ts\n+++ b/generated/components/position.ts\n");
    expect(dry.stdout).toMatch(/would be: \d+ changed, \d+ unchanged\n$/);
    const checked = await call(project, "generate", "--check");
    expect(checked.exitCode).toBe(4);
    expect(checked.stderr).toContain("error ECS5009: `generated/components/position.ts` is stale");
    expect((await call(project, "generate", "--quiet")).stdout).toBe("");
    expect(await call(project, "generate", "--check")).toMatchObject({ exitCode: 0, stderr: "" });
  });

  it("says once that nothing is there yet", async () => {
    const { exitCode, stderr } = await call(kept(smallProject()), "generate", "--check");
    expect(exitCode).toBe(4);
    expect(stderr).toMatch(/^error ECS5009: `generated` is not there yet\n[\s\S]*\n1 error\n$/);
  });

  it("writes nothing after an error, and says where it is", async () => {
    const project = kept(smallProject(broken));
    const result = await call(project, "generate");
    expect(result).toMatchObject({ exitCode: 5, stdout: "" });
    expect(result.stderr).toContain("schema.ts:5:");
    expect(existsSync(join(project.root, "generated"))).toBe(false);
    expect((await call(project, "generate", "--check")).exitCode).toBe(5);
  });

  it("keeps what was edited by hand until it is forced", async () => {
    const project = kept(smallProject());
    await call(project, "generate");
    const path = join(project.root, "generated/world.ts");
    writeFileSync(path, `${readFileSync(path, "utf8")}// mine\n`);
    project.write("schema.ts", smallFiles["schema.ts"]?.replace("x: f32", "x: f32, y: f32") ?? "");
    const refused = await call(project, "generate");
    expect(refused.exitCode).toBe(5);
    expect(refused.stderr).toContain("error ECS5001: `generated/world.ts` was edited by hand");
    expect(refused.stderr).toContain("+// mine");
    expect((await call(project, "generate", "--force")).exitCode).toBe(0);
    expect(readFileSync(path, "utf8")).not.toContain("mine");
  });

  it("watches until it is interrupted, and tells each round", async () => {
    const project = kept(smallProject());
    const controller = new AbortController();
    let rounds = 0;
    const onText = (): void => {
      rounds++;
      if (rounds === 1) project.write("movement.ts", `${smallFiles["movement.ts"]}// changed\n`);
      else controller.abort();
    };
    const result = await cli(["generate", "--watch"], { cwd: project.root, signal: controller.signal, onText });
    expect(result.exitCode).toBe(0);
    expect(result.stdout).toMatch(/^\d+ created, 0 unchanged \(\d+ ms, watching, Ctrl-C ends it\)\n/);
    expect(result.stdout).toMatch(/up to date: \d+ files \(\d+ ms, after movement\.ts\)\n$/);
  });

  it("says in a watch that what was found before is mended", async () => {
    const project = kept(smallProject());
    const controller = new AbortController();
    const onText = (text: string): void => {
      if (text.includes("Ctrl-C")) project.write("schema.ts", "export class {\n");
      if (text.includes("not written")) project.write("schema.ts", smallFiles["schema.ts"] ?? "");
      if (text.includes("mended")) controller.abort();
    };
    const result = await cli(["generate", "--watch"], { cwd: project.root, signal: controller.signal, onText });
    expect(result.stdout).toMatch(/up to date: \d+ files, \d+ errors? mended \(\d+ ms, after schema\.ts\)\n$/);
  });

  it("needs a configuration", async () => {
    const project = kept(diskProject({}));
    const result = await call(project, "generate");
    expect(result.exitCode).toBe(5);
    expect(result.stderr).toContain("error ECS1021");
  });

  it("says what cannot be read", async () => {
    const project = kept(smallProject());
    rmSync(join(project.root, "ecsgen.config.ts"));
    mkdirSync(join(project.root, "ecsgen.config.ts"));
    const result = await call(project, "generate");
    expect(result.exitCode).toBe(5);
    expect(result.stderr).toContain("error ECS1002: `ecsgen.config.ts` cannot be read");
  });
});

describe("validate", () => {
  it("ends with 0 or 5, in every form", async () => {
    const good = kept(smallProject());
    expect(await call(good, "validate")).toEqual({ exitCode: 0, stdout: "valid\n", stderr: "" });
    const bad = kept(smallProject(broken));
    expect(await call(bad, "validate")).toMatchObject({ exitCode: 5, stdout: "" });
    const json = await call(bad, "validate", "--format", "json");
    expect(JSON.parse(json.stdout)).toMatchObject({
      version: 1,
      exitCode: 5,
      errors: 1,
      diagnostics: [{ severity: "error", place: { file: "schema.ts", line: 5 } }],
    });
    const github = await call(bad, "validate", "--format", "github");
    expect(github.stdout).toMatch(/^::error file=schema\.ts,line=5,col=\d+,endColumn=\d+,title=ECS\d{4}::.*\n$/);
    const sarif = await call(bad, "validate", "--format", "sarif");
    const log = JSON.parse(sarif.stdout);
    expect(sarifProblems(log)).toEqual([]);
    expect(log.runs[0].results).toHaveLength(1);
    for (const { exitCode, stderr } of [json, github, sarif])
      expect({ exitCode, stderr }).toEqual({ exitCode: 5, stderr: "" });
  });

  it("shows paths as they are seen from where it was called", async () => {
    const project = kept(smallProject(broken));
    mkdirSync(join(project.root, "below"));
    const result = await cli(["validate", "--root", ".."], { cwd: join(project.root, "below") });
    expect(result.stderr).toContain("  ../schema.ts:5:");
  });

  it("speaks the machine's form without a finding, too", async () => {
    const project = kept(smallProject());
    expect(JSON.parse((await call(project, "validate", "--format", "json")).stdout)).toMatchObject({ errors: 0 });
    expect((await call(project, "validate", "--format", "github")).stdout).toBe("valid\n");
    const sarif = await call(project, "validate", "--format", "sarif");
    expect(sarifProblems(JSON.parse(sarif.stdout))).toEqual([]);
  });
});

describe("check", () => {
  it("asks for validity, drift and types, and writes nothing", async () => {
    const project = kept(smallProject());
    expect((await call(project, "check")).exitCode).toBe(4);
    expect(existsSync(join(project.root, "generated"))).toBe(false);
    await call(project, "generate");
    expect(await call(project, "check")).toEqual({
      exitCode: 0,
      stdout: "valid, fresh, and it compiles\n",
      stderr: "",
    });
    project.write("main.ts", 'export const speed: number = "fast";\n');
    const typed = await call(project, "check");
    expect(typed.exitCode).toBe(5);
    expect(typed.stderr).toContain("error ECS5010: TS2322:");
    expect(typed.stderr).toContain("main.ts:1:14");
    rmSync(join(project.root, "generated/index.ts"));
    const both = await call(project, "check");
    expect(both.exitCode).toBe(4);
    for (const code of ["ECS5009", "ECS5010"]) expect(both.stderr).toContain(`error ${code}:`);
    await call(project, "generate");
    rmSync(join(project.root, "main.ts"));
    rmSync(join(project.root, "tsconfig.json"));
    const unasked = await call(project, "check");
    expect(unasked.exitCode).toBe(5);
    expect(unasked.stderr).toContain("error ECS5011: TypeScript could not be run over the project");
  });
});

describe("check of a project that is not generated, or not valid", () => {
  const titlesIn = (text: string): readonly string[] => text.match(/^(?:error|warning) .*$/gm) ?? [];

  it("says nothing of types that follows from that", async () => {
    const project = kept(motionProject());
    project.write("main.ts", 'import { World } from "./generated/world.js";\nexport type Mine = World;\n');
    const missing = await call(project, "check");
    expect(missing).toMatchObject({ exitCode: 4, stdout: "" });
    expect(missing.stderr).toMatch(/^error ECS5009: [^]*\n1 error\n$/);
    await call(project, "generate");
    const head = 'import type { Entity, World } from "ecsgen/schema";\nexport const own: number = "mine";\n';
    const push = "export function push(world: World, body: Entity, dx: number, dy: string): void {}\n";
    project.write("systems/euler/impulses.ts", head + push);
    const invalid = await call(project, "check");
    expect(invalid.exitCode).toBe(5);
    expect(titlesIn(invalid.stderr)).toEqual([
      "error ECS5010: TS2322: Type 'string' is not assignable to type 'number'",
      "error ECS3005: `push` of `impulses` does not fit its View",
    ]);
    project.write("systems/euler/impulses.ts", `${head}export function push( {\n`);
    expect(titlesIn((await call(project, "check")).stderr).filter((title) => title.includes("ECS5010"))).toEqual([]);
    rmSync(join(project.root, "ecsgen.config.ts"));
    expect((await call(project, "check")).stderr).toMatch(/^error ECS1021: [^]*\n1 error\n$/);
  });
});

describe("explain", () => {
  it.each(Object.keys(catalogue))("%s", async (code) => {
    const { exitCode, stdout } = await cli(["explain", code]);
    expect(exitCode).toBe(0);
    const [first = "", ...lines] = stdout.split("\n");
    expect(first).toBe(
      `${catalogue[code as keyof typeof catalogue].severity} ${code}: ${catalogue[code as keyof typeof catalogue].title}`,
    );
    expect(stdout).toContain("\nwrong:\n");
    expect(stdout).toContain("\nright:\n");
    expect(lines.slice(0, lines.indexOf("wrong:")).every((line) => line.length <= 80)).toBe(true);
  });

  it("lists all codes, takes a number or small letters, and gives data", async () => {
    const list = await cli(["explain"]);
    for (const code of Object.keys(catalogue)) expect(list.stdout).toContain(`${code}  `);
    const { stdout } = await cli(["explain", "ECS5001"]);
    expect((await cli(["explain", "5001"])).stdout).toBe(stdout);
    expect((await cli(["explain", "ecs5001"])).stdout).toBe(stdout);
    expect(JSON.parse((await cli(["explain", "5001", "--format", "json"])).stdout)).toMatchObject({ code: "ECS5001" });
  });
});

describe("graph", () => {
  const library = {
    "ecsgen.config.ts": `import { library } from "ecsgen/schema";
import { motion } from "./schema/motion.js";
import euler from "./systems/euler/index.js";

export default library({ cores: [motion], systems: [euler] });
`,
  };

  const choice = {
    "ecsgen.config.ts": `import { app, use } from "ecsgen/schema";
import { motion } from "./schema/motion.js";
import euler from "./systems/euler/index.js";
import drift from "./systems/drift/index.js";
import { stubs } from "./systems/stubs.js";

export default app({ cores: [use(motion, { features: ["impulses"], systems: [drift, stubs, euler] })] });
`,
    "systems/drift/index.ts": `import { systemModule } from "ecsgen/schema";
import { motion } from "../../schema/motion.js";
import * as integration from "./integration.js";

export default systemModule({ core: motion, provides: { integration } });
`,
    "systems/drift/integration.ts": motionFiles["systems/euler/integration.ts"] ?? "",
    "systems/stubs.ts": `import { NotImplemented, systemModule } from "ecsgen/schema";
import { motion } from "../schema/motion.js";

export function push(): void {
  throw new NotImplemented("motion.impulses.push");
}

export const stubs = systemModule({ core: motion, provides: { impulses: { push } } });
`,
  };
  const plenty = {
    ...choice,
    "ecsgen.config.ts": choice["ecsgen.config.ts"]
      .replace('"impulses"', '"integration"')
      .replace("stubs, euler", "euler"),
  };

  const extensions = { pretty: "txt", mermaid: "mmd", html: "html" } as const;

  it.each([
    ["app", "pretty", {}],
    ["choice", "pretty", choice],
    ["choice", "mermaid", choice],
    ["plenty", "pretty", plenty],
    ["plenty", "mermaid", plenty],
    ["app", "mermaid", {}],
    ["library", "pretty", library],
    ["library", "mermaid", library],
    ["choice", "html", choice],
    ["small", "pretty", { ...smallFiles, "schema/motion.ts": "" }],
  ] as const)("draws %s as %s", async (what, format, files) => {
    const project = kept(motionProject(files));
    const { exitCode, stdout, stderr } = await call(project, "graph", "--format", format);
    expect({ exitCode, errors: stderr.includes("error") }).toEqual({ exitCode: 0, errors: false });
    await expect(stdout).toMatchFileSnapshot(`../../cases/cli/graph/${what}.${extensions[format]}`);
  });

  it("draws the schedule alone, with sets and conditions, and knows no other part", async () => {
    const cwd = fileURLToPath(new URL("../../cases/emit/schedule", import.meta.url));
    const { exitCode, stdout } = await cli(["graph", "schedule"], { cwd });
    expect(exitCode).toBe(0);
    await expect(stdout).toMatchFileSnapshot("../../cases/cli/graph/schedule.txt");
    expect(await cli(["graph", "shedule"], { cwd })).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining("did you mean `schedule`?"),
    });
  });

  it.each(["pretty", "mermaid", "html"] as const)(
    "draws what depends on what, and sync points, as %s",
    async (format) => {
      const cwd = fileURLToPath(new URL("../../../examples/orbits", import.meta.url));
      const { exitCode, stdout } = await cli(["graph", "schedule", "--format", format], { cwd });
      expect(exitCode).toBe(0);
      await expect(stdout).toMatchFileSnapshot(`../../cases/cli/graph/orbits.${extensions[format]}`);
    },
  );

  it("gives data, and no picture of a project with errors", async () => {
    const project = kept(motionProject());
    const { stdout } = await call(project, "graph", "--format", "json");
    expect(JSON.parse(stdout)).toMatchObject({
      cores: [
        {
          name: "motion",
          features: [{ name: "energy" }, { name: "impulses", implies: ["integration"] }, {}],
          candidates: [{ module: "euler", chosen: true, reason: "" }],
        },
      ],
    });
    project.write("systems/euler/impulses.ts", "");
    expect(await call(project, "graph")).toMatchObject({ exitCode: 5, stdout: "" });
  });
});

describe("clean", () => {
  it("removes its own files only, and lists them first when asked", async () => {
    const project = kept(smallProject({ "generated/mine.ts": "mine\n", "generated/components/mine.ts": "mine\n" }));
    await call(project, "generate");
    const all = filesIn(project.root);
    const dry = await call(project, "clean", "--dry-run");
    expect(dry.stdout).toContain("generated/world.ts\n");
    expect(dry.stdout).toMatch(/would remove \d+ files\n$/);
    expect(filesIn(project.root)).toEqual(all);
    writeFileSync(join(project.root, "generated/world.ts"), "edited\n");
    const cleaned = await call(project, "clean");
    expect(cleaned).toMatchObject({ exitCode: 0, stderr: "" });
    expect(cleaned.stdout).toContain("kept generated/world.ts, which was edited by hand\n  help: ");
    const left = ["components/mine.ts", "manifest.json", "mine.ts", "world.ts"].map((path) => `generated/${path}`);
    expect(filesIn(project.root).filter((path) => path.startsWith("generated"))).toEqual(left);
    rmSync(join(project.root, "generated/world.ts"));
    await call(project, "generate");
    await call(project, "clean");
    expect(filesIn(project.root).filter((path) => path.startsWith("generated"))).toEqual(
      ["components/mine.ts", "mine.ts"].map((path) => `generated/${path}`),
    );
  });

  it("removes the folder when nothing else is in it, and nothing when there is nothing", async () => {
    const project = kept(smallProject());
    await call(project, "generate");
    await call(project, "clean");
    expect(existsSync(join(project.root, "generated"))).toBe(false);
    expect((await call(project, "clean")).stdout).toBe("removed 0 files\n");
  });

  it("refuses a manifest that it does not understand", async () => {
    const project = kept(smallProject({ "generated/manifest.json": "<<<<<<<" }));
    expect(await call(project, "clean")).toMatchObject({ exitCode: 2 });
    expect(existsSync(join(project.root, "generated/manifest.json"))).toBe(true);
  });
});

describe("init", () => {
  it("makes a project that generates, in a new folder", async () => {
    const home = kept(diskProject({}));
    const made = await call(home, "init", "new/My Game");
    expect(made.exitCode).toBe(0);
    expect(made.stdout).toContain('cd "new/My Game"');
    const root = join(home.root, "new/My Game");
    expect(JSON.parse(readFileSync(join(root, "package.json"), "utf8"))).toMatchObject({ name: "my-game" });
    expect(await cli(["generate"], { cwd: root })).toMatchObject({ exitCode: 0, stderr: "" });
  });

  it("takes letters without their accents into the name of the package", async () => {
    const home = kept(diskProject({}));
    await call(home, "init", "Étoiles à l'ouest");
    expect(readFileSync(join(home.root, "Étoiles à l'ouest/package.json"), "utf8")).toContain(
      '"name": "etoiles-a-l-ouest"',
    );
  });

  it("overwrites nothing, and makes nothing when something is in the way", async () => {
    const home = kept(diskProject({ "schema.ts": "mine\n", "tsconfig.json": "mine\n" }));
    const refused = await call(home, "init");
    expect(refused.exitCode).toBe(2);
    expect(refused.stderr).toContain("`tsconfig.json`, `schema.ts` would be overwritten");
    expect(filesIn(home.root)).toEqual(["schema.ts", "tsconfig.json"]);
  });

  it("leaves the files of others in a folder alone", async () => {
    const home = kept(diskProject({ "README.md": "mine\n" }));
    expect((await call(home, "init")).exitCode).toBe(0);
    expect(readFileSync(join(home.root, "README.md"), "utf8")).toBe("mine\n");
  });
});
