// No function of a system module can be lost, renamed, left unwritten or mistyped without a finding at its place.
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { diskHost } from "../../../codegen/cache/disk-host.js";
import type { ReadHost } from "../../../codegen/1-read/read-host.js";
import { readProject } from "../../../codegen/1-read/read-project.js";
import type { TypeOracle } from "../../../codegen/compiler/type-oracle.js";
import type { Diagnostic } from "../../../codegen/diagnostics/diagnostic.js";
import type { RawProject, RawSystemModule } from "../../../codegen/model/raw.js";
import { prove } from "../../../codegen/pipeline.js";
import { filesOf } from "../support/case-project.js";
import { diskProject } from "../support/disk-project.js";
import { functionIn, type FunctionText, type Spot } from "../support/functions-of.js";
import { memoryHost, memoryRoot } from "../support/memory-host.js";

const root = fileURLToPath(new URL("../../..", import.meta.url));
type Files = Readonly<Record<string, string>>;

/** A function that a system module gives for a View. */
interface Site {
  readonly module: RawSystemModule;
  readonly feature: string;
  readonly name: string;
  readonly file: string;
}

/** For faults that have nothing to do with types: `tsc` need not be asked again and again. */
const trusting: TypeOracle = { assignable: (questions) => questions.map(() => ({ ok: true })) };

