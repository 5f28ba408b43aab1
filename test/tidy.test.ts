// Style that is executed: what ARCHITECTURE.md promises about the tree, held for every file of it.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const skippedFolders = new Set(["node_modules", "dist", "out", ".git", "cases"]);

interface Source {
  readonly path: string;
  readonly text: string;
  readonly lines: readonly string[];
}

function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return skippedFolders.has(entry.name) ? [] : filesBelow(path);
    return [path];
  });
}

function sourcesBelow(...folders: readonly string[]): Source[] {
  return folders
    .flatMap(filesBelow)
    .filter((path) => path.endsWith(".ts"))
    .map((path) => {
      const text = readFileSync(join(root, path), "utf8");
      return { path, text, lines: text.split("\n") };
    });
}

/** The files of the repository that a file imports, relative to the root; packages as they are written. */
function importsOf(source: Source): string[] {
  const specifiers = [...source.text.matchAll(/^(?:import|export)\b[^;]*?from\s+"([^"]+)"|\bimport\("([^"]+)"\)/gm)];
  return specifiers.map((match) => {
    const specifier = match[1] ?? match[2] ?? "";
    if (!specifier.startsWith(".")) return specifier;
    return normalize(join(dirname(source.path), specifier))
      .split(sep)
      .join("/");
  });
}

function findings(sources: readonly Source[], look: (line: string, source: Source) => boolean): string[] {
  return sources.flatMap((source) =>
    source.lines.flatMap((line, index) => (look(line, source) ? [`${source.path}:${index + 1}: ${line.trim()}`] : [])),
  );
}

const written = sourcesBelow("schema", "runtime", "node", "systems", "codegen");
const everything = [...written, ...sourcesBelow("test", "bench", "examples")];

