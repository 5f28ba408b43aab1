// What a command loads decides how fast it starts: the compiler comes only when something must be parsed.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DiskProject } from "../support/disk-project.js";
import { smallProject } from "../support/small-project.js";

// The command as users start it: built by `npm run build`.
const main = fileURLToPath(new URL("../../../dist/ecsgen/main.js", import.meta.url));
/** Tells at the end which packages' files were loaded by `require`, as the compiler loads its parser. */
const spy = `data:text/javascript,${encodeURIComponent(`
  import { createRequire } from "node:module";
  import { writeSync } from "node:fs";
  const { cache } = createRequire("file:///spy.js");
  process.on("exit", () => writeSync(1, "\\n" + JSON.stringify(Object.keys(cache))));
`)}`;

let project: DiskProject;

beforeAll(() => {
  project = smallProject();
});
afterAll(() => project.remove());

function packagesLoadedBy(argv: readonly string[]): string[] {
  const output = execFileSync(process.execPath, ["--import", spy, main, ...argv], {
    cwd: project.root,
    encoding: "utf8",
  });
  const paths = JSON.parse(output.slice(output.lastIndexOf("\n") + 1)) as readonly string[];
  const names = paths.map((path) => /node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/.exec(path)?.[1] ?? path);
  return [...new Set(names)].sort();
}

describe("the compiler", () => {
  it("is loaded by a run that has to parse", () => {
    expect(packagesLoadedBy(["generate"])).toContain("oxc-parser");
  });

  it.each([[["--help"]], [["--version"]], [["explain", "ECS5001"]], [["init", "new"]], [["generate", "--help"]]])(
    "is not loaded by %s",
    (argv) => {
      expect(packagesLoadedBy(argv)).toEqual([]);
    },
  );

  it.each([[["generate"]], [["generate", "--check"]], [["generate", "--dry-run", "--format", "json"]]])(
    "is not loaded by %s when nothing has changed",
    (argv) => {
      packagesLoadedBy(["generate"]);
      expect(packagesLoadedBy(argv)).toEqual([]);
      project.write("schema.ts", `${readFileSync(join(project.root, "schema.ts"), "utf8")}\n`);
      expect(packagesLoadedBy(argv)).toContain("oxc-parser");
    },
  );
});
