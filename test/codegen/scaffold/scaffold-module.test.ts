import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readProject } from "../../../codegen/1-read/read-project.js";
import { scaffoldModule, type ScaffoldedFile } from "../../../codegen/scaffold/scaffold-module.js";
import { scaffoldTask } from "../../../codegen/scaffold/scaffold-task.js";
import { memoryHost, memoryRoot } from "../support/memory-host.js";
import { motionFiles } from "../support/motion-project.js";

type Files = Readonly<Record<string, string>>;

interface Request {
  readonly target: string;
  readonly folder?: string;
  readonly features?: readonly string[];
}

/** What would be written; nothing is. */
function scaffold(files: Files, { target, folder, features }: Request): readonly ScaffoldedFile[] {
  const all = { ...motionFiles, ...files };
  const { raw } = readProject(memoryRoot, memoryHost(all));
  const read = (path: string): string | undefined => all[path];
  return scaffoldModule(scaffoldTask(raw, { target, folder, features }, read), read);
}

function textOf(files: readonly ScaffoldedFile[], path: string): string {
  return files.find((file) => file.path === path)?.text ?? `no ${path}`;
}

/** That `after` is `before` with insertions only: every character is there, in its order. */
function expectKept(before: string, after: string): void {
  let at = 0;
  for (const character of after) {
    if (before.startsWith(character, at)) at += character.length;
  }
  expect(before.slice(at)).toBe("");
}

describe("a new module", () => {
  it("is an index and a file for every feature that the app asks for", async () => {
    const files = scaffold({}, { target: "motion", folder: "verlet" });
    const shown = files.map(({ path, text }) => `// ${path}\n${text}`).join("\n");
    await expect(shown).toMatchFileSnapshot("../../cases/scaffold/new-module.txt");
    expect(files.every(({ created }) => created)).toBe(true);
  });

  it("takes the features that are named, and the place", () => {
    const files = scaffold({}, { target: "motion", folder: "own/place.ts", features: ["energy"] });
    expect(files.map(({ path }) => path)).toEqual(["own/energy.ts", "own/place.ts"]);
    expect(files.flatMap(({ added }) => added)).toEqual(["motion.energy.total"]);
  });

  it("imports as the project does", () => {
    const files = Object.fromEntries(
      Object.entries(motionFiles).map(([path, text]) => [path, text.replaceAll('.js";', '.ts";')]),
    );
    expect(textOf(scaffold(files, { target: "motion", folder: "verlet" }), "systems/verlet/index.ts")).toContain(
      'from "../../schema/motion.ts"',
    );
  });
});

