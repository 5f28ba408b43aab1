import { readdirSync, rmSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isSurelyAssignable } from "../../../codegen/compiler/compare-signatures.js";
import { makeTypeOracle } from "../../../codegen/compiler/type-oracle.js";
import type { Question } from "../../../codegen/compiler/type-question.js";
import { diskHost } from "../../../codegen/cache/disk-host.js";
import { readProject } from "../../../codegen/1-read/read-project.js";
import { diskProject, type DiskProject } from "../support/disk-project.js";

/** One View with one function per line, and one implementation for each. */
const cases: readonly {
  name: string;
  view: string;
  given: string;
  decided?: boolean;
  refused?: string;
  about?: number;
}[] = [
  { name: "same", view: "(a: Position, n: number): void", given: "(a: Position, n: number): void {}", decided: true },
  { name: "fewer", view: "(a: Position, n: number): void", given: "(a: Position): void {}", decided: true },
  { name: "reader", view: "(a: Position): void", given: "(a: Readonly<Position>): void {}", decided: true },
  { name: "renamed", view: "(a: Position): void", given: "(a: Place): void {}", decided: true },
  { name: "ignored", view: "(n: number): void", given: "(n: number): number { return n; }", decided: true },
  { name: "optional", view: "(n?: number): void", given: "(n: number | undefined): void {}", decided: true },
  { name: "events", view: "(e: EventReader<Hit>): void", given: "(e: EventReader<Hit>): void {}", decided: true },
  { name: "writer", view: "(a: Readonly<Position>): void", given: "(a: Position): void {}" },
  { name: "inferred", view: "(n: number): number", given: "(n: number) { return n; }" },
  { name: "wider", view: "(n: number): void", given: "(n: number | string): void {}" },
  { name: "generic", view: "(n: number): number", given: "<T>(n: T): T { return n; }" },
  { name: "structural", view: "(a: Position): void", given: "(a: { x: number }): void {}" },
  { name: "unions", view: "(n: 1 | 2): void", given: "(n: 2 | 1): void {}" },
  {
    name: "heavy",
    view: "(a: Position): void",
    given: "(b: Position & Mass): void {}",
    about: 0,
    refused:
      "parameter `b`, which the View calls `a`: type `Position` is not assignable to type `Position & Mass`: " +
      "property `kilograms` is missing in type `Position` but required in type `Mass`",
  },
  {
    name: "text",
    view: "(n: number): void",
    given: "(n: string): void {}",
    about: 0,
    refused: "parameter `n`: type `number` is not assignable to type `string`",
  },
  {
    name: "more",
    view: "(n: number): void",
    given: "(n: number, m: number): void {}",
    about: 1,
    refused: "it asks for 2 arguments, and the View gives 1",
  },
  {
    name: "result",
    view: "(): number",
    given: "(): string { return ''; }",
    refused: "type `string` is not assignable to type `number`",
  },
  {
    name: "required",
    view: "(n?: number): void",
    given: "(n: number): void {}",
    about: 0,
    refused:
      "parameter `n`: type `number | undefined` is not assignable to type `number`: " +
      "type `undefined` is not assignable to type `number`",
  },
];

const schema = `import { component, core, event, f32, view, type EventReader } from "ecsgen/schema";
export class Position extends component({ x: f32, y: f32 }) {}
export class Mass extends component({ kilograms: f32 }) {}
export class Hit extends event({ force: f32 }) {}
export interface All {
${cases.map(({ name, view }) => `  ${name}${view};`).join("\n")}
}
export const motion = core({ features: { all: view<All>() } });
`;
const systems = `import type { EventReader } from "ecsgen/schema";
import type { Hit, Mass, Position, Position as Place } from "../schema/motion.js";
import { Anything } from "../generated/index.js";
export const use: Anything = undefined;
${cases.map(({ name, given }) => `export function ${name}${given}`).join("\n")}
`;
const index = `import { systemModule } from "ecsgen/schema";
import { motion } from "../schema/motion.js";
import * as all from "./all.js";
export const module = systemModule({ core: motion, provides: { all } });
`;
const config = `import { app, use } from "ecsgen/schema";
import { motion } from "./schema/motion.js";
import { module } from "./systems/index.js";
export default app({ cores: [use(motion, { features: ["all"], systems: [module] })] });
`;

let project: DiskProject;
let questions: readonly Question[];

function questionsOf(root: string): Question[] {
  const { raw, diagnostics } = readProject(root, diskHost());
  expect(diagnostics).toEqual([]);
  const [view] = raw.views;
  const functions = raw.systemModules.flatMap(({ provides }) => provides.flatMap((provision) => provision.functions));
  return functions.flatMap((given) => {
    const expected = view?.functions.find(({ name }) => name === given.name);
    if (view === undefined || expected === undefined) return [];
    return [{ implementation: given.symbol, signature: given.signature, view: view.symbol, expected }];
  });
}

