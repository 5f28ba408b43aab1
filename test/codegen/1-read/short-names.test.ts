// Short names for files, by `imports` of package.json and `paths` of tsconfig.json.
import { afterEach, describe, expect, it } from "vitest";
import { generate } from "../../../codegen/api/generate.js";
import { tsconfigPaths } from "../../../codegen/1-read/tsconfig-paths.js";
import { compile } from "../support/compile.js";
import type { DiskProject } from "../support/disk-project.js";
import { motionFiles, motionProject } from "../support/motion-project.js";
import { findingsIn, provenIn } from "../support/prove-text.js";
import { smallFiles } from "../support/small-project.js";

/** The small project, whose schema lies in `folder` and is imported by a short name. */
function imported(specifier: string, files: Readonly<Record<string, string>>): Record<string, string> {
  const { "schema.ts": schema = "", "movement.ts": movement = "", "ecsgen.config.ts": config = "" } = smallFiles;
  return {
    "schema/place/all.ts": schema,
    "movement.ts": movement.replace("./schema.js", specifier),
    "ecsgen.config.ts": config,
    ...files,
  };
}

/** Whether the function is known to go over both components. */
function finds(specifier: string, files: Readonly<Record<string, string>>): boolean {
  const project = imported(specifier, files);
  const [first] = findingsIn(project);
  if (first?.startsWith("ECS")) return false;
  return provenIn(project).contract.components.length === 2;
}

const imports = (entries: object): Record<string, string> => ({ "package.json": JSON.stringify({ imports: entries }) });
const paths = (entries: object, more: object = {}): Record<string, string> => ({
  "tsconfig.json": JSON.stringify({ compilerOptions: { paths: entries, ...more } }),
});

describe("`imports` of package.json", () => {
  it.each<[specifier: string, entries: object]>([
    ["#all", { "#all": "./schema/place/all.ts" }],
    ["#all", { "#all": "./schema/place/all.js" }],
    ["#place/all.js", { "#place/*": "./schema/place/*" }],
    ["#place/all.js", { "#place/*.js": "./schema/place/*.ts" }],
    ["#place/all", { "#*": "./nowhere/*.ts", "#place/*": "./schema/place/*.ts" }],
    ["#place/all", { "#place/*": "./nowhere/*.ts", "#place/all": "./schema/place/all.ts" }],
    ["#all", { "#all": { ecsgen: "./schema/place/all.ts", default: "./dist/all.js" } }],
    ["#all", { "#all": { types: "./dist/all.d.ts", default: "./schema/place/all.ts" } }],
    ["#all", { "#all": { browser: "./no.ts", node: { import: ["./dist/all.js", "./schema/place/all.ts"] } } }],
  ])("leads from `%s` by %j", (specifier, entries) => {
    expect(finds(specifier, imports(entries))).toBe(true);
  });

  it.each<[specifier: string, files: Record<string, string>]>([
    ["#all", {}],
    ["#all", { "package.json": "no JSON" }],
    ["#all", imports({ "#other": "./schema/place/all.ts" })],
    ["#all", imports({ "#all": { browser: "./schema/place/all.ts" } })],
    ["#all", imports({ "#all": "some-package" })],
    ["#all", imports({ "#all": null })],
  ])("leads from `%s` to no file of the project by %j", (specifier, files) => {
    expect(finds(specifier, files)).toBe(false);
  });

  it("are those of the nearest package.json", () => {
    const files = imported("#all", imports({ "#all": "./schema/place/all.ts" }));
    const { "movement.ts": movement = "", "ecsgen.config.ts": config = "" } = files;
    const moved = {
      ...files,
      "systems/movement.ts": movement,
      "ecsgen.config.ts": config.replace("./movement.js", "./systems/movement.js"),
    };
    expect(findingsIn(moved)).toEqual([]);

    expect(findingsIn({ ...moved, "systems/package.json": "{}" })).toEqual([
      "ECS1020 systems/movement.ts:1:41 there is no file behind `#all`",
    ]);
  });
});

