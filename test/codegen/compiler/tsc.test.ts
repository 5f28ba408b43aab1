// Which TypeScript is asked: the project's own, whatever else this package depends on.
import { afterEach, expect, it } from "vitest";
import { check } from "../../../codegen/api/check.js";
import { generate } from "../../../codegen/api/generate.js";
import { validate } from "../../../codegen/api/validate.js";
import type { DiskProject } from "../support/disk-project.js";
import { motionProject } from "../support/motion-project.js";

const projects: DiskProject[] = [];

afterEach(() => {
  for (const project of projects.splice(0)) project.remove();
});

/** Finds fault with the project, and with the last function that it is asked about; it knows no other option than it has to. */
const standIn = `const { existsSync, readFileSync } = require("node:fs");
const folder = process.argv[process.argv.indexOf("-p") + 1];
if (!existsSync(folder + "/proof.mts")) console.log("main.ts(1,1): error TS9999: asked.");
else if ("isolatedDeclarations" in JSON.parse(readFileSync(folder + "/tsconfig.json", "utf8")).compilerOptions)
  console.log("error TS5023: Unknown compiler option 'isolatedDeclarations'.");
else {
  const lines = readFileSync(folder + "/proof.mts", "utf8").split("\\n");
  const alarm = lines.findIndex((line) => line.includes("alarm")) + 1;
  console.log("proof.mts(" + alarm + ",1): error TS2322: Alarm.\\nproof.mts(1,1): error TS2322: Refused by the stand-in.");
}
process.exitCode = 2;
`;

/** A project with a TypeScript of that version, and a function whose type is not written as its View's is. */
function projectWith(version: string): DiskProject {
  const project = motionProject();
  projects.push(project);
  project.write("node_modules/typescript/package.json", JSON.stringify({ name: "typescript", version }));
  project.write("node_modules/typescript/bin/tsc", standIn);
  project.write(
    "systems/euler/impulses.ts",
    `import type { Entity, World } from "ecsgen/schema";
import { Velocity } from "../../generated/components/velocity.js";
type Amount = number;
export function push(world: World, body: Entity, dx: Amount, dy: Amount): void {
  const velocity = world.cursor(Velocity).at(body);
  velocity.x += dx;
  velocity.y += dy;
}
`,
  );
  return project;
}

it.each(["5.4.5", "6.0.3"])("asks the TypeScript of the project: %s", async (version) => {
  const { root } = projectWith(version);
  const { diagnostics } = await validate(root);
  const expected = version === "5.4.5" ? "refused by the stand-in" : "unknown compiler option";
  expect(JSON.stringify(diagnostics).toLowerCase()).toContain(expected);
  const found = (await check(root)).diagnostics.map(({ message }) => message);
  expect(found).toContain("TS9999: asked");
});

it("asks its own where that of the project is too old to understand it", async () => {
  const { root } = projectWith("5.3.3");
  expect((await generate(root)).diagnostics).toEqual([]);
  expect((await check(root)).diagnostics).toEqual([]);
});

it("looks again when the TypeScript of the project has changed", async () => {
  const project = projectWith("5.3.3");
  expect((await generate(project.root)).diagnostics).toEqual([]);
  project.write("node_modules/typescript/package.json", JSON.stringify({ name: "typescript", version: "5.4.5" }));
  expect((await generate(project.root)).diagnostics.map(({ code }) => code)).toEqual(["ECS3005"]);
});
