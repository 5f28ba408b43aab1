// Everything that can be wrong around a project, made wrong one at a time.
import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import { cli, type CliResult } from "../support/cli-run.js";
import type { DiskProject } from "../support/disk-project.js";
import { smallFiles, smallProject } from "../support/small-project.js";

const projects: DiskProject[] = [];

afterEach(() => {
  for (const project of projects.splice(0)) project.remove();
});

const manifest = { type: "module", dependencies: { ecsgen: "*" }, devDependencies: { typescript: "*" } };

/** A project in which all is well. */
async function healthy(): Promise<DiskProject> {
  const project = smallProject({ "package.json": JSON.stringify(manifest) });
  projects.push(project);
  install(project, "node_modules/typescript", { version: "7.0.2" });
  expect(await cli(["generate"], { cwd: project.root })).toMatchObject({ exitCode: 0 });
  return project;
}

function install({ write }: DiskProject, path: string, content: object): void {
  write(`${path}/package.json`, JSON.stringify(content));
}

function doctor({ root }: DiskProject): Promise<CliResult> {
  return cli(["doctor"], { cwd: root });
}

type Harm = (project: DiskProject) => void;

function withManifest(change: object): Harm {
  return ({ write }) => write("package.json", JSON.stringify({ ...manifest, ...change }));
}

function withOptions(change: object): Harm {
  const compilerOptions = { target: "es2022", module: "nodenext", strict: true, skipLibCheck: true, ...change };
  return ({ write }) => write("tsconfig.json", JSON.stringify({ compilerOptions }));
}

function all(...harms: readonly Harm[]): Harm {
  return (project) => harms.forEach((harm) => harm(project));
}

const wrongType = withManifest({ type: "commonjs" });

it("finds a healthy project healthy", async () => {
  const { exitCode, stdout } = await doctor(await healthy());
  expect(stdout.replaceAll(process.versions.node, "<node>").replace(/(?<=ecsgen: )\d\S+/, "<version>")).toBe(
    `  ok    Node: <node>
  ok    package.json: an ES module that asks for ecsgen
  ok    ecsgen: <version>
  ok    TypeScript: 7.0.2
  ok    tsconfig.json: its options fit
  ok    configuration: ecsgen.config.ts
  ok    output folder: \`generated\`
  ok    generated files: up to date
  ok    leftovers: none
`,
  );
  expect(exitCode).toBe(0);
});

