// Whatever is written, reading and checking ends with findings; however it is written, the contract is the same.
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ReadHost } from "../../../codegen/1-read/read-host.js";
import type { TypeOracle } from "../../../codegen/compiler/type-oracle.js";
import { print, prove } from "../../../codegen/pipeline.js";
import { filesOf } from "../support/case-project.js";
import { memoryHost, memoryRoot } from "../support/memory-host.js";

const cases = fileURLToPath(new URL("../../cases", import.meta.url));
type Files = Readonly<Record<string, string>>;

function sourcesOf(folder: string): Files {
  const files = Object.entries(filesOf(join(cases, folder)));
  return Object.fromEntries(files.filter(([path]) => path.endsWith(".ts") && !path.startsWith("generated/")));
}

const trusting: TypeOracle = { assignable: (questions) => questions.map(() => ({ ok: true })) };
const seed = 20_251_125;

/** Pieces of a text: words, numbers, strings, spaces, and every other character by itself. */
function tokensOf(text: string): string[] {
  return text.match(/\w+|\s+|"[^"\n]*"|[^\w\s]/g) ?? [];
}

interface Mutation {
  readonly how: "delete" | "repeat" | "cut" | "insert" | "take";
  /** Where, as a part of the whole. */
  readonly at: number;
  readonly from: number;
  readonly text: string;
}

const mutation: fc.Arbitrary<Mutation> = fc.record({
  how: fc.constantFrom("delete", "repeat", "cut", "insert", "take"),
  at: fc.double({ min: 0, max: 0.999, noNaN: true }),
  from: fc.double({ min: 0, max: 0.999, noNaN: true }),
  text: fc.oneof(
    fc.constantFrom(
      "{",
      "}",
      "(",
      ")",
      "[",
      "...",
      "=>",
      "`",
      "${",
      "/*",
      "//",
      '"',
      "<",
      "class",
      "export",
      "?.",
      "\\u",
      "0x",
      "#!",
    ),
    fc.string({ unit: "binary", maxLength: 8 }),
  ),
});

/** A list of tokens with some of them replaced. */
function spliced(tokens: readonly string[], index: number, count: number, ...by: string[]): string {
  return [...tokens.slice(0, index), ...by, ...tokens.slice(index + count)].join("");
}

function mutated(text: string, { how, at, from, text: inserted }: Mutation): string {
  const tokens = tokensOf(text);
  const index = Math.floor(at * tokens.length);
  const other = Math.floor(from * tokens.length);
  switch (how) {
    case "delete":
      return spliced(tokens, index, 1 + (other % 4));
    case "repeat":
      return spliced(tokens, index, 0, ...tokens.slice(index, index + (other % 30)));
    case "cut":
      return tokens.slice(0, index).join("");
    case "insert":
      return spliced(tokens, index, 0, inserted);
    case "take":
      return spliced(tokens, index, 1, tokens[other] ?? "");
  }
}

describe.each(["emit/motion", "diagnostics/base"])("a damaged %s", (folder) => {
  const files = sourcesOf(folder);
  const paths = Object.keys(files);
  const parsed: ReadHost["parsed"] = new Map();

  it("is read to the end, with findings at places that exist", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat({ max: paths.length - 1 }), mutation), { minLength: 1, maxLength: 5 }),
        (mutations) => {
          const damaged: Record<string, string> = { ...files };
          for (const [index, one] of mutations) {
            const path = paths[index] ?? "";
            damaged[path] = mutated(damaged[path] ?? "", one);
          }
          const { checked, diagnostics } = prove(memoryRoot, memoryHost(damaged, parsed), () => undefined, trusting);
          for (const { place, message, why } of diagnostics) {
            const lines = (damaged[place.file] ?? "").split(/\r\n?|\n/);
            expect(place.line).toBeLessThanOrEqual(lines.length);
            expect(place.column).toBeLessThanOrEqual((lines[place.line - 1] ?? "").length + 1);
            expect(`${message} ${why.join(" ")}`).not.toMatch(/\bundefined\b(?!`)|\[object /);
          }
          if (checked !== undefined) expect(print(checked).length).toBeGreaterThan(0);
        },
      ),
      { seed, numRuns: 200 },
    );
  });
});

/** A host that hands out files in another order, under another root. */
function shuffledHost(root: string, entries: readonly (readonly [string, string])[]): ReadHost {
  const texts = new Map(entries.map(([path, text]) => [`${root}/${path}`, text]));
  return {
    readFile: (path) => texts.get(path),
    fileExists: (path) => texts.has(path),
    listFolders: () => [],
    listFiles: (below) => [...texts.keys()].filter((path) => path.startsWith(`${below}/`)),
    realpath: (path) => path,
  };
}

/** The same program in other clothes: more space, comments and other line ends between tokens. */
function dressed(text: string, trivia: readonly string[], end: string): string {
  let turn = 0;
  const parts = text.split(/("[^"\n]*"|\/\*\*[\s\S]*?\*\/|\/\/[^\n]*|[{}(),;])/);
  return parts
    .map((part) => (/^[{(,;]$/.test(part) ? part + (trivia[turn++ % trivia.length] ?? "") : part))
    .join("")
    .replaceAll("\n", end);
}

describe("the contract", () => {
  const files = sourcesOf("emit/motion");
  const output = (host: ReadHost, root: string): string => {
    const { checked, diagnostics } = prove(root, host, () => undefined, trusting);
    expect(diagnostics).toEqual([]);
    const printed = checked === undefined ? [] : print(checked);
    return JSON.stringify(printed.map(({ path, text }) => ({ path, text: isLoop(path) ? code(text) : text })));
  };
  // A body keeps the layout and the comments of its author in its loop.
  const isLoop = (path: string): boolean => path.startsWith("generated/loops/");
  const code = (text: string): string => text.replaceAll(/\/\*[^]*?\*\/|\/\/[^\n]*|\s+/g, "");
  const expected = output(memoryHost(files), memoryRoot);

  it("and all that is printed of it, depends on meaning alone", () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(Object.entries(files), { minLength: Object.keys(files).length }),
        fc.array(fc.constantFrom(" ", "\n", "\t", " /* aside */ ", " // aside\n", "\n\n  "), { minLength: 1 }),
        fc.constantFrom("\n", "\r\n", "\r"),
        fc.constantFrom("", "\uFEFF"),
        fc.constantFrom("/", "/a b/c", "C:/work", "/ü"),
        (entries, trivia, end, mark, root) => {
          const changed = entries.map(([path, text]): [string, string] => [path, mark + dressed(text, trivia, end)]);
          const at = root === "/" ? "/project2" : root;
          expect(output(shuffledHost(at, changed), at)).toBe(expected);
        },
      ),
      { seed, numRuns: 40 },
    );
  });
});
