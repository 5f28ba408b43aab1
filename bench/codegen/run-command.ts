import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { repository } from "./repository.js";

/** What a whole process took, in milliseconds. */
export interface Cost {
  readonly wall: number;
  /** Of all its threads, in user and kernel mode. */
  readonly cpu: number;
}

const commandLine = join(repository, "dist/ecsgen/main.js");
const clock = fileURLToPath(new URL("report-cpu.js", import.meta.url));

/**
 * Runs the built `ecsgen` in a project. Throws when it does not end with 0. Certificates that a network wants are left out: Node
 * reads them at every start, for a tenth of a second, and nobody asks for them here.
 */
export function runCommand(root: string, ...parameters: readonly string[]): Cost {
  const report = join(tmpdir(), `ecsgen-bench-${process.pid}-cpu`);
  const start = performance.now();
  const { status, stderr, stdout } = spawnSync(process.execPath, ["--import", clock, commandLine, ...parameters], {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, NODE_EXTRA_CA_CERTS: undefined, ECSGEN_BENCH_CPU: report },
  });
  const wall = performance.now() - start;
  if (status !== 0) throw new Error(`\`ecsgen ${parameters.join(" ")}\` ended with ${status}:\n${stdout}${stderr}`);
  const cpu = Number(readFileSync(report, "utf8"));
  rmSync(report);
  return { wall, cpu };
}
