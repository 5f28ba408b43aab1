import { fileURLToPath } from "node:url";
import fc from "fast-check";
import picocolors from "picocolors";
import { describe, expect, it } from "vitest";
import { catalogue } from "../../../codegen/diagnostics/catalogue.js";
import type { Diagnostic } from "../../../codegen/diagnostics/diagnostic.js";
import { renderGithub } from "../../../codegen/diagnostics/render/github.js";
import { renderJson } from "../../../codegen/diagnostics/render/json.js";
import { plainPalette } from "../../../codegen/diagnostics/render/palette.js";
import { renderPretty } from "../../../codegen/diagnostics/render/pretty.js";
import { renderSarif } from "../../../codegen/diagnostics/render/sarif.js";
import type { SourceTexts } from "../../../codegen/diagnostics/render/source-texts.js";
import { summaryLine } from "../../../codegen/diagnostics/render/summary.js";
import { textWidth } from "../../../codegen/diagnostics/render/text-width.js";
import { renderCases } from "./render-cases.js";
import { sarifProblems } from "./sarif-structure.js";

const golden = (name: string): string => fileURLToPath(new URL(`../../cases/render/${name}`, import.meta.url));
const showPath = (file: string): string => `game/${file}`;

function pretty(diagnostics: readonly Diagnostic[], sources: Readonly<Record<string, string>>): string {
  return renderPretty(diagnostics, { sources: (file) => sources[file], showPath, palette: plainPalette });
}

function sarif(diagnostics: readonly Diagnostic[], sources: SourceTexts = () => undefined): string {
  return renderSarif(diagnostics, { showPath, sources, rules: catalogue, version: "1.2.3" });
}

describe.each(renderCases)("$name", ({ name, sources, diagnostics }) => {
  it("is pretty", async () => {
    await expect(pretty(diagnostics, sources)).toMatchFileSnapshot(golden(`${name}/pretty.txt`));
  });

  it("is an annotation", async () => {
    await expect(renderGithub(diagnostics, showPath, (file) => sources[file])).toMatchFileSnapshot(
      golden(`${name}/github.txt`),
    );
  });

  it("is JSON that says everything", () => {
    const report: unknown = JSON.parse(renderJson(diagnostics));
    expect(report).toEqual({
      version: 1,
      errors: diagnostics.filter(({ severity }) => severity === "error").length,
      warnings: diagnostics.filter(({ severity }) => severity === "warning").length,
      diagnostics: diagnostics.map((diagnostic) => ({ ...diagnostic, help: diagnostic.help ?? null })),
    });
  });

  it("is SARIF", () => {
    expect(sarifProblems(JSON.parse(sarif(diagnostics, (file) => sources[file])))).toEqual([]);
  });
});