describe("an addition", () => {
  const integration = motionFiles["systems/euler/integration.ts"] ?? "";
  const half = integration.slice(0, integration.indexOf("export function slow"));
  const index = motionFiles["systems/euler/index.ts"] ?? "";

  it("is nothing where nothing is missing", () => {
    expect(scaffold({}, { target: "euler" })).toEqual([]);
  });

  it("adds a function to a file, and imports what it needs", () => {
    const [file, ...rest] = scaffold({ "systems/euler/integration.ts": half }, { target: "euler" });
    expect(rest).toEqual([]);
    expect(file).toMatchObject({ created: false, added: ["motion.integration.slow"] });
    expect(file?.text).toContain(`/** Lets everything slow down. */
export function slow(velocity: Velocity): void {
  throw new NotImplemented("motion.integration.slow");
}
`);
    expect(file?.text).toContain('import { NotImplemented } from "ecsgen/schema";\n');
    expectKept(half, file?.text ?? "");
  });

  it("adds a feature to the index", () => {
    const files = scaffold({}, { target: "euler", features: ["energy"] });
    expect(files.map(({ path, created }) => [path, created])).toEqual([
      ["systems/euler/energy.ts", true],
      ["systems/euler/index.ts", false],
    ]);
    const text = textOf(files, "systems/euler/index.ts");
    expect(text).toContain("provides: { impulses, integration, energy }");
    expect(text).toContain('import * as energy from "./energy.js";\n');
    expectKept(index, text);
  });

  it.each(["{}", "{ }"])("fills %j", (empty) => {
    const before = index.replace("{ impulses, integration }", empty);
    const files = scaffold({ "systems/euler/index.ts": before }, { target: "euler", features: ["energy"] });
    expect(textOf(files, "systems/euler/index.ts")).toContain("provides: { energy }");
  });

  it.each([
    ["    integration, // moves\n", "    integration, // moves\n    energy,\n"],
    ["    integration, /* moves */\n", "    integration, /* moves */\n    energy,\n"],
    ["    integration // moves\n", "    integration, // moves\n    energy\n"],
    ["    integration,\n    // the end\n", "    integration,\n    energy,\n    // the end\n"],
  ])("leaves comments with their members: %j", (members, expected) => {
    const [head = "", tail = ""] = index.split("{ impulses, integration }");
    const before = `${head}{\n    impulses,\n${members}  }${tail}`;
    const files = scaffold({ "systems/euler/index.ts": before }, { target: "euler", features: ["energy"] });
    const text = textOf(files, "systems/euler/index.ts");
    expect(text).toContain(`{\n    impulses,\n${expected}  }`);
    expectKept(before, text);
  });

  it.each<[string, (text: string) => string]>([
    ["comments everywhere", (text) => `// first\n${text.replace("{\n", "{ // why\n")}\n/* last */\n`],
    [
      "another formatting",
      (text) => text.replaceAll("  ", "\t").replace("(position", "(\n\t\tposition").replace("): void", ",\n): void"),
    ],
    ["no semicolons", (text) => text.replaceAll(";\n", "\n")],
    ["single quotes", (text) => text.replaceAll('"', "'")],
    ["line ends of another platform", (text) => text.replaceAll("\n", "\r\n")],
    ["a byte order mark", (text) => `\uFEFF${text}`],
    ["no line end at the end", (text) => text.trimEnd()],
    ["trailing spaces", (text) => text.replaceAll("\n", "  \n")],
    ["a string that looks like code", (text) => `${text}\nconst text = "export function slow() {}";\n`],
    ["imports between code", (text) => `${text}\nimport type { Pinned } from "../../schema/motion.js";\n`],
  ])("keeps %s byte for byte", (_what, change) => {
    const before = change(half);
    const [file] = scaffold({ "systems/euler/integration.ts": before }, { target: "euler" });
    const after = file?.text ?? "";
    expect(after).toContain("export function slow(velocity: Velocity): void {");
    expectKept(before, after);
    if (before.includes("\r\n")) expect(after.replaceAll("\r\n", "")).not.toContain("\n");
    expect(after.startsWith("\uFEFF")).toBe(before.startsWith("\uFEFF"));
    const again = { ...motionFiles, "systems/euler/integration.ts": after };
    expect(scaffold(again, { target: "euler" })).toEqual([]);
  });

  it("keeps any text that it can be added to", () => {
    const piece = fc.constantFrom(
      "// a comment\n",
      "/* another\n   one */\n",
      "const a = 1;\n",
      "\n\n",
      "\r\n",
      'export const text = `a ${"b"} c`;\n',
      "type T = { readonly a: 1 };\n",
      'import { f32 } from "ecsgen/schema";\n',
      "export { a };\n",
      "class A<T> { #b = (c: T) => c; }\n",
      "const r = /[{}]/g;\n",
    );
    fc.assert(
      fc.property(fc.uniqueArray(piece, { maxLength: 6 }), fc.uniqueArray(piece, { maxLength: 4 }), (above, below) => {
        const before = [...above, half, ...below.filter((text) => !above.includes(text))].join("");
        const [file] = scaffold({ "systems/euler/integration.ts": before }, { target: "euler" });
        expectKept(before, file?.text ?? "");
      }),
      { numRuns: 50 },
    );
  });

  it.each<[string, Files]>([
    [
      "a function that is there and not exported",
      { "systems/euler/integration.ts": `${half}function slow(): void {}\n` },
    ],
    [
      "a name that is something else",
      { "systems/euler/integration.ts": 'import type { Pinned as Velocity } from "../../schema/motion.js";\n' },
    ],
    ["a file with a syntax error", { "systems/euler/integration.ts": `${half}export function (\n` }],
  ])("refuses %s, with a help", (_what, files) => {
    expect(() => scaffold(files, { target: "euler" })).toThrow(
      expect.objectContaining({ name: "ScaffoldError", help: expect.stringMatching(/./) }),
    );
  });

  it("completes an object of functions where it stands", () => {
    const files = {
      "systems/euler/index.ts": `import { systemModule } from "ecsgen/schema";
import { motion } from "../../schema/motion.js";
import { integrate } from "./integration.js";

export default systemModule({
  core: motion,
  provides: {
    integration: { integrate },
  },
});
`,
      "systems/euler/integration.ts": half,
    };
    const changed = scaffold(files, { target: "euler" });
    expect(textOf(changed, "systems/euler/index.ts")).toContain("integration: { integrate, slow },");
    expect(textOf(changed, "systems/euler/index.ts")).toMatch(
      /import \{ integrate, slow \} from "\.\/integration\.js";/,
    );
    expect(textOf(changed, "systems/euler/integration.ts")).toContain("export function slow(");
  });
});
