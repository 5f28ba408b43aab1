// A run that comes from the cache must be one in which really nothing changed.
import fc from "fast-check";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { generate } from "../../../codegen/api/generate.js";
import { cacheFile } from "../../../codegen/cache/cache-folder.js";
import { diskProject, type DiskProject } from "../support/disk-project.js";
import { smallFiles, smallProject } from "../support/small-project.js";

const projects: DiskProject[] = [];

afterEach(() => {
  for (const project of projects.splice(0)) project.remove();
});

/** A project whose next run would come from the cache. */
async function settled(files: Readonly<Record<string, string>> = {}): Promise<DiskProject> {
  const project = smallProject(files);
  projects.push(project);
  expect((await generate(project.root)).diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  expect((await generate(project.root)).fromCache).toBe(true);
  return project;
}

const schema = smallFiles["schema.ts"] ?? "";
const health = `import { component, f32 } from "ecsgen/schema";

export class Health extends component({ value: f32 }) {}
`;

describe("a change of an input is noticed", () => {
  it.each<[string, (project: DiskProject) => void]>([
    ["a schema", ({ write }) => write("schema.ts", schema.replace("x: f32", "y: f32"))],
    ["a schema, to a text of the same length, with the old time", rewriteInSecret],
    ["a system", ({ write }) => write("movement.ts", `${smallFiles["movement.ts"]}\n`)],
    ["the configuration", ({ write }) => write("ecsgen.config.ts", `${smallFiles["ecsgen.config.ts"]}\n`)],
    ["tsconfig.json", ({ write }) => write("tsconfig.json", "{}")],
    ["a new schema", ({ write }) => write("schema/health.ts", health)],
    ["a new schema, deep below", ({ write }) => write("schema/a/b/health.ts", health)],
    ["a file that is gone", ({ root }) => rmSync(join(root, "movement.ts"))],
    [
      "a folder in place of a file",
      ({ root }) => {
        rmSync(join(root, "movement.ts"));
        mkdirSync(join(root, "movement.ts"));
      },
    ],
    ["a new name", ({ root }) => renameSync(join(root, "movement.ts"), join(root, "moving.ts"))],
  ])("%s", async (_what, change) => {
    const project = await settled();
    change(project);
    expect((await generate(project.root)).fromCache).toBe(false);
  });

  function rewriteInSecret({ root, write }: DiskProject): void {
    const { atime, mtime } = statSync(join(root, "schema.ts"));
    write("schema.ts", schema.replace("x: f32", "y: f32"));
    utimesSync(join(root, "schema.ts"), atime, mtime);
  }

  it("the program, when only it says what is used", async () => {
    const main = (used: string): string =>
      `import { createWorld } from "./generated/index.js";\ncreateWorld().spawn({ ${used}: {} });\n`;
    const project = await settled({ "schema/health.ts": health, "main.ts": main("health") });
    const codes = async (mode: "write" | "check"): Promise<string[]> =>
      (await generate(project.root, { mode })).diagnostics.map(({ code }) => code);
    expect(await codes("check")).toEqual([]);
    project.write("main.ts", main("position"));
    expect(await codes("check")).toEqual(["ECS2031"]);
    expect(await codes("write")).toEqual(["ECS2031"]);
    expect(await codes("write")).toEqual(["ECS2031"]);
    project.write("src/deep/other.ts", "spawn({ health: {} });\n");
    expect(await codes("write")).toEqual([]);
  });

  it("whatever is edited, wherever", async () => {
    const project = await settled({ "schema/health.ts": health });
    const path = fc.constantFrom("schema.ts", "schema/health.ts", "movement.ts", "ecsgen.config.ts");
    await fc.assert(
      fc.asyncProperty(path, fc.nat(), fc.stringMatching(/^[a-z0-9 ]$/), async (file, at, letter) => {
        const text = readFileSync(join(project.root, file), "utf8");
        const position = at % text.length;
        project.write(file, text.slice(0, position) + letter + text.slice(position + 1));
        const changed = text[position] !== letter;
        expect((await generate(project.root)).fromCache).toBe(!changed);
        project.write(file, text);
        await generate(project.root);
      }),
      { numRuns: 25 },
    );
  });
});

describe("a change of an output is noticed", () => {
  it.each<[string, (project: DiskProject) => void]>([
    ["an edited file", ({ write }) => write("generated/world.ts", "edited\n")],
    ["a file that is gone", ({ root }) => rmSync(join(root, "generated/world.ts"))],
    ["a manifest that is gone", ({ root }) => rmSync(join(root, "generated/manifest.json"))],
    ["a folder that is gone", ({ root }) => rmSync(join(root, "generated"), { recursive: true })],
    ["what an interrupted run left", ({ root }) => mkdirSync(join(root, "generated/.ecsgen"))],
  ])("%s", async (_what, change) => {
    const project = await settled();
    change(project);
    expect((await generate(project.root)).fromCache).toBe(false);
  });
});

describe("what is no change", () => {
  it.each<[string, (project: DiskProject) => void]>([
    ["another time", ({ root }) => utimesSync(join(root, "schema.ts"), 1, 1)],
    ["the same text again", ({ write }) => write("schema.ts", schema)],
    ["other line ends", ({ write }) => write("schema.ts", schema.replaceAll("\n", "\r\n"))],
    [
      "line ends of an output",
      ({ root, write }) => {
        const text = readFileSync(join(root, "generated/world.ts"), "utf8");
        write("generated/world.ts", text.replaceAll("\n", "\r\n"));
      },
    ],
    ["a file that is no part of the project", ({ write }) => write("main.ts", "export {};\n")],
    ["a file of the user in the output folder", ({ write }) => write("generated/mine.ts", "export {};\n")],
  ])("%s", async (_what, change) => {
    const project = await settled();
    change(project);
    expect(await generate(project.root)).toMatchObject({ fromCache: true, created: [], changed: [], removed: [] });
  });

  it("is what ecsgen writes into a folder of schemas", async () => {
    await settled({
      "schema.ts": "",
      "src/schema.ts": schema,
      "movement.ts": smallFiles["movement.ts"]?.replace("./schema.js", "./src/schema.js") ?? "",
      "ecsgen.config.ts":
        smallFiles["ecsgen.config.ts"]?.replace("app({", 'app({ schemas: ["src"], output: "src/generated",') ?? "",
    });
  });
});

describe("the cache", () => {
  it("makes the same warnings again", async () => {
    const project = smallProject({
      "movement.ts": smallFiles["movement.ts"]?.replace("Readonly<Velocity>", "Velocity") ?? "",
    });
    projects.push(project);
    const { diagnostics } = await generate(project.root);
    expect(diagnostics.map(({ severity }) => severity)).toContain("warning");
    expect(await generate(project.root)).toMatchObject({ fromCache: true, diagnostics });
  });

  it("keeps nothing of a run with errors", async () => {
    const project = await settled();
    project.write("schema.ts", "export class Position extends");
    for (let run = 0; run < 2; run++) expect((await generate(project.root)).fromCache).toBe(false);
  });

  it("is not asked when told so", async () => {
    const project = await settled();
    const result = await generate(project.root, { cache: false });
    expect(result.fromCache).toBe(false);
    expect(result.contract).toBeDefined();
  });

  it.each<[string, (text: string) => string]>([
    ["empty", () => ""],
    ["cut off", (text) => text.slice(0, text.length / 2)],
    ["changed", (text) => text.replace("movement", "movemint")],
    ["no JSON", () => "hello\n{"],
    ["of another version", (text) => text.replace(/"tool":"./, '"tool":"x')],
  ])("is ignored when it is %s, and mended", async (_what, harm) => {
    const project = await settled();
    const path = cacheFile(project.root) ?? "";
    const before = readFileSync(path, "utf8");
    project.write(path.slice(project.root.length + 1), harm(before));
    expect(await generate(project.root)).toMatchObject({ fromCache: false, changed: [], diagnostics: [] });
    expect((await generate(project.root)).fromCache).toBe(true);
  });

  it("lives in node_modules, and leaves nothing else behind", async () => {
    const project = await settled();
    expect(cacheFile(project.root)).toMatch(/\/node_modules\/\.cache\/ecsgen\/run-[0-9a-f]{16}\.json$/);
    expect(readdirSync(join(project.root, "node_modules/.cache/ecsgen"))).toHaveLength(1);
    expect(readdirSync(project.root).sort()).toEqual([...Object.keys(smallFiles), "generated", "node_modules"].sort());
  });

  it("is not made where there is no place for it", async () => {
    const project = diskProject(smallFiles);
    projects.push(project);
    for (let run = 0; run < 2; run++) expect((await generate(project.root)).fromCache).toBe(false);
    expect(existsSync(join(project.root, "node_modules"))).toBe(false);
  });

  it("does without when the disk refuses it", async () => {
    const project = smallProject({ "node_modules/.cache": "a file where a folder must be" });
    projects.push(project);
    for (let run = 0; run < 2; run++) {
      expect(await generate(project.root)).toMatchObject({ fromCache: false, diagnostics: [] });
    }
  });
});