describe("pretty", () => {
  it("says nothing of nothing", () => {
    expect(pretty([], {})).toBe("");
  });

  it("paints without changing the text", () => {
    const [first] = renderCases;
    const options = { sources: (file: string) => first?.sources[file], showPath };
    const painted = renderPretty(first?.diagnostics ?? [], { ...options, palette: picocolors.createColors(true) });
    expect(painted).toContain("\u001B[31m");
    expect(painted.replace(/\u001B\[\d+m/g, "")).toBe(pretty(first?.diagnostics ?? [], first?.sources ?? {}));
  });

  it.each([
    [0, 0, "no findings"],
    [2, 1, "2 errors, 1 warning"],
    [1, 0, "1 error"],
    [0, 2, "2 warnings"],
  ])("counts %i and %i as %s", (errors, warnings, text) => {
    expect(summaryLine({ errors, warnings })).toBe(text);
  });
});

describe("width", () => {
  it.each([
    ["abc", 3],
    ["é", 1],
    ["e\u0301", 1],
    ["漢字", 4],
    ["ｆｕｌｌ", 8],
    ["👍", 2],
    ["👩‍👩‍👧", 2],
    ["❤️", 2],
    ["\u200B", 0],
    ["한글", 4],
  ])("%s takes %i cells", (text, width) => {
    expect(textWidth(text)).toBe(width);
  });
});

describe("github", () => {
  it("keeps one line per finding, whatever the texts hold", () => {
    fc.assert(
      fc.property(fc.array(anyDiagnostic()), (diagnostics) => {
        const lines = renderGithub(diagnostics, showPath, () => undefined).split("\n");
        expect(lines).toHaveLength(diagnostics.length + 1);
        for (const line of lines.slice(0, -1)) {
          expect(line).toMatch(
            /^::(?:error|warning) file=[^,:]*,line=[^,:]*,col=[^,:]*,endColumn=[^,:]*,title=ECS5001::/,
          );
        }
      }),
    );
  });

  it("ends a place that goes over several lines with its first line, since columns mean nothing else there", () => {
    const place = { file: "a.ts", line: 2, column: 5, length: 9 };
    const text = "\uFEFFone\r\ncall({\r\n  x,\r\n});\r\n";
    const [line = ""] = renderGithub([{ ...base, place }], showPath, () => text).split("\n");
    expect(line).toContain("line=2,col=5,endColumn=6,");
  });

  it("cuts what is longer than GitHub takes", () => {
    const [line = ""] = renderGithub([{ ...base, why: ["漢".repeat(60_000)] }], showPath, () => undefined).split("\n");
    expect(Buffer.byteLength(line)).toBeLessThan(64 * 1024);
    expect(line.endsWith("漢…")).toBe(true);
  });
});

describe("sarif", () => {
  const regionOf = (log: string): unknown =>
    (JSON.parse(log) as Log).runs[0]?.results[0]?.locations[0]?.physicalLocation.region;

  it.each([
    [
      { line: 2, column: 5, length: 2 },
      { startLine: 2, startColumn: 5, endLine: 2, endColumn: 7 },
    ],
    [
      { line: 2, column: 5, length: 12 },
      { startLine: 2, startColumn: 5, endLine: 4, endColumn: 3 },
    ],
    [
      { line: 1, column: 1, length: 3 },
      { startLine: 1, startColumn: 1, endLine: 1, endColumn: 4 },
    ],
    [
      { line: 1, column: 1, length: 0 },
      { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 },
    ],
    [
      { line: 4, column: 1, length: 99 },
      { startLine: 4, startColumn: 1, endLine: 5, endColumn: 1 },
    ],
    [
      { line: 9, column: 2, length: 3 },
      { startLine: 9, startColumn: 2, endLine: 9, endColumn: 5 },
    ],
  ])("says where %j ends, in lines and columns", (place, region) => {
    const text = "\uFEFFone\r\ncall({\r\n  x,\r\n});\r\n";
    expect(regionOf(sarif([{ ...base, place: { file: "a.ts", ...place } }], () => text))).toEqual(region);
  });

  it("says of a run that came to nothing why", () => {
    const failure = { exitCode: 2, message: "folder `nowhere` does not exist" };
    const log: unknown = JSON.parse(
      renderSarif([], { showPath, sources: () => undefined, rules: catalogue, version: "1.2.3", failure }),
    );
    expect(sarifProblems(log)).toEqual([]);
    expect(JSON.stringify(log)).toContain('"executionSuccessful":false');
  });

  it("has rules with texts as short as GitHub takes them", () => {
    const long = Object.values(catalogue).filter(
      ({ title, explanation }) => Math.max(title.length, explanation.length) > 1024,
    );
    expect(long).toEqual([]);
  });
});

interface Log {
  readonly runs: readonly {
    readonly results: readonly {
      readonly locations: readonly { readonly physicalLocation: { readonly region: unknown } }[];
    }[];
  }[];
}

describe("every form", () => {
  it("takes any place in any text", () => {
    fc.assert(
      fc.property(fc.array(anyDiagnostic(), { maxLength: 4 }), anyText(), (diagnostics, text) => {
        const printed = renderPretty(diagnostics, { sources: () => text, showPath, palette: plainPalette });
        expect(printed).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/);
        expect(() => JSON.parse(renderJson(diagnostics))).not.toThrow();
        expect(sarifProblems(JSON.parse(sarif(diagnostics, () => text)))).toEqual([]);
        expect(renderGithub(diagnostics, showPath, () => text).split("\n")).toHaveLength(diagnostics.length + 1);
      }),
      { numRuns: 500 },
    );
  });

  it("underlines exactly what is meant", () => {
    const word = fc.constantFrom("x", "漢", "👍", "e\u0301", "\t", "ab");
    fc.assert(
      fc.property(fc.array(word), fc.array(word, { minLength: 1 }), fc.array(word), (head, middle, tail) => {
        const [before, meant, after] = [head.join(""), middle.join(""), tail.join("")];
        const place = { file: "a.ts", line: 1, column: before.length + 1, length: meant.length };
        const lines = pretty([{ ...base, place }], { "a.ts": before + meant + after }).split("\n");
        const caret = lines.find((line) => line.includes("^")) ?? "";
        const width = (text: string): number => textWidth(text.replaceAll("\t", "  "));
        expect(caret.replace(/^\s+\| /, "")).toBe(" ".repeat(width(before)) + "^".repeat(width(meant)));
      }),
    );
  });
});

const base: Diagnostic = {
  code: "ECS5001",
  severity: "error",
  place: { file: "a.ts", line: 1, column: 1, length: 1 },
  message: "m",
  why: [],
  help: undefined,
  related: [],
};

function anyText(): fc.Arbitrary<string> {
  return fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(fc.constantFrom("\r", "\n", "\t", "a", "漢", "\uFEFF")).map((parts) => parts.join("")),
  );
}

function anyDiagnostic(): fc.Arbitrary<Diagnostic> {
  const number = fc.oneof(fc.integer({ min: -3, max: 12 }), fc.integer());
  const place = fc.record({ file: anyText(), line: number, column: number, length: number });
  return fc.record({
    code: fc.constant("ECS5001" as const),
    severity: fc.constantFrom("error" as const, "warning" as const),
    place,
    message: anyText(),
    why: fc.array(anyText(), { maxLength: 2 }),
    help: fc.option(anyText(), { nil: undefined }),
    related: fc.array(fc.record({ place, message: anyText() }), { maxLength: 2 }),
  });
}
