import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { DiskProject } from "./disk-project.js";

const root = fileURLToPath(new URL("../../..", import.meta.url));

const configuration = {
  compilerOptions: {
    target: "es2022",
    lib: ["es2022"],
    module: "nodenext",
    types: [],
    strict: true,
    noUnusedLocals: true,
    exactOptionalPropertyTypes: true,
    verbatimModuleSyntax: true,
    isolatedModules: true,
    erasableSyntaxOnly: true,
    skipLibCheck: true,
    noEmit: true,
    paths: {
      "ecsgen/schema": [join(root, "schema/index.ts")],
      "ecsgen/runtime": [join(root, "runtime/index.ts")],
      "ecsgen/zod": [join(root, "schema/zod.ts")],
    },
  },
  include: ["**/*.ts"],
};

/** What plain `tsc` says of a project, an entry for each error: `generated/binding.ts(3,8): error TS2305: …`. */
export function compile(project: DiskProject, manifest = '{ "type": "module", "private": true }\n'): string[] {
  project.write("package.json", manifest);
  project.write("tsconfig.json", JSON.stringify(configuration));
  const tsc = join(root, "node_modules/typescript/bin/tsc");
  const options = { encoding: "utf8", cwd: project.root } as const;
  const { stdout } = spawnSync(process.execPath, [tsc, "-p", ".", "--pretty", "false"], options);
  return stdout.split(/\n(?=\S)/).filter((entry) => entry.trim() !== "");
}