function sourcesOf(folder: string): Files {
  const files = Object.entries(filesOf(join(root, folder)));
  return Object.fromEntries(files.filter(([path]) => path.endsWith(".ts") && !/^(?:generated|test)\//.test(path)));
}

function sitesOf({ systemModules, cores, views }: RawProject): Site[] {
  return systemModules.flatMap((module) =>
    module.provides.flatMap(({ feature, functions }) => {
      const core = cores.find(({ symbol }) => symbol.name === module.core?.name);
      const view = core?.features.find(({ name }) => name === feature)?.view;
      const asked = views.find(({ symbol }) => symbol.name === view?.name && symbol.file === view.file);
      return functions
        .filter(({ name }) => asked?.functions.some((declared) => declared.name === name))
        .map(({ name, symbol }) => ({ module, feature, name, file: symbol.file }));
    }),
  );
}

/** An app that requires of one system module all that it provides. */
function appOf({ core, symbol, provides }: RawSystemModule): string {
  const features = JSON.stringify(provides.map(({ feature }) => feature));
  return `import { app, use } from "ecsgen/schema";
import { ${core?.name} } from "./${core?.file.replace(/ts$/, "js")}";
import { ${symbol.name} as module } from "./${symbol.file.replace(/ts$/, "js")}";
export default app({ cores: [use(${core?.name}, { features: ${features}, systems: [module] })] });
`;
}

function finding(code: string, file: string, { line, column }: Spot): object {
  return expect.objectContaining({ code, place: expect.objectContaining({ file, line, column }) });
}

/** The member of `provides` that gives a feature, found by looking at the text. */
function provisionSpot(text: string, feature: string): Spot {
  const before = text.slice(0, text.indexOf("provides"));
  const column = new RegExp(`[{,]\\s*(${feature})\\b`, "d").exec(text.slice(before.length))?.indices?.[1]?.[0] ?? -1;
  const lines = text.slice(0, before.length + column).split("\n");
  return { line: lines.length, column: (lines.at(-1) ?? "").length + 1 };
}

describe.each(["test/cases/emit/motion", "examples/orbits"])("%s", (folder) => {
  const files = sourcesOf(folder);
  const parsed: ReadHost["parsed"] = new Map();
  const { raw } = readProject(memoryRoot, memoryHost(files));
  const sites = sitesOf(raw);
  const names = sites.map((site) => ({ site, name: `${site.name} of ${site.module.symbol.file}` }));

  /** With a type checker, which needs real files. */
  function checkedFindings(changed: Files): readonly Diagnostic[] {
    const project = diskProject({ ...files, ...changed });
    try {
      return prove(project.root, diskHost()).diagnostics;
    } finally {
      project.remove();
    }
  }

  function findings(changed: Files): readonly Diagnostic[] {
    const host = memoryHost({ ...files, ...changed }, parsed);
    return prove(memoryRoot, host, () => undefined, trusting).diagnostics;
  }

  /** The one finding that a fault in one function leads to, in an app that needs it, whatever follows from it. */
  function findingOf(site: Site, breakIt: (found: FunctionText) => string): Diagnostic | undefined {
    const config = appOf(site.module);
    const text = breakIt(functionIn(files[site.file] ?? "", site.name));
    const all = { ...files, "ecsgen.config.ts": config, [site.file]: text };
    const { diagnostics, checked } = prove(memoryRoot, memoryHost(all, parsed), () => undefined, trusting);
    expect(checked).toBeUndefined();
    expect(diagnostics).toHaveLength(1);
    const [only] = diagnostics;
    expect(only?.severity).toBe("error");
    expect(only?.message).toContain(`\`${site.name}\` of \`${site.feature}\``);
    expect(only?.related).toContainEqual({
      place: expect.objectContaining({ file: "ecsgen.config.ts", line: 4 }),
      message: expect.stringContaining("required here"),
    });
    return only;
  }

  it("is without faults at first", () => {
    expect(checkedFindings({})).toEqual([]);
    expect(sites.length).toBeGreaterThanOrEqual(2);
    for (const { module } of sites) {
      const all = { ...files, "ecsgen.config.ts": appOf(module) };
      expect(prove(memoryRoot, memoryHost(all, parsed), () => undefined, trusting).diagnostics).toEqual([]);
    }
  });

  it.each(names)("misses $name when it is removed", ({ site }) => {
    const { file } = site.module.symbol;
    const spot = provisionSpot(files[file] ?? "", site.feature);
    expect(findingOf(site, (found) => found.removed())).toEqual(finding("ECS3004", file, spot));
  });

  it.each(names)("misses $name when it is renamed", ({ site }) => {
    const { file } = site.module.symbol;
    const spot = provisionSpot(files[file] ?? "", site.feature);
    const found = findingOf(site, (renamed) => renamed.renamed(`${site.name}2`));
    expect(found).toEqual(finding("ECS3004", file, spot));
    expect(found?.help).toContain(`\`${site.name}2\``);
  });

  it.each(names)("does not count $name when it is a stub", ({ site }) => {
    const { nameSpot } = functionIn(files[site.file] ?? "", site.name);
    expect(findingOf(site, (found) => found.stubbed())).toEqual(finding("ECS3012", site.file, nameSpot));
  });

  it.each(names)("tells $name once when it gives back something else", ({ site }) => {
    const broken = functionIn(files[site.file] ?? "", site.name).withResult("Date");
    const spot = functionIn(broken, site.name).resultSpot ?? { line: 0, column: 0 };
    expect(findingOf(site, (found) => found.withResult("Date"))).toEqual(finding("ECS3005", site.file, spot));
  });

  /** Changes every function at once, since `tsc` is asked once a run. Gives back each finding that must follow. */
  function breakAll(
    code: string,
    change: (found: FunctionText) => string | undefined,
    spotOf: (broken: FunctionText) => Spot | undefined,
  ): { readonly changed: Files; readonly expected: object[] } {
    const changed: Record<string, string> = {};
    const broken = new Map<string, { readonly file: string; readonly name: string }>();
    for (const { file, name } of sites) {
      if (broken.has(`${file} ${name}`)) continue;
      const text = change(functionIn(changed[file] ?? files[file] ?? "", name));
      if (text === undefined) continue;
      changed[file] = text;
      broken.set(`${file} ${name}`, { file, name });
    }
    const expected = [...broken.values()].map(({ file, name }) =>
      finding(code, file, spotOf(functionIn(changed[file] ?? "", name)) ?? { line: 0, column: 0 }),
    );
    expect(expected.length).toBeGreaterThan(0);
    return { changed, expected };
  }

  it("sees a parameter change its type in each of them", () => {
    let turn = 0;
    const { changed, expected } = breakAll(
      "ECS3005",
      (found) => found.withParameter(turn++ % found.parameters.length, "Date"),
      ({ parameters }) => parameters.find(({ type }) => type === "Date")?.spot,
    );
    const found = checkedFindings(changed);
    for (const one of expected) expect(found).toContainEqual(one);
  });

  it("sees results change", () => {
    const { changed, expected } = breakAll(
      "ECS3005",
      (found) => found.withResult("Date"),
      ({ resultSpot }) => resultSpot,
    );
    const found = findings(changed);
    for (const one of expected) expect(found).toContainEqual(one);
  });

  it("sees every `Readonly` that is dropped", () => {
    let total = 0;
    for (const site of sites) {
      for (const [index, { type }] of functionIn(files[site.file] ?? "", site.name).parameters.entries()) {
        const inner = /^Readonly<(\w+)>$/.exec(type)?.[1];
        if (inner === undefined) continue;
        const text = functionIn(files[site.file] ?? "", site.name).withParameter(index, inner);
        const spot = functionIn(text, site.name).parameters[index]?.spot ?? { line: 0, column: 0 };
        expect(findings({ [site.file]: text })).toContainEqual(finding("ECS4008", site.file, spot));
        total++;
      }
    }
    expect(total).toBeGreaterThan(1);
  });
});
