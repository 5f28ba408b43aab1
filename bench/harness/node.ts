import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A program of Node, to measure with. */
export interface InstalledNode {
  readonly executable: string;
  /** Such as `v26.10.0`. */
  readonly version: string;
  /** Removes what was installed. */
  remove(): void;
}

/** The Node that runs this. */
export const thisNode: InstalledNode = {
  executable: process.execPath,
  version: process.version,
  remove: () => undefined,
};

/**
 * Installs a Node of the package `node` on npm into a folder of its own. `wanted` is a tag or a range of versions, such as
 * `latest` or `22`. That package only runs a script that installs another one, with the program for this machine; the
 * other one is taken directly. Throws when there is no such version, or none for this machine.
 */
export function installNode(wanted: string): InstalledNode {
  const version = npm("view", `node@${wanted}`, "version", "--json").at(-1);
  if (version === undefined) throw new Error(`npm has no Node \`${wanted}\``);
  const platform = process.platform === "win32" ? "win" : process.platform;
  const name = `node-${platform}-${process.arch}`;
  const folder = mkdtempSync(join(tmpdir(), "ecsgen-bench-node-"));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    writeFileSync(join(folder, "package.json"), `{ "private": true }\n`);
    npm("install", "--prefix", folder, "--no-audit", "--no-fund", "--json", `${name}@${version}`);
    const program = platform === "win" ? "node.exe" : "node";
    const executable = join(folder, "node_modules", name, "bin", program);
    return { executable, version: versionOf(executable), remove };
  } catch (error) {
    remove();
    throw error;
  }
}

/** What npm says: nothing, or several versions where a range was asked for, in order. */
function npm(...parameters: readonly string[]): string[] {
  const { status, stdout, stderr } = spawnSync("npm", parameters, {
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  if (status !== 0) throw new Error(`\`npm ${parameters.join(" ")}\` ended with ${status}:\n${stderr}`);
  return stdout.trim() === "" ? [] : [JSON.parse(stdout) as string | string[]].flat();
}

function versionOf(executable: string): string {
  const { status, stdout, error } = spawnSync(executable, ["--version"], { encoding: "utf8" });
  if (status !== 0) throw new Error(`the Node that was installed does not run: ${error?.message ?? status}`);
  return stdout.trim();
}
