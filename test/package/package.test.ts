// What `npm pack` makes, as a stranger meets it: installed in folders that know nothing of this repository.
import { execFile } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { diskProject, type DiskProject } from "../codegen/support/disk-project.js";

const repository = fileURLToPath(new URL("../..", import.meta.url));

interface Packed {
  readonly filename: string;
  /** In bytes. */
  readonly size: number;
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string }[];
}

let home: DiskProject;
let packed: Packed;

/** What npm tells its scripts of the project they belong to would lead it back here. */
function strangersEnvironment(): NodeJS.ProcessEnv {
  const kept = /^npm_config_(?:registry|cache|userconfig|proxy|https_proxy|noproxy|cafile)$/i;
  const entries = Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name) || kept.test(name));
  return { ...Object.fromEntries(entries), NO_COLOR: "1" };
}

async function call(folder: string, command: string, ...parameters: readonly string[]): Promise<string> {
  const options = { cwd: folder, env: strangersEnvironment(), shell: process.platform === "win32", maxBuffer: 1 << 26 };
  try {
    return (await promisify(execFile)(command, parameters, options)).stdout;
  } catch (error) {
    const { stdout = "", stderr = "" } = error as { readonly stdout?: string; readonly stderr?: string };
    throw new Error(`\`${command} ${parameters.join(" ")}\` failed:\n${stdout}${stderr}`, { cause: error });
  }
}

beforeAll(async () => {
  home = diskProject({ "package.json": '{ "private": true, "type": "module" }' });
  // Without scripts: `npm test` has built what is packed, and a build here would take it from under other tests.
  const json = await call(repository, "npm", "pack", "--json", "--ignore-scripts", "--pack-destination", home.root);
  packed = parsePacked(JSON.parse(json));
  const quick = ["--prefer-offline", "--no-audit", "--no-fund", "--loglevel=error"];
  await call(home.root, "npm", "install", `./${packed.filename}`, ...quick);
}, 300_000);

afterAll(() => home.remove());

/** npm 11 gives an object by package name, older ones a list. */
function parsePacked(answer: object): Packed {
  const [first] = Object.values(answer) as readonly Packed[];
  if (first === undefined) throw new Error("npm packed nothing");
  return first;
}

/** Whether an entry of `exports`, which may hold one `*`, leads to a file. */
function isNamedBy(entry: string, file: string): boolean {
  const [before = "", after] = entry.split("*");
  return after === undefined ? file === before : file.startsWith(before) && file.endsWith(after);
}

describe("the package", () => {
  it("holds what it is made of, and nothing of the workshop", () => {
    const paths = packed.files.map(({ path }) => path);
    expect(paths).toEqual(expect.arrayContaining(["package.json", "README.md", "LICENSE", "CHANGELOG.md"]));
    const compiled =
      /^dist\/(?:codegen\/.*\.d\.ts|ecsgen\/(?:.*\.js|licenses\.txt)|(?:node|runtime|schema|systems)\/.*\.(?:js|d\.ts|map))$/;
    // The built-in cores are read by the compiler of whoever uses them, so their sources come along.
    const read = /^(?:schema|systems)\/ecs\/[a-z-]+\.ts$/;
    const beside = /^(?:docs\/.*\.md|[^/]+)$/;
    expect(paths.filter((path) => ![compiled, read, beside].some((kind) => kind.test(path)))).toEqual([]);
    expect(
      paths.filter((path) => /(?:test|bench|example)/.test(path.replace(/^docs\/(?:benchmarks|testing)\.md$/, ""))),
    ).toEqual([]);
  });

  it("is small", () => {
    // A third is the runtime's source maps, so that a debugger shows the code that was written. A limit is raised only for what
    // users get: the last time for derived access, whole queries, statistics, and random numbers.
    expect(packed.size).toBeLessThan(950_000);
    expect(packed.unpackedSize).toBeLessThan(3_700_000);
  });

  it("has every file that its manifest names", () => {
    const root = join(home.root, "node_modules/ecsgen");
    const text = readFileSync(join(root, "package.json"), "utf8");
    const named = [...text.matchAll(/"(\.\/(?:dist|schema|systems)\/[^"]+)"/g)].map((match) => match[1] ?? "");
    expect(named.length).toBeGreaterThan(8);
    const files = readdirSync(root, { recursive: true, encoding: "utf8" }).map(
      (path) => `./${path.replaceAll("\\", "/")}`,
    );
    expect(named.filter((name) => !files.some((file) => isNamedBy(name, file)))).toEqual([]);
    expect(readFileSync(join(root, "dist/ecsgen/main.js"), "utf8")).toMatch(/^#!\/usr\/bin\/env node\n/);
  });
});

describe("a stranger", () => {
  it("starts a project, runs it, and checks it", async () => {
    await call(home.root, "npx", "--no", "--", "ecsgen", "init", "game");
    const game = join(home.root, "game"); // finds what is installed above it
    expect(await call(game, "npm", "start")).toMatch(/after 3 s the ship is at \(6, 3\)\n$/);
    expect(await call(game, "npx", "--no", "--", "ecsgen", "check")).toBe("valid, fresh, and it compiles\n");
    expect(await call(game, "npx", "--no", "--", "ecsgen", "doctor")).not.toContain("FAIL");
  }, 300_000);

  it.each([
    ["nodenext", { module: "nodenext", outDir: "out" }],
    ["bundler", { module: "esnext", moduleResolution: "bundler", noEmit: true }],
  ])(
    "imports every entry with its types, resolved as %s",
    async (name, options) => {
      const folder = join(home.root, name);
      mkdirSync(folder);
      writeFileSync(join(folder, "main.ts"), consumer);
      const compilerOptions = { ...options, target: "es2022", strict: true, types: [], skipLibCheck: false };
      writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions }));
      await call(home.root, "npx", "--no", "--", "tsc", "-p", name);
      if (name === "nodenext") {
        const out = await call(folder, process.execPath, "out/main.js");
        expect(out).toBe("function function function function object function object object function function\n");
      }
    },
    120_000,
  );
});

const consumer = `import { check, generate, validate, watch, type GenerateResult, type WatchResult } from "ecsgen";
import { component, f32, type Entity } from "ecsgen/schema";
import { EcsError, type ColumnKind } from "ecsgen/runtime";
import { z } from "ecsgen/zod";
import { ecs } from "ecsgen/ecs";
import { ecsSystem } from "ecsgen/systems/ecs";
import { FileMedium } from "ecsgen/node";
import { spawnEntity } from "ecsgen/systems/ecs/entity";

declare const console: { log(text: string): void };

export class Position extends component({ x: f32 }) {}
export const created = (result: GenerateResult): readonly string[] => result.created;
export const cause = (result: WatchResult): readonly string[] => result.cause;
export type Parts = [Entity, ColumnKind];
// @ts-expect-error a result is no text
export const wrong = (result: GenerateResult): string => result.created;
console.log([typeof check, typeof generate, typeof validate, typeof watch, typeof z, typeof EcsError, typeof ecs, typeof ecsSystem, typeof spawnEntity, typeof FileMedium].join(" "));
`;
