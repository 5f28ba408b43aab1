// The example of the README is a project: what it shows of generated code and of findings is what ecsgen really says.
import { spawnSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { inspect } from "node:util";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { plainPalette } from "../../codegen/diagnostics/render/palette.js";
import { renderPretty } from "../../codegen/diagnostics/render/pretty.js";
import { generate, validate, type Diagnostic } from "../../codegen/index.js";
import { projectOf, snippetsOf } from "./snippets.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const snippets = snippetsOf("README.md");
const shown = new Map(
  snippets.flatMap(({ path, text }) => (path === undefined ? [] : [[path, text.slice(text.indexOf("\n") + 1)]])),
);
const madePaths = [...shown.keys()].filter((path) => path.startsWith("generated/"));

describe("the example of the README", () => {
  let project: string;
  let findings: readonly Diagnostic[];

  beforeAll(async () => {
    project = projectOf("README.md");
    rmSync(join(project, "generated"), { recursive: true });
    findings = (await generate(project)).diagnostics;
  });

  afterAll(() => rmSync(project, { recursive: true, force: true }));

  it("has no findings", () => {
    expect(findings).toEqual([]);
  });

  it.each(madePaths)("shows %s as it is made", (path) => {
    expect(shown.get(path)).toBe(readFileSync(join(project, path), "utf8"));
  });

  it("compiles, and does what its comment says", async () => {
    const tsc = join(root, "node_modules/typescript/bin/tsc");
    const compiled = spawnSync(process.execPath, [tsc, "-p", project, "--pretty", "false"], { encoding: "utf8" });
    expect(compiled.stdout).toBe("");
    const log = vi.spyOn(console, "log").mockReturnValue();
    await import(/* @vite-ignore */ join(project, "main.ts"));
    expect(log.mock.calls.map((values) => inspect(values[0])).join("\n")).toBe(
      /console\.log\(.*?\); \/\/ (.*)/.exec(shown.get("main.ts") ?? "")?.[1],
    );
    log.mockRestore();
  });

  it("is refused without `euler`, as the README shows", async () => {
    const config = (shown.get("ecsgen.config.ts") ?? "").replace("[drift, euler]", "[drift]");
    writeFileSync(join(project, "ecsgen.config.ts"), config);
    const { diagnostics } = await validate(project);
    const rendered = renderPretty(diagnostics, {
      sources: () => config,
      showPath: (file) => file,
      palette: plainPalette,
    });
    expect(rendered).toContain(snippets.find(({ language }) => language === "text")?.text ?? "nothing");
  });
});
