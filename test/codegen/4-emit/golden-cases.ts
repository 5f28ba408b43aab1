// The golden cases of the emitters: `test/cases/emit/<case>` is a project, its `generated/` what must be printed for it.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { diskHost } from "../../../codegen/cache/disk-host.js";
import type { ReadHost } from "../../../codegen/1-read/read-host.js";
import { manifestName, printManifest } from "../../../codegen/5-write/manifest.js";
import { textHash } from "../../../codegen/5-write/text-hash.js";
import { print, prove } from "../../../codegen/pipeline.js";

/** The folder of all cases. */
export const casesFolder = fileURLToPath(new URL("../../cases/emit", import.meta.url));

/** The names of all cases. */
export const caseNames = readdirSync(casesFolder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();

const output = "generated";

/** What is printed for a project, by path relative to its `generated/`, the manifest included. */
export function printProject(root: string, host: ReadHost = diskHost()): Map<string, string> {
  const { checked, diagnostics } = prove(root, host);
  if (checked === undefined) throw new Error(`the project has errors: ${JSON.stringify(diagnostics, undefined, 2)}`);
  const texts = new Map(print(checked).map(({ path, text }) => [path.slice(`${output}/`.length), text]));
  return texts.set(manifestName, printManifest(new Map([...texts].map(([path, text]) => [path, textHash(text)]))));
}

/** The golden files of a case, by path relative to its `generated/`. */
export function goldenFiles(name: string): Map<string, string> {
  const folder = join(casesFolder, name, output);
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path, "utf8")]));
}

/** Replaces the golden files of a case. */
export function writeGolden(name: string, texts: ReadonlyMap<string, string>): void {
  const folder = join(casesFolder, name, output);
  rmSync(folder, { recursive: true, force: true });
  for (const [path, text] of texts) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
