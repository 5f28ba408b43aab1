// Symbolic links among the schemas: what is behind one is read, or there is a finding that says why not.
import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { diskHost } from "../../../codegen/cache/disk-host.js";
import type { Diagnostic } from "../../../codegen/diagnostics/diagnostic.js";
import { prove } from "../../../codegen/pipeline.js";
import { diskProject, type DiskProject } from "../support/disk-project.js";
import { emptyApp } from "../support/prove-text.js";

const shape =
  'import { component, f32 } from "ecsgen/schema";\n\nexport class Position extends component({ x: f32 }) {}\n';
const projects: DiskProject[] = [];

afterEach(() => {
  for (const project of projects.splice(0)) project.remove();
});

/** A project with links by their paths, each with what it leads to. */
function linked(links: Readonly<Record<string, string>>, files: Readonly<Record<string, string>> = {}): string {
  const project = diskProject({ "ecsgen.config.ts": emptyApp, ...files });
  projects.push(project);
  for (const [path, target] of Object.entries(links)) {
    mkdirSync(join(project.root, path, ".."), { recursive: true });
    symlinkSync(target, join(project.root, path));
  }
  return project.root;
}

function found(root: string): Pick<Diagnostic, "code" | "message" | "help">[] {
  return prove(root, diskHost()).diagnostics.map(({ code, message, help }) => ({ code, message, help }));
}

const nowhere = (path: string): object => ({
  code: "ECS1002",
  message: `\`${path}\` is a link that leads nowhere`,
  help: "point it at something that is there, or remove it",
});

it.each(["schema", "schema.ts", "schema/gone.ts", "schema/gone", "schema/deep/gone.ts", "ecsgen.config.ts"])(
  "names %s when it leads nowhere",
  (path) => {
    const files = path === "ecsgen.config.ts" ? {} : { "ecsgen.config.ts": emptyApp };
    const project = diskProject(files);
    projects.push(project);
    mkdirSync(join(project.root, path, ".."), { recursive: true });
    symlinkSync("elsewhere/gone", join(project.root, path));
    expect(found(project.root)).toEqual([nowhere(path)]);
  },
);

it("names a link to a folder inside a folder of schemas, and reads it once it is among the schemas", () => {
  const files = { "shared/position.ts": shape };
  const root = linked({ "schema/shared": "../shared" }, files);
  expect(found(root)).toEqual([
    {
      code: "ECS1002",
      message: "`schema/shared` is a link to a folder",
      help: "name it in `schemas` of the configuration as well",
    },
  ]);
  const named = emptyApp.replace("app({", 'app({ schemas: ["schema", "schema/shared"],');
  const again = linked(
    { "schema/shared": "../shared" },
    { ...files, "ecsgen.config.ts": named, "schema/spin.ts": shape.replace("Position", "Spin") },
  );
  const { raw, diagnostics } = prove(again, diskHost());
  expect(raw.declarations.map(({ symbol }) => symbol.name)).toEqual(["Position", "Spin"]);
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
});

it("reads a file behind a link, and `schema` itself", () => {
  const one = linked({ "schema/position.ts": "../shared/position.ts" }, { "shared/position.ts": shape });
  const all = linked({ schema: "shared" }, { "shared/position.ts": shape });
  for (const root of [one, all]) {
    const { raw, diagnostics } = prove(root, diskHost());
    expect([raw.declarations.length, diagnostics.filter(({ severity }) => severity === "error")]).toEqual([1, []]);
  }
});

it("says nothing of the locks of editors, nor of links outside of the schemas", () => {
  const root = linked(
    { "schema/.#position.ts": "somebody@host.4711", notes: "gone", assets: "shared", "assets.ts": "gone" },
    { "shared/data.ts": "", "schema/position.ts": shape },
  );
  expect(found(root)).toEqual([]);
});
