// What is used nowhere is warned of, and nothing that may be used somewhere.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { prove } from "../../../codegen/pipeline.js";
import type { ReadHost } from "../../../codegen/1-read/read-host.js";
import { memoryHost, memoryRoot } from "../support/memory-host.js";
import { emptyApp, findingsIn } from "../support/prove-text.js";

const main = 'import { createWorld } from "./generated/index.js";\nexport const world = createWorld();\n';
const schema = `import { component, f32, tag } from "ecsgen/schema";
export class UIState extends component({ x: f32 }) {}
`;
const unused = ["ECS2031 schema.ts:2:14 `UIState` is used nowhere"];
const base = { "schema.ts": schema, "main.ts": main };

describe("a class that nothing names", () => {
  it("is a finding", () => {
    expect(findingsIn(base)).toEqual(unused);
  });

  it.each<[string, Record<string, string>]>([
    ["in the docs of another", { "schema.ts": `${schema}/** Like UIState. */\nexport const spare = { x: 1 };\n` }],
    ["in what was generated", { "generated/components/ui-state.ts": "export const UIState = 1;\n" }],
    ["in declarations that a compiler made", { "build/schema.d.ts": "export declare class UIState {}\n" }],
    ["in what was made of TypeScript beside it", { "schema.js": "export class UIState {}\n" }],
    ["as a part of a longer word", { "main.ts": `${main}const uiStateful = 1, MyUIState = 2, state = 3;\n` }],
  ])("is one also if it is named %s", (_where, files) => {
    expect(findingsIn({ ...base, ...files })).toEqual(unused);
  });
});

it("is a finding also in a program of plain JavaScript", () => {
  expect(findingsIn({ "schema.ts": schema, "main.mjs": main })).toEqual(unused);
});

describe("no finding for a class that is named", () => {
  it.each<[string, Record<string, string>]>([
    ["as a token", { "main.ts": `${main}world.query({ all: [UIState] });\n` }],
    ["by its key", { "main.ts": `${main}world.spawn({ uiState: { x: 1 } });\n` }],
    ["by a type that is made of it", { "main.ts": `${main}const start: UIStateInit = { x: 1 };\n` }],
    ["in another file", { "src/ui/panel.mts": 'world.tokens.component("app.UIState");\n' }],
    ["in plain JavaScript", { "src/panel.js": "world.spawn({ uiState: {} });\n" }],
    ["in a component of a web page", { "src/Panel.vue": "<template>{{ row.uiState.x }}</template>\n" }],
    ["in another schema", { "schema/ui.ts": 'export type { UIState as State } from "../schema.js";\n' }],
    ["by a type of a schema", { "schema.ts": `${schema}type States = UIState;\n` }],
    ["in a test", { "test/ui.test.ts": "world.spawn({ uiState: {} });\n" }],
  ])("%s", (_how, files) => {
    expect(findingsIn({ ...base, ...files })).toEqual([]);
  });
});

it("is no finding in schemas of a folder that the app shares with others", () => {
  const config = 'import { app } from "ecsgen/schema";\nexport default app({ schemas: ["../schema", "schema.ts"] });\n';
  const shared = schema.replaceAll("UIState", "Shared");
  expect(findingsIn({ ...base, "/schema/shared.ts": shared, "ecsgen.config.ts": config })).toEqual(unused);
});

describe("no finding where the whole program is not to be seen", () => {
  const broken: ReadHost["listFiles"] = (folder) => {
    if (folder === memoryRoot) throw new Error("EACCES: permission denied");
    return [];
  };

  it.each<[string, Record<string, string>]>([
    ["nothing makes a world", { "main.ts": "export const nothing = 1;\n" }],
    ["only a test makes a world", { "main.ts": "", "test/world.test.ts": main }],
    ["others may import the package", { "package.json": '{ "exports": "./main.js" }' }],
    ["others may require the package", { "package.json": '{ "main": "./main.js" }' }],
    ["package.json cannot be understood", { "package.json": "{" }],
    [
      "it is a library",
      { "ecsgen.config.ts": 'import { library } from "ecsgen/schema";\nexport default library({ cores: [] });\n' },
    ],
  ])("%s", (_why, files) => {
    expect(findingsIn({ ...base, ...files })).toEqual([]);
  });

  it("a folder cannot be read", () => {
    const host = { ...memoryHost({ "ecsgen.config.ts": emptyApp, ...base }), listFiles: broken };
    expect(prove(memoryRoot, host).diagnostics).toEqual([]);
  });
});

it("says exactly of the classes that nothing names that they are used nowhere", () => {
  const names = ["Able", "Baker", "Charlie", "Delta", "Echo"];
  const place = fc.constantFrom("nowhere", "main.ts", "src/a.ts", "src/b/c.tsx", "schema/more.ts");
  const text = names.map((name) => `export class ${name} extends tag() {}\n`).join("");
  fc.assert(
    fc.property(fc.array(place, { minLength: names.length, maxLength: names.length }), (places) => {
      const files: Record<string, string> = { "main.ts": main };
      for (const [index, path] of places.entries()) {
        if (path !== "nowhere") files[path] = `${files[path] ?? ""}export type T${index} = ${names[index]};\n`;
      }
      const found = findingsIn({ ...files, "schema.ts": `import { tag } from "ecsgen/schema";\n${text}` });
      const expected = names.filter((_, index) => places[index] === "nowhere");
      expect(found.map((line) => /`(\w+)`/.exec(line)?.[1])).toEqual(expected);
    }),
    { numRuns: 50 },
  );
});
