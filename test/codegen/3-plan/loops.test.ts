// What loops and the binding call what bodies take from elsewhere, where names meet.
import { expect, it } from "vitest";
import type { TypeOracle } from "../../../codegen/compiler/type-oracle.js";
import { print, prove } from "../../../codegen/pipeline.js";
import { memoryHost, memoryRoot } from "../support/memory-host.js";

const trusting: TypeOracle = { assignable: (questions) => questions.map(() => ({ ok: true })) };

/** What is printed for an app whose one function is `run`. */
function printed(schema: string, system: string): (path: string) => string | undefined {
  const host = memoryHost({
    "schema.ts": `import { component, f32 } from "ecsgen/schema";\n${schema}`,
    "system.ts": system,
    "node_modules/numbers/half.ts": "export const half = 0.5;\n",
    "ecsgen.config.ts": `import { app } from "ecsgen/schema";
import { run } from "./system.js";
export default app({ schedule: { update: [run] } });\n`,
  });
  const { checked, diagnostics } = prove(memoryRoot, host, () => undefined, trusting);
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  const files = checked === undefined ? [] : print(checked);
  return (path) => files.find((file) => file.path === `generated/${path}`)?.text;
}

it("leaves a global to the body when a component has its name", () => {
  const file = printed(
    "export class Map extends component({ size: f32 }) {}",
    `import type { Map as Chart } from "./schema.js";
export function run(chart: Chart): void {
  chart.size = new Map([[1, 2]]).size;
}\n`,
  );
  const loop = file("loops/app/run.ts");
  expect(loop).toContain("import { Map as Map2 } from");
  expect(loop).toContain("chartSize[row] = new Map([[1, 2]]).size;");
  expect(loop).toContain("table.firstColumn(Map2.index)");
});

it("hands on a helper under a name that the binding has left", () => {
  const file = printed(
    "export class Body extends component({ x: f32 }) {}",
    `import type { Body } from "./schema.js";
export const Proof = 2;
export function run(body: Body): void {
  body.x = Proof;
}\n`,
  );
  expect(file("binding.ts")).toContain('export { Proof as Proof2 } from "../system.js";');
  expect(file("loops/app/run.ts")).toContain("bodyX[row] = Proof2;");
});

it("hands on nothing for a function that is called after all", () => {
  const file = printed(
    "export class Body extends component({ x: f32 }) {}",
    `import type { Body } from "./schema.js";
export const half = 0.5;
export function run(body: Body): void {
  body.x *= half;
  Object.freeze(body);
}\n`,
  );
  expect(file("binding.ts")).toContain('export { run as appRun } from "../system.js";');
  expect(file("binding.ts")).not.toContain("half");
  expect(file("loops/app/run.ts")).toContain("const run = appRun;");
});

it("calls a function that takes something from a file of a package that its package does not offer", () => {
  const file = printed(
    "export class Body extends component({ x: f32 }) {}",
    `import type { Body } from "./schema.js";
import { half } from "./node_modules/numbers/half.js";
export function run(body: Body): void {
  body.x *= half;
}\n`,
  );
  expect(file("loops/app/run.ts")).toContain("const run = appRun;");
});

it("declares an enum again that a file keeps to itself", () => {
  const gear = `enum Gear {
  Neutral,
  First = 2,
  Second = First * 2,
  Reverse = -Second,
}`;
  const file = printed(
    "export class Body extends component({ x: f32, y: f32 }) {}",
    `import type { Body } from "./schema.js";
export const First = 7;
${gear}
export function run(body: Body): void {
  const gear: Gear.First | Gear = body.x > 1 ? Gear.First : Gear.Reverse;
  body.x = gear;
}\n`,
  );
  const loop = file("loops/app/run.ts");
  expect(loop).toContain(gear.replaceAll("\n", "\n  "));
  expect(loop).toContain("const gear: Gear.First | Gear = bodyX[row]! > 1 ? Gear.First : Gear.Reverse;");
  expect(loop).not.toContain("First as");
});

it("calls a function that looks at an enum as a whole", () => {
  const file = printed(
    "export class Body extends component({ x: f32 }) {}",
    `import type { Body } from "./schema.js";
enum Gear { Neutral, First }
export function run(body: Body): void {
  body.x = Object.keys(Gear).length;
}\n`,
  );
  expect(file("loops/app/run.ts")).toContain("const run = appRun;");
});
