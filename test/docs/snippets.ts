import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** A fenced block of a document: its language, its text, and the file that its first line names. */
export interface Snippet {
  readonly language: string;
  readonly text: string;
  readonly path: string | undefined;
}

/** All fenced blocks of a document of the repository. */
export function snippetsOf(document: string): Snippet[] {
  const text = readFileSync(join(root, document), "utf8");
  return [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, language = "", body = ""]) => ({
    language,
    text: body,
    path: /^\/\/ ([\w./-]+\.ts)\n/.exec(body)?.[1],
  }));
}

/**
 * Makes a project in a new folder out of a document: its TypeScript blocks as files, over the companion files in
 * `test/cases/docs/<document>` that it leaves to the reader's imagination. A block that names no file becomes
 * `snippet-<n>.ts`. Returns the folder.
 */
export function projectOf(document: string): string {
  const folder = mkdtempSync(join(tmpdir(), "ecsgen-docs-"));
  const companions = join(root, "test/cases/docs", basename(document, ".md"));
  if (existsSync(companions)) cpSync(companions, folder, { recursive: true });
  snippetsOf(document)
    .filter((snippet) => snippet.language === "ts")
    .forEach((snippet, index) => {
      const path = join(folder, snippet.path ?? `snippet-${index}.ts`);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, snippet.text);
    });
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  writeFileSync(join(folder, "package.json"), '{ "type": "module", "private": true }\n');
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(configuration, undefined, 2));
  return folder;
}

const configuration = {
  compilerOptions: {
    target: "es2022",
    lib: ["es2022", "dom"],
    module: "nodenext",
    strict: true,
    exactOptionalPropertyTypes: true,
    verbatimModuleSyntax: true,
    erasableSyntaxOnly: true,
    skipLibCheck: true,
    noEmit: true,
    types: [],
    paths: {
      "ecsgen/schema": [join(root, "schema/index.ts")],
      "ecsgen/runtime": [join(root, "runtime/index.ts")],
      "ecsgen/ecs": [join(root, "schema/ecs/index.ts")],
      "ecsgen/systems/ecs": [join(root, "systems/ecs/index.ts")],
      "ecsgen/systems/ecs/*": [join(root, "systems/ecs/*.ts")],
      "ecsgen/node": [join(root, "dist/node/index.d.ts")],
      "ecsgen/zod": [join(root, "schema/zod.ts")],
      ecsgen: [join(root, "dist/codegen/index.d.ts")],
    },
  },
  include: ["**/*.ts"],
};
