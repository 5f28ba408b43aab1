import { mkdirSync, symlinkSync } from "node:fs";
import { dirname, join, parse } from "node:path";
import { afterEach, expect, it } from "vitest";
import { findTsconfig, placesUpwards } from "../../../codegen/compiler/find-upwards.js";
import { diskProject, type DiskProject } from "../support/disk-project.js";

const projects: DiskProject[] = [];

afterEach(() => {
  for (const project of projects.splice(0)) project.remove();
});

function rootOf(files: Readonly<Record<string, string>>): string {
  const project = diskProject(files);
  projects.push(project);
  return project.root;
}

it("takes the nearest one, in the root or above, and says where one would count", () => {
  const mono = rootOf({ "tsconfig.json": "{}", "apps/game/schema.ts": "", "apps/tool/tsconfig.json": "{}" });
  const game = join(mono, "apps/game");
  expect(findTsconfig(game)).toBe(join(mono, "tsconfig.json"));
  expect(placesUpwards(game, "tsconfig.json")).toEqual([
    join(game, "tsconfig.json"),
    join(mono, "apps/tsconfig.json"),
    join(mono, "tsconfig.json"),
  ]);
  expect(findTsconfig(join(mono, "apps/tool"))).toBe(join(mono, "apps/tool/tsconfig.json"));
  // As `tsc` does, which passes over a folder of that name.
  mkdirSync(join(mono, "apps/tsconfig.json"));
  expect(findTsconfig(game)).toBe(join(mono, "tsconfig.json"));
});

it("passes over a folder that cannot be looked into, as `tsc` does", () => {
  const mono = rootOf({ "tsconfig.json": "{}" });
  symlinkSync("circle", join(mono, "circle"));
  expect(findTsconfig(join(mono, "circle"))).toBe(join(mono, "tsconfig.json"));
});

it("finds none where there is none up to the top", () => {
  const { root } = parse(process.cwd());
  expect(placesUpwards(root, "tsconfig.json")).toEqual([join(root, "tsconfig.json")]);
  const lonely = rootOf({ "schema.ts": "" });
  // Unless somebody put one among the temporary files.
  expect(findTsconfig(lonely)).toBe(findTsconfig(dirname(lonely)));
});
