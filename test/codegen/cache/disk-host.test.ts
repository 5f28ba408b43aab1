import { afterAll, expect, it } from "vitest";
import { diskHost } from "../../../codegen/cache/disk-host.js";
import { diskProject } from "../support/disk-project.js";

const code = ["dist/kept.ts", "main.mjs", "src/dist.js", "src/panel.jsx", "src/Panel.vue", "src/types.mts"];
const others = [".hidden/a.ts", "node_modules/a/a.js", "notes.md", "package.json"];
const made = ["build/a.cjs", "dist/main.js", "dist/deep/a.js", "src/out/b.js"];
const project = diskProject(Object.fromEntries([...code, ...others, ...made].map((path) => [path, ""])));
afterAll(() => project.remove());

it("lists the code of a project, but no JavaScript that a tool made", () => {
  const root = project.root.replaceAll("\\", "/");
  const listed = diskHost().listFiles(root);
  expect(listed.map((path) => path.slice(root.length + 1)).sort()).toEqual([...code].sort());
});

it("names the folders in a folder, but for packages and hidden ones, and none where nothing can be read", () => {
  const root = project.root.replaceAll("\\", "/");
  expect(diskHost().listFolders(root)).toEqual(["build", "dist", "src"]);
  expect(diskHost().listFolders(`${root}/gone`)).toEqual([]);
  expect(diskHost().listFolders(`${root}/main.mjs`)).toEqual([]);
});