const files = {
  "schema/motion.ts": schema,
  "systems/all.ts": systems,
  "systems/index.ts": index,
  "ecsgen.config.ts": config,
};

beforeAll(() => {
  project = diskProject(files);
  questions = questionsOf(project.root);
});
afterAll(() => project.remove());

function questionOf(name: string): Question {
  const found = questions.find(({ expected }) => expected.name === name);
  if (found === undefined) throw new Error(`no question about ${name}`);
  return found;
}

describe("what signatures alone decide", () => {
  it.each(cases)("$name", ({ name, decided = false }) => {
    const { signature, expected } = questionOf(name);
    expect(isSurelyAssignable(signature, expected)).toBe(decided);
  });
});

describe("the type oracle", () => {
  it("answers every question in order, though the project has errors and is not generated yet", () => {
    const answers = makeTypeOracle(project.root).assignable(questions);
    const said = new Map(questions.map(({ expected }, at) => [expected.name, answers[at]]));
    for (const { name, refused, about } of cases) {
      expect([name, said.get(name)]).toEqual([
        name,
        refused === undefined
          ? { ok: true }
          : { ok: false, text: refused, ...(about === undefined ? {} : { parameter: about }) },
      ]);
    }
  });

  it("leaves nothing behind", () => {
    makeTypeOracle(project.root).assignable([questionOf("heavy")]);
    expect(readdirSync(project.root).sort()).toEqual(["ecsgen.config.ts", "schema", "systems"]);
  });

  it("uses the project's own options and cache", () => {
    project.write(
      "tsconfig.json",
      '{ "compilerOptions": { "module": "nodenext", "composite": true, "rootDir": "schema" } }',
    );
    project.write("node_modules/.keep", "");
    const [heavy, wider] = makeTypeOracle(project.root).assignable([questionOf("heavy"), questionOf("wider")]);
    expect(heavy).toMatchObject({ ok: false, text: expect.stringContaining("`kilograms` is missing") });
    expect(wider).toEqual({ ok: true });
    expect(readdirSync(join(project.root, "node_modules/.cache/ecsgen"))).toEqual([]);
  });

  it("asks as an ES module, also where the cache is in a workspace that is none", () => {
    const inApp = Object.entries(files).map(([path, text]) => [`app/${path}`, text]);
    const workspace = diskProject({
      ...Object.fromEntries(inApp),
      "package.json": '{ "workspaces": ["app"] }',
      "node_modules/.keep": "",
      "app/package.json": '{ "type": "module" }',
      "app/tsconfig.json": '{ "compilerOptions": { "module": "nodenext", "verbatimModuleSyntax": true } }',
    });
    try {
      const [text, wider] = makeTypeOracle(join(workspace.root, "app")).assignable([
        questionOf("text"),
        questionOf("wider"),
      ]);
      expect(text).toMatchObject({ ok: false, text: expect.stringContaining("parameter `n`") });
      expect(wider).toEqual({ ok: true });
    } finally {
      workspace.remove();
    }
  });

  it("removes what a run left that was killed, and nothing of one that may be at work", () => {
    const cache = "node_modules/.cache/ecsgen";
    project.write(`${cache}/proof-left/proof.mts`, "");
    project.write(`${cache}/proof-busy/proof.mts`, "");
    utimesSync(join(project.root, cache, "proof-left"), 0, 0);
    makeTypeOracle(project.root).assignable([questionOf("heavy")]);
    expect(readdirSync(join(project.root, cache))).toEqual(["proof-busy"]);
    rmSync(join(project.root, cache), { recursive: true });
  });

  it("says when a function cannot be found", () => {
    const lost: Question = { ...questionOf("heavy"), implementation: { file: "systems/all.ts", name: "lost" } };
    const [answer] = makeTypeOracle(project.root).assignable([lost]);
    expect(answer).toMatchObject({ ok: false, text: expect.stringMatching(/no exported member.*`lost`/) });
  });

  it("goes on without options that cannot be read", () => {
    project.write("tsconfig.json", '{ "extends": "./missing.json" }');
    const [answer] = makeTypeOracle(project.root).assignable([questionOf("heavy")]);
    expect(answer).toMatchObject({ ok: false, text: expect.stringContaining("`kilograms` is missing") });
  });

  it("says when types were not checked, instead of taking silence for a proof", () => {
    project.write("systems/all.ts", `${systems}\nexport const = ;`);
    const [answer] = makeTypeOracle(project.root).assignable([questionOf("wider")]);
    expect(answer).toMatchObject({ ok: false, text: expect.stringContaining("TypeScript could not be asked") });
  });
});