describe("`paths` of tsconfig.json", () => {
  it.each<[specifier: string, entries: object, more?: object]>([
    ["@/all", { "@/*": ["./schema/place/*"] }],
    ["@/all.js", { "@/*": ["schema/place/*"] }],
    ["@/all", { "@/*": ["./nowhere/*", "./schema/place/*.ts"] }],
    ["place", { place: ["./schema/place/all.ts"] }],
    ["place/all", { "*": ["./*"] }, { baseUrl: "./schema" }],
    ["@/all", { "*": ["./nowhere/*"], "@/*": ["${configDir}/schema/place/*"] }],
  ])("lead from `%s` by %j %j", (specifier, entries, more) => {
    expect(finds(specifier, paths(entries, more))).toBe(true);
  });

  it("may stand among comments, and end with commas", () => {
    const text = `{
      // "paths": {}
      "compilerOptions": { /* short */ "paths": { "@//*": ["./schema/place/*",], }, },
    }`;
    expect(finds("@//all", { "tsconfig.json": text })).toBe(true);
  });

  it("are inherited, relative to the file that has them", () => {
    const options = '{ "compilerOptions": { "paths": { "@/*": ["../schema/place/*"] } } }';
    const extending = (by: unknown): string => JSON.stringify({ extends: by });
    expect(finds("@/all", { "tsconfig.json": extending("./etc/base"), "etc/base.json": options })).toBe(true);
    expect(
      finds("@/all", { "tsconfig.json": extending(["./etc/base.json", "./other.json"]), "etc/base.json": options }),
    ).toBe(true);
    const here = options.replace("../", "${configDir}/");
    expect(finds("@/all", { "tsconfig.json": extending("base"), "node_modules/base/tsconfig.json": here })).toBe(true);
    expect(finds("@/all", { "tsconfig.json": extending("@base/a"), "/node_modules/@base/a.json": here })).toBe(true);
    expect(finds("@/all", { "/tsconfig.json": here.replace("/schema", "/project/schema") })).toBe(true);
  });

  it("say nothing of what a package offers", () => {
    const files = imported("places", {
      ...paths({ places: ["./schema/place/all.ts"] }),
      "schema/place/all.ts": 'import { tag } from "ecsgen/schema";\nexport class Other extends tag() {}\n',
      "node_modules/places/package.json": '{ "exports": { ".": { "ecsgen": "./all.ts" } } }',
      "node_modules/places/all.ts": smallFiles["schema.ts"] ?? "",
    });
    const { contract } = provenIn(files);
    expect(contract.components.map(({ name }) => name.split(".").at(-1))).toEqual(["Other", "Position", "Velocity"]);
  });

  it("end where what is extended is not there, or extends itself", () => {
    expect(finds("@/all", { "tsconfig.json": '{ "extends": "./gone.json" }' })).toBe(false);
    expect(finds("@/all", { "tsconfig.json": '{ "extends": "./tsconfig.json" }' })).toBe(false);
    expect(finds("@/all", { "tsconfig.json": '{ "extends": "gone" }' })).toBe(false);
  });

  it("are looked for once in each file, also where many ways lead to it", () => {
    const both = (level: number): string =>
      JSON.stringify({ extends: [`./left${level}.json`, `./right${level}.json`] });
    const files = new Map([["/p/tsconfig.json", JSON.stringify({ extends: ["./base.json", "./left0.json"] })]]);
    for (let level = 0; level < 12; level++) {
      for (const side of ["left", "right"]) files.set(`/p/${side}${level}.json`, both(level + 1));
    }
    files.set("/p/base.json", JSON.stringify({ compilerOptions: { paths: { "@/*": ["./src/*"] } } }));
    let reads = 0;
    const found = tsconfigPaths("/p", (path) => {
      reads++;
      return files.get(path);
    });
    expect(found("@/all")).toEqual(["/p/src/all"]);
    expect(reads).toBeLessThan(5 * files.size);
  });
});

describe("a short name", () => {
  const projects: DiskProject[] = [];
  afterEach(() => {
    for (const project of projects.splice(0)) project.remove();
  });

  it("leads past no rule: a system module still imports no other", () => {
    const files = {
      ...motionFiles,
      ...imports({ "#systems/*": "./systems/*.ts" }),
      "systems/other/index.ts": motionFiles["systems/euler/index.ts"] ?? "",
      "systems/other/impulses.ts": motionFiles["systems/euler/impulses.ts"] ?? "",
      "systems/other/integration.ts": 'export { integrate, slow } from "#systems/euler/integration";\n',
      "ecsgen.config.ts": (motionFiles["ecsgen.config.ts"] ?? "")
        .replace("export default", 'import other from "./systems/other/index.js";\nexport default')
        .replace("[euler]", "[other, euler]"),
    };
    expect(findingsIn(files).map((line) => line.slice(0, 7))).toEqual(["ECS4002"]);
  });

  it("gives a project that `tsc` accepts as well", async () => {
    const project = motionProject({
      "systems/euler/integration.ts": (motionFiles["systems/euler/integration.ts"] ?? "").replace(
        "../../schema/motion.js",
        "#schema/motion.js",
      ),
    });
    projects.push(project);
    const manifest = JSON.stringify({ type: "module", imports: { "#schema/*.js": "./schema/*.ts" } });
    project.write("package.json", manifest);
    const { diagnostics } = await generate(project.root);
    expect(diagnostics).toEqual([]);
    expect(compile(project, manifest)).toEqual([]);
  });
});
