// Every diagnostic that the reader and the validator know, on a project that has it, as a person sees it.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { diskHost } from "../../../codegen/cache/disk-host.js";
import { catalogue } from "../../../codegen/diagnostics/catalogue.js";
import type { Diagnostic } from "../../../codegen/diagnostics/diagnostic.js";
import { plainPalette } from "../../../codegen/diagnostics/render/palette.js";
import { renderPretty } from "../../../codegen/diagnostics/render/pretty.js";
import { prove } from "../../../codegen/pipeline.js";
import { filesOf, overlay } from "../support/case-project.js";
import { diskProject } from "../support/disk-project.js";

const folder = fileURLToPath(new URL("../../cases/diagnostics", import.meta.url));
const base = filesOf(join(folder, "base"));
const golden = "expected.txt";

const cases = foldersIn(folder)
  .filter((topic) => topic !== "base")
  .flatMap((topic) => foldersIn(join(folder, topic)).map((name) => ({ topic, name: `${topic}/${name}` })));

/** Codes that no project on disk can have, and the tests that show them instead. */
const shownElsewhere: Readonly<Record<string, string>> = {
  ECS2005: "test/codegen/2-check/ids.test.ts",
};

function foldersIn(path: string): string[] {
  const entries = readdirSync(path, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

interface Findings {
  readonly diagnostics: readonly Diagnostic[];
  readonly text: string;
}

function findingsOf(files: Readonly<Record<string, string>>): Findings {
  const project = diskProject(files);
  try {
    const { diagnostics, checked } = prove(project.root, diskHost());
    expect(checked === undefined).toBe(diagnostics.some(({ severity }) => severity === "error"));
    const options = { sources: (file: string) => files[file], showPath: (file: string) => file, palette: plainPalette };
    return { diagnostics, text: renderPretty(diagnostics, options) };
  } finally {
    project.remove();
  }
}

describe("cases", () => {
  it.each(cases)("$name", ({ topic, name }) => {
    const { [golden]: expected, ...over } = filesOf(join(folder, name));
    const { diagnostics, text } = findingsOf(overlay(base, over));
    if (process.env["UPDATE_GOLDEN"] === "1") writeFileSync(join(folder, name, golden), text);
    else expect(text).toBe(expected ?? "");
    if (/^ECS\d{4}$/.test(topic)) expect(diagnostics.map(({ code }) => code)).toContain(topic);
  });
});

describe("the catalogue", () => {
  const ofTheFirstStages = Object.keys(catalogue).filter((code) => !code.startsWith("ECS5"));

  it.each(ofTheFirstStages)("%s has a case", (code) => {
    const elsewhere = shownElsewhere[code];
    if (elsewhere === undefined) expect(cases.map(({ topic }) => topic)).toContain(code);
    else expect(readFileSync(fileURLToPath(new URL(`../../../${elsewhere}`, import.meta.url)), "utf8")).toContain(code);
  });
});