describe("layers only look down", () => {
  const runtimeLayers = [
    "errors",
    "memory",
    "gate",
    "given",
    "nearest",
    "entities",
    "tables",
    "relations",
    "queries",
    "commands",
    "bundles",
    "events",
    "observers",
    "resources",
    "models",
    "schedule",
    "systems",
    "state",
    "world",
    "reflection",
  ];

  it("keeps each layer of the runtime to those below it", () => {
    const layerOf = (path: string): number => runtimeLayers.indexOf((path.split("/")[1] ?? "").replace(/\.[jt]s$/, ""));
    const wrong = sourcesBelow("runtime")
      .filter((source) => source.path !== "runtime/index.ts")
      .flatMap((source) =>
        importsOf(source)
          .filter((target) => layerOf(target) < 0 || layerOf(target) > layerOf(source.path) || layerOf(source.path) < 0)
          .map((target) => `${source.path} imports ${target}`),
      );
    expect(wrong).toEqual([]);
  });

  it("keeps every stage of the compiler to the data between the stages", () => {
    const shared = ["codegen/model/", "codegen/diagnostics/", "codegen/memo/", "codegen/compiler/"];
    const stages = ["1-read", "2-check", "3-plan", "4-emit", "5-write"].map((stage) => `codegen/${stage}/`);
    const wrong = stages.flatMap((stage) =>
      sourcesBelow(stage.slice(0, -1)).flatMap((source) =>
        importsOf(source)
          .filter(
            (target) => target.startsWith("codegen/") && ![stage, ...shared].some((own) => target.startsWith(own)),
          )
          .map((target) => `${source.path} imports ${target}`),
      ),
    );
    expect(wrong).toEqual([]);
  });

  it("keeps the ground free of packages, of Node and of the compiler", () => {
    const wrong = sourcesBelow("runtime", "schema")
      .filter((source) => source.path !== "schema/zod.ts")
      .flatMap((source) =>
        importsOf(source)
          .filter((target) => !/^(?:runtime|schema)\//.test(target) && target !== "ecsgen/schema")
          .map((target) => `${source.path} imports ${target}`),
      );
    expect(wrong).toEqual([]);
  });

  it("keeps system modules to schemas, the runtime and themselves", () => {
    const wrong = sourcesBelow("systems").flatMap((source) =>
      importsOf(source)
        .filter((target) => !/^(?:systems\/|ecsgen\/(?:schema|runtime|node|ecs)$|ecsgen\/systems\/)/.test(target))
        .map((target) => `${source.path} imports ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it("lets only the compiler's own folder touch the parser and TypeScript", () => {
    const wrong = sourcesBelow("codegen")
      .filter((source) => !source.path.startsWith("codegen/compiler/"))
      .filter((source) => importsOf(source).some((target) => /^(?:oxc-parser|@oxc-project\/|typescript)/.test(target)));
    expect(wrong.map((source) => source.path)).toEqual([]);
  });
});

describe("files", () => {
  it("can be read in a sitting", () => {
    const long = everything.filter((source) => source.lines.length > 500 && !source.path.includes("/generated/"));
    expect(long.map((source) => `${source.path}: ${source.lines.length} lines`)).toEqual([]);
  });

  it("are named in kebab-case", () => {
    const odd = everything.filter(
      (source) => !/^[a-z0-9.]+(?:-[a-z0-9.]+)*\.ts$/.test(source.path.split("/").at(-1) ?? ""),
    );
    expect(odd.map((source) => source.path)).toEqual([]);
  });

  it("re-export nothing, but for the package's entry points", () => {
    const entryPoints = [
      "schema/index.ts",
      "schema/ecs/index.ts",
      "schema/zod.ts",
      "runtime/index.ts",
      "node/index.ts",
      "codegen/index.ts",
    ];
    const barrels = written.filter(
      (source) => !entryPoints.includes(source.path) && /^export (?:type )?(?:\*|\{[^}]*\}) from "/m.test(source.text),
    );
    expect(barrels.map((source) => source.path)).toEqual([]);
  });

  it("have tests that mirror the tree", () => {
    const ofTests = filesBelow("test").filter((path) =>
      /^test\/(?:runtime|schema|node|systems|codegen)\/.*\.test\.ts$/.test(path),
    );
    const folders = new Set(written.flatMap((source) => parentsOf(source.path)));
    const specimens = new Set(["test/runtime/properties", "test/codegen/support"]);
    const lost = ofTests.filter(
      (path) => !specimens.has(dirname(path)) && !folders.has(dirname(path.slice("test/".length))),
    );
    expect(lost).toEqual([]);
  });
});

function parentsOf(path: string): string[] {
  const parent = dirname(path);
  return parent === "." ? [] : [parent, ...parentsOf(parent)];
}

describe("code", () => {
  it("silences no doubt", () => {
    const doubts = /\bas unknown as\b|@ts-(?:ignore|nocheck)|\b(?:TODO|FIXME|HACK)\b|eslint-disable|oxlint-disable/;
    expect(findings(everything.filter(notThisFile), (line) => doubts.test(line))).toEqual([]);
  });

  it("keeps no state in modules", () => {
    expect(findings(written, (line) => /^(?:export )?(?:let|var)\b/.test(line))).toEqual([]);
    expect(findings(written, (line) => /^(?:export )?const \w+ = new (?:Map|Set|WeakMap)\(\)/.test(line))).toEqual([]);
  });

  it("says of every exported symbol what it is", () => {
    const undocumented = written
      .filter((source) => !source.path.endsWith("/index.ts"))
      // What a function of a system module means is said by its View.
      .filter((source) => !source.path.startsWith("systems/"))
      .flatMap((source) =>
        source.lines.flatMap((line, index) => {
          const name =
            /^export (?:declare |abstract |async )*(?:function\*?|class|interface|type|const|enum) (\w+)/.exec(
              line,
            )?.[1];
          if (name === undefined || isDocumented(source.lines, index, name)) return [];
          return [`${source.path}:${index + 1}: ${name}`];
        }),
      );
    expect(undocumented).toEqual([]);
  });
});

/** A docstring stands right above, or above an earlier overload or the type of the same name. */
function isDocumented(lines: readonly string[], index: number, name: string): boolean {
  const above = lines[index - 1]?.trim() ?? "";
  if (above.endsWith("*/") || above.startsWith("//")) return true;
  return lines
    .slice(0, index)
    .some((line) => new RegExp(`^export (?:function|class|interface|type|const) ${name}\\b`).test(line));
}

function notThisFile(source: Source): boolean {
  return (
    source.path !==
    relative(root, fileURLToPath(import.meta.url))
      .split(sep)
      .join("/")
  );
}

describe("what is shipped", () => {
  it("locks packages without download addresses", () => {
    expect(readFileSync(join(root, "package-lock.json"), "utf8")).not.toContain('"resolved": "http');
  });

  it("names no address of a machine", () => {
    const addresses = /(?:^|[\s"'`(])\/(?:work|root|home\/\w+)\/|registry\.npmjs/;
    const texts = [...everything, ...["README.md", "ARCHITECTURE.md"].filter(existing).map(asSource)];
    expect(findings(texts.filter(notThisFile), (line) => addresses.test(line))).toEqual([]);
  });
});

function existing(path: string): boolean {
  return readdirSync(root).includes(path);
}

function asSource(path: string): Source {
  const text = readFileSync(join(root, path), "utf8");
  return { path, text, lines: text.split("\n") };
}
