import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** A project in a temporary folder of its own. */
export interface DiskProject {
  readonly root: string;
  write(path: string, text: string): void;
  remove(): void;
}

/** Writes files into a new temporary folder. */
export function diskProject(files: Readonly<Record<string, string>>): DiskProject {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "ecsgen-test-")));
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  for (const [path, text] of Object.entries(files)) write(path, text);
  return { root, write, remove: () => rmSync(root, { recursive: true, force: true }) };
}
