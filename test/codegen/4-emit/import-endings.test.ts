// Generated files import each other as the project's own files do, since what runs and bundles them has one way to find a file.
import { afterEach, expect, it } from "vitest";
import { check } from "../../../codegen/api/check.js";
import { generate } from "../../../codegen/api/generate.js";
import { diskHost } from "../../../codegen/cache/disk-host.js";
import { print, prove, Recalls } from "../../../codegen/pipeline.js";
import type { DiskProject } from "../support/disk-project.js";
import { motionFiles, motionProject } from "../support/motion-project.js";

const projects: DiskProject[] = [];

afterEach(() => {
  for (const project of projects.splice(0)) project.remove();
});

function withEnding({ write }: DiskProject, ending: string): void {
  for (const [path, text] of Object.entries(motionFiles)) {
    if (path.endsWith(".ts")) write(path, text.replaceAll(/(?<=from "\.[^"]*)\.js(?=";)/g, ending));
  }
}

function motion(ending: string): DiskProject {
  const project = motionProject();
  projects.push(project);
  withEnding(project, ending);
  const compilerOptions = {
    target: "es2022",
    module: "esnext",
    moduleResolution: "bundler",
    allowImportingTsExtensions: true,
    noEmit: true,
    strict: true,
    types: [],
  };
  project.write("tsconfig.json", JSON.stringify({ compilerOptions }));
  return project;
}

/** How relative imports of all generated files end. */
function endingsIn(root: string, recalls?: Recalls): string[] {
  const { checked } = prove(root, diskHost(), undefined, undefined, recalls);
  if (checked === undefined) throw new Error("it is not proven");
  const texts = print(checked, undefined, recalls).map(({ text }) => text);
  const imported = texts.flatMap((text) => text.match(/(?<=from ")\.[^"]*(?=";)/g) ?? []);
  return [...new Set(imported.map((specifier) => /\.\w+$/.exec(specifier)?.[0] ?? ""))];
}

it.each([".js", ".ts", ""])("ends imports with %j where the project does", async (ending) => {
  const { root } = motion(ending);
  expect(endingsIn(root)).toEqual([ending]);
  expect((await generate(root)).diagnostics).toEqual([]);
  expect((await check(root)).diagnostics).toEqual([]);
});

it("ends them with `.js` where nothing says how", () => {
  const project = motion(".ts");
  for (const path of Object.keys(motionFiles)) if (path.endsWith(".ts")) project.write(path, "");
  project.write("ecsgen.config.ts", 'import { app } from "ecsgen/schema";\nexport default app({});\n');
  project.write(
    "schema.ts",
    'import { component, f32 } from "ecsgen/schema";\nexport class Spot extends component({ x: f32 }) {}\n',
  );
  expect(endingsIn(project.root)).toEqual([".js"]);
});

it("prints all files again when the habit changes while it looks on", () => {
  const project = motion(".js");
  const recalls = new Recalls();
  expect(endingsIn(project.root, recalls)).toEqual([".js"]);
  withEnding(project, ".ts");
  expect(endingsIn(project.root, recalls)).toEqual([".ts"]);
});
