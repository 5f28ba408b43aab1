import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { packageFolder, runsFromSource } from "../compiler/package-folder.js";

/**
 * Changes with this compiler, so that a new one never trusts the result of an old one. An installed compiler changes with
 * its version only, a built one with every build. One that runs from its sources, as in tests, is looked at file by file,
 * which takes longer than all the rest of a run in which nothing has changed.
 */
export function toolFingerprint(): string {
  const home = packageFolder();
  const hash = createHash("sha256").update(`${process.version} ${import.meta.url}\n`);
  if (runsFromSource) {
    for (const path of sourcesBelow(join(home, "codegen"))) hash.update(stampOf(path));
  } else {
    hash.update(readFileSync(join(home, "package.json")));
    const built = [join(home, "dist", "codegen.tsbuildinfo"), fileURLToPath(import.meta.url)];
    for (const path of built) hash.update(stampOf(path));
  }
  return hash.digest("hex");
}

function sourcesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? sourcesBelow(path) : [path];
  });
}

function stampOf(path: string): string {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats === undefined ? "" : `${path} ${stats.size} ${stats.mtimeMs}\n`;
}
