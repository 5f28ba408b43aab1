// The native parser would take the process with it, so that each of these tests either passes or ends the run.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { parseSource } from "../../../codegen/compiler/parse-source.js";

const nest = (open: string, inner: string, close: string) => (times: number) =>
  open.repeat(times) + inner + close.repeat(times);

/** Everything that nests, as often as is asked. */
const deep: Readonly<Record<string, (times: number) => string>> = {
  arrays: (times) => `a = ${nest("[", "", "]")(times)};`,
  "arrays that stay open": (times) => `a = ${"[".repeat(times)}`,
  parentheses: (times) => `a = ${nest("(", "1", ")")(times)};`,
  objects: (times) => `a = ${nest("{a:", "1", "}")(times)};`,
  patterns: (times) => `const ${nest("[", "a", "]")(times)} = 1;`,
  defaults: (times) => `const ${nest("{a=", "1", "}")(times)}`,
  blocks: nest("{", "", "}"),
  functions: nest("function f(){", "", "}"),
  namespaces: nest("namespace a{", "", "}"),
  classes: (times) => `a = ${nest("class extends ", "A", "{}")(times)};`,
  templates: (times) => `a = ${nest("`${", "1", "}`")(times)};`,
  "texts beside brackets": (times) => `a = ${nest("[']', ", "1", "]")(times)};`,
  "comments beside brackets": (times) => `a = ${nest("[/* ] */", "1", "]")(times)};`,
  "expressions beside brackets": (times) => `a = ${nest("[/]/, ", "1", "]")(times)};`,
  members: (times) => `a = a${".b".repeat(times)};`,
  "optional members": (times) => `a = a${"?.b".repeat(times)};`,
  calls: (times) => `a = a${"()".repeat(times)};`,
  sums: (times) => `a = 1${"+1".repeat(times)};`,
  "sums over lines": (times) => `a = 1${" +\n 1".repeat(times)};`,
  powers: (times) => `a = 1${"**1".repeat(times)};`,
  fallbacks: (times) => `a = a${"??b".repeat(times)};`,
  comparisons: (times) => `a = ${"a<".repeat(times)}b;`,
  signs: (times) => `a = ${"- ".repeat(times)}1;`,
  negations: (times) => `a = ${"!".repeat(times)}1;`,
  words: (times) => `a = ${"typeof ".repeat(times)}1;`,
  instances: (times) => `a = ${"new ".repeat(times)}A();`,
  assertions: (times) => `a = 1${" as A".repeat(times)};`,
  "assertions in front": (times) => `a = ${"<A>".repeat(times)}1;`,
  certainties: (times) => `a = a${"!".repeat(times)};`,
  assignments: (times) => `a = ${"a=".repeat(times)}1;`,
  arrows: (times) => `a = ${"a=>".repeat(times)}1;`,
  choices: (times) => `a = ${"a?b:".repeat(times)}1;`,
  "choices inside": (times) => `a = ${nest("a?", "1", ":1")(times)};`,
  ifs: (times) => `${"if(a)".repeat(times)};`,
  "ifs over lines": (times) => `${"if (a)\n".repeat(times)};`,
  elses: (times) => `${"if(a);else ".repeat(times)};`,
  "elses behind blocks": (times) => `${"if (a) {} else ".repeat(times)};`,
  loops: (times) => `${"while(a)\n".repeat(times)};`,
  labels: (times) => `${"a:".repeat(times)};`,
  types: (times) => `type A = ${nest("A<", "B", ">")(times)};`,
  "types in a list": (times) => `type A = ${nest("A<B,", "B", ">")(times)};`,
  "array types": (times) => `type A = B${"[]".repeat(times)};`,
  "type parentheses": (times) => `type A = ${nest("(", "B", ")")(times)};`,
  "type literals": (times) => `type A = ${nest("{a:", "B", "}")(times)};`,
  "conditional types": (times) => `type A = ${"A extends B ? C : ".repeat(times)}D;`,
  "type operators": (times) => `type A = ${"keyof ".repeat(times)}D;`,
  "function types": (times) => `type A = ${"()=>".repeat(times)}D;`,
  "template types": (times) => `type A = ${nest("`${", "1", "}`")(times)};`,
};

describe("code that nests", () => {
  it.each(Object.entries(deep))("ten thousand times: %s", (_, make) => {
    for (const times of [130, 300, 10_000]) {
      for (const { message } of parseSource("a.ts", make(times)).errors) expect(message).not.toContain("failed");
    }
    expect(parseSource("a.ts", make(10_000)).errors.map(({ message }) => message)).toEqual([
      "The code is nested too deeply.",
    ]);
    expect(parseSource("a.ts", make(30)).errors.filter(({ message }) => message.includes("deeply"))).toEqual([]);
  });

  it("in JSX", () => {
    const { errors } = parseSource("a.tsx", `a = ${nest("<a>", "don't", "</a>")(10_000)};`);
    expect(errors.map(({ message }) => message)).toEqual(["The code is nested too deeply."]);
  });
});

describe("code that is only long", () => {
  const long: Readonly<Record<string, string>> = {
    statements: "a = b < c ? [d] : { e: 1 };\n".repeat(1500),
    "statements without semicolons": "a = b < c ? [d] : { e: 1 }\nf(a)\nif (a) f(b)\n".repeat(1500),
    functions: Array.from(
      { length: 800 },
      (_, at) => `function f${at}<T>(a: Map<A, B>) { return (a: B): C => a < b; }\n`,
    ).join(""),
    elements: `a = [${'{ b: { c: "[" }, d: (e) => e },'.repeat(1500)}];`,
    "members of a type": `interface A {\n${"  a: Map<B, C>\n".repeat(1500)}}`,
    "a union": `type A = ${'| "b"\n'.repeat(4000)};`,
    "a sum": `a = ${'"b" +\n'.repeat(1000)}"c";`,
    "a choice": `a = ${"b === 1 ? c\n : ".repeat(150)}d;`,
    "a chain": `${"if (a === 1) { b(); } else ".repeat(200)}{}`,
  };

  it.each(Object.entries(long))("is parsed: %s", (_, text) => {
    expect(parseSource("a.ts", text).errors).toEqual([]);
  });

  it("is parsed as it stands in this repository", () => {
    const root = fileURLToPath(new URL("../../..", import.meta.url));
    for (const folder of ["codegen", "schema"]) {
      const entries = readdirSync(join(root, folder), { recursive: true, encoding: "utf8" });
      for (const path of entries.filter((entry) => entry.endsWith(".ts"))) {
        expect(parseSource(path, readFileSync(join(root, folder, path), "utf8")).errors).toEqual([]);
      }
    }
  });
});
