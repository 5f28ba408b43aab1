// Every finding about the output, as a person sees it.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { check } from "../../../codegen/api/check.js";
import { generate } from "../../../codegen/api/generate.js";
import { catalogue } from "../../../codegen/diagnostics/catalogue.js";
import type { Diagnostic } from "../../../codegen/diagnostics/diagnostic.js";
import { plainPalette } from "../../../codegen/diagnostics/render/palette.js";
import { renderPretty } from "../../../codegen/diagnostics/render/pretty.js";
import type { DiskProject } from "../support/disk-project.js";
import { failingDisk } from "../support/failing-disk.js";
import { MemoryDisk, refusal } from "../support/memory-disk.js";
import { smallProject } from "../support/small-project.js";
import { writeFolder as folder, writeRoot, writeRun } from "../support/write-run.js";

const projects: DiskProject[] = [];

afterEach(() => {
  for (const project of projects.splice(0)) project.remove();
});

const texts = { "a.ts": "export const a = 1;\nexport const b = 2;\n" };

async function written(): Promise<MemoryDisk> {
  const disk = new MemoryDisk();
  disk.makeFolder(writeRoot);
  await writeRun(disk, texts);
  return disk;
}

async function refused(harm: (disk: MemoryDisk) => void): Promise<readonly Diagnostic[]> {
  const disk = await written();
  harm(disk);
  return (await writeRun(disk, { "a.ts": "export const a = 1;\nexport const b = 3;\n" })).diagnostics;
}

async function checked(harm: (project: DiskProject) => void): Promise<readonly Diagnostic[]> {
  const project = smallProject();
  projects.push(project);
  await generate(project.root); // no type is judged before
  harm(project);
  const { diagnostics } = await check(project.root);
  return diagnostics.filter(({ code }) => code !== "ECS5009");
}

const mistyped = 'export const speed: number = "fast";\n';

const cases: Readonly<Record<string, () => Promise<readonly Diagnostic[]>>> = {
  ECS5001: () => refused((disk) => disk.write(`${folder}/a.ts`, "export const a = 1;\nexport const mine = 2;\n")),
  ECS5002: () => refused((disk) => disk.remove(`${folder}/manifest.json`)),
  ECS5003: () =>
    refused((disk) => {
      disk.remove(`${folder}/a.ts`);
      disk.makeFolder(`${folder}/a.ts`);
    }),
  ECS5004: () =>
    refused((disk) => {
      disk.removeTree(folder);
      disk.makeFolder("/elsewhere");
      disk.link(folder, "/elsewhere");
    }),
  ECS5005: async () => {
    const disk = failingDisk(await written(), { refuseAt: 2 });
    return (await writeRun(disk, { "a.ts": "" })).diagnostics;
  },
  ECS5006: async () => {
    const disk = await written();
    const read = (path: string): Buffer => {
      throw refusal("EACCES", path);
    };
    return (await writeRun({ ...failingDisk(disk, {}), read }, texts)).diagnostics;
  },
  ECS5007: () => refused((disk) => disk.write(`${folder}/manifest.json`, "<<<<<<< HEAD\n")),
  ECS5008: () => refused((disk) => disk.write(`${folder}/.ecsgen-lock`, '{"pid":4711,"host":"elsewhere","token":"t"}')),
  ECS5009: async () => (await writeRun(await written(), { "b.ts": "" }, { mode: "check" })).diagnostics,
  ECS5010: () => checked(({ write }) => write("main.ts", mistyped)),
  ECS5012: async () => (await writeRun(await written(), texts, { output: "sdk" })).diagnostics,
  ECS5011: () => checked(({ root }) => rmSync(join(root, "tsconfig.json"))),
};

describe("a finding about the output", () => {
  it.each(Object.keys(catalogue).filter((code) => code.startsWith("ECS5")))("%s", async (code) => {
    const diagnostics = (await cases[code]?.()) ?? [];
    expect(new Set(diagnostics.map((diagnostic) => diagnostic.code))).toEqual(new Set([code]));
    const text = renderPretty(diagnostics, {
      sources: (file) => (file === "main.ts" ? mistyped : undefined),
      showPath: (file) => file,
      palette: plainPalette,
    });
    await expect(text).toMatchFileSnapshot(`../../cases/output/${code}.txt`);
  });
});