describe("finds", () => {
  it.each<[string, Harm]>([
    ["FAIL  package.json: there is none", ({ root }) => rmSync(join(root, "package.json"))],
    ["FAIL  package.json: `package.json` cannot be understood", ({ write }) => write("package.json", "{")],
    ['warn  package.json: `package.json` has `"type": "commonjs"`', wrongType],
    [
      'FAIL  package.json: `package.json` has `"type": "commonjs"`',
      all(wrongType, withOptions({ verbatimModuleSyntax: true })),
    ],
    ['warn  package.json: `package.json` says nothing of its `"type"`', withManifest({ type: undefined })],
    ["FAIL  package.json: `package.json` does not ask for ecsgen", withManifest({ dependencies: {} })],
    [
      "warn  package.json: `package.json` asks for ecsgen in `devDependencies`",
      withManifest({ dependencies: {}, devDependencies: { ecsgen: "*" } }),
    ],
    ["FAIL  ecsgen: not installed in this project", ({ root }) => rmSync(join(root, "node_modules/ecsgen"))],
    [
      "FAIL  ecsgen: Yarn keeps packages out of `node_modules`",
      ({ root, write }) => {
        rmSync(join(root, "node_modules/ecsgen"));
        write(".pnp.cjs", "");
      },
    ],
    ["warn  ecsgen: the project has 0.0.1, this command is ", otherVersion],
    [
      "FAIL  ecsgen: installed more than once, also in `node_modules/cores/node_modules/ecsgen`",
      all(withManifest({ dependencies: { ecsgen: "*", cores: "*" } }), (project) => {
        install(project, "node_modules/cores", { peerDependencies: { ecsgen: "*" } });
        install(project, "node_modules/cores/node_modules/ecsgen", { version: "0.0.1" });
      }),
    ],
    [
      "warn  TypeScript: not installed in this project",
      ({ root }) => rmSync(join(root, "node_modules/typescript"), { recursive: true }),
    ],
    [
      "FAIL  TypeScript: 4.9.5 does not understand the types",
      (project) => install(project, "node_modules/typescript", { version: "4.9.5" }),
    ],
    ["FAIL  tsconfig.json: `strict` is off", withOptions({ strict: false })],
    ["FAIL  tsconfig.json: `strictNullChecks` is off", withOptions({ strictNullChecks: false })],
    ["FAIL  tsconfig.json: `strictFunctionTypes` is off", withOptions({ strictFunctionTypes: false })],
    [
      "FAIL  tsconfig.json: its `moduleResolution` does not find",
      withOptions({ module: "commonjs", moduleResolution: "node10" }),
    ],
    ["FAIL  tsconfig.json: its `target` is older", withOptions({ target: "es5" })],
    ["FAIL  tsconfig.json: its `lib` is older", withOptions({ lib: ["es2020", "dom"] })],
    ["FAIL  tsconfig.json: it cannot be read: ", ({ write }) => write("tsconfig.json", "{")],
    ["FAIL  tsconfig.json: it cannot be read: ", withOptions({ module: "nodenxt" })],
    ["warn  tsconfig.json: there is none", ({ root }) => rmSync(join(root, "tsconfig.json"))],
    ["FAIL  configuration: there is no ecsgen.config.ts here", ({ root }) => rmSync(join(root, "ecsgen.config.ts"))],
    [
      "FAIL  configuration: `ecsgen.config.mts` has another name",
      ({ root }) => renameSync(join(root, "ecsgen.config.ts"), join(root, "ecsgen.config.mts")),
    ],
    ["FAIL  output folder: `generated` is not a folder", fileForFolder],
    ["FAIL  generated files: there are none yet", ({ root }) => rmSync(join(root, "generated"), { recursive: true })],
    ["FAIL  generated files: 1 file missing", ({ root }) => rmSync(join(root, "generated/world.ts"))],
    [
      "FAIL  generated files: 6 files stale",
      ({ write }) => write("schema.ts", smallFiles["schema.ts"]?.replace("x:", "y:") ?? ""),
    ],
    [
      "FAIL  generated files: `generated/world.ts` was edited by hand",
      ({ write }) => write("generated/world.ts", "export {};\n"),
    ],
    [
      "FAIL  generated files: the project has 1 error",
      ({ write }) =>
        write("schema.ts", `${smallFiles["schema.ts"]}export class Health extends component({ value: f99 }) {}\n`),
    ],
    [
      "warn  leftovers: an interrupted run left `generated/.ecsgen`",
      ({ root }) => mkdirSync(join(root, "generated/.ecsgen")),
    ],
    ["warn  older output: `sdk` holds generated files", ({ write }) => write("sdk/manifest.json", '{ "files": {} }')],
  ])("%s", async (finding, harm) => {
    const project = await healthy();
    harm(project);
    const { exitCode, stdout } = await doctor(project);
    expect(stdout).toContain(finding);
    expect(stdout.slice(stdout.indexOf(finding)).split("\n")[1]).toMatch(/^\s+help: /);
    expect(exitCode).toBe(stdout.includes("FAIL") ? 5 : 0);
    expect(stdout.includes("FAIL")).toBe(finding.startsWith("FAIL"));
  });

  function otherVersion(project: DiskProject): void {
    rmSync(join(project.root, "node_modules/ecsgen"));
    install(project, "node_modules/ecsgen", { version: "0.0.1" });
  }

  function fileForFolder({ root, write }: DiskProject): void {
    rmSync(join(root, "generated"), { recursive: true });
    write("generated", "mine\n");
  }
});

it("is content with a module of any type when a bundler takes it", async () => {
  const project = await healthy();
  wrongType(project);
  withOptions({ module: "preserve" })(project);
  expect((await doctor(project)).stdout).toContain("ok    package.json");
});

it("does not take a mistake in the code for one in tsconfig.json", async () => {
  const project = await healthy();
  project.write("extra.ts", "export const open = {\n");
  expect((await doctor(project)).stdout).toContain("ok    tsconfig.json: its options fit");
});

it("names the folder above that has a configuration", async () => {
  const project = await healthy();
  mkdirSync(join(project.root, "src/deep"), { recursive: true });
  const { stdout } = await cli(["doctor"], { cwd: join(project.root, "src/deep") });
  expect(stdout).toContain("help: run it in `../..`, which has one, or name that folder with `--root`");
});

/** Who may do everything is told so as well, so another user has to ask. */
function doctorOfAnother({ root }: DiskProject): string {
  const script = fileURLToPath(new URL("../../../dist/codegen/cli/main.js", import.meta.url));
  const other = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
  return spawnSync(process.execPath, [script, "doctor"], { cwd: root, encoding: "utf8", ...other }).stdout;
}

it("finds an output folder in which somebody else may write", async () => {
  const project = await healthy();
  for (const path of [project.root, join(project.root, "generated")]) chmodSync(path, 0o555);
  const stdout = doctorOfAnother(project);
  chmodSync(project.root, 0o755);
  expect(stdout).toContain("FAIL  output folder: `generated` cannot be written: permission denied\n        help: ");
});

it("goes on when it cannot look into the output folder", async () => {
  const project = await healthy();
  chmodSync(project.root, 0o755);
  chmodSync(join(project.root, "generated"), 0o000);
  const stdout = doctorOfAnother(project);
  chmodSync(join(project.root, "generated"), 0o755);
  expect(stdout).toContain("FAIL  generated files: `generated/manifest.json` cannot be read\n");
  expect(stdout).toContain("warn  leftovers: they cannot be looked for: permission denied\n");
});
