// Every row of the contract of the ecs core is there, and has tests of its own.
import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import contract from "./app/generated/contract.json" with { type: "json" };

/** How many functions the contract asks of each View. */
const rows = { entity: 12, component: 14, event: 19, query: 14, storage: 17, system: 17, world: 20 };

const folder = new URL(".", import.meta.url);
const tests = readdirSync(folder).filter((name) => name.endsWith(".test.ts") && name !== "rows.test.ts");
const tested = new Map(tests.map((name) => [name, readFileSync(new URL(name, folder), "utf8")]));
const core = contract.cores.find(({ name }) => name === "ecs");

it("has the Views of the contract", () => {
  const counts = core?.features.map(({ name, view }) => [name, view.functions.length]) ?? [];
  expect(Object.fromEntries(counts)).toEqual(rows);
});

describe.each(core?.features ?? [])("$name", ({ name, view }) => {
  const source = tested.get(`${name}.test.ts`) ?? "";
  const titles = [...source.matchAll(/\b(?:describe|it)(?:\.each\(.*?\))?\(\s*"(.*?)"/gs)].map(([, title]) => title);

  it.each(view.functions.map((row) => row.name))("%s is what a test is about, and is called there", (row) => {
    expect(titles.join("\n")).toMatch(new RegExp(`\\b${row}\\b`));
    expect(source).toMatch(new RegExp(`\\b${row}\\(`));
  });
});
