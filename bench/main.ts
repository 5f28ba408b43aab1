import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { measureCodegen } from "./codegen/suite.js";
import { installNode, thisNode, type InstalledNode } from "./harness/node.js";
import type { Row } from "./harness/row.js";
import { printTable } from "./harness/table.js";
import { parseOptions, usage, type Options } from "./options.js";
import { measurePeers } from "./peers/suite.js";
import { measureStatistics } from "./runtime/statistics/suite.js";
import { measureRuntime } from "./runtime/suite.js";

process.exitCode = await main(process.argv.slice(2));

/** Gives back the exit code: 0, 1 for wrong results, 2 for misuse. */
async function main(given: readonly string[]): Promise<number> {
  const options = optionsOf(given);
  if (options === undefined) return 2;
  if (options.help) {
    process.stdout.write(usage);
    return 0;
  }
  const node = nodeOf(options);
  if (node === undefined) return 2;
  try {
    return await measure(options, node);
  } finally {
    node.remove();
  }
}

async function measure(options: Options, node: InstalledNode): Promise<number> {
  const progress = (row: Row): void => void process.stderr.write(`  ${row.name}: ${row.subject}\n`);
  const codegen = await measureCodegen(options.quick, options.wanted, progress);
  const runtime = await measureRuntime(options, node.executable, progress);
  const statistics = measureStatistics(options, node.executable, progress);
  const peers = await measurePeers(options, node.executable, progress);
  report([...codegen.rows, ...runtime.rows, ...statistics.rows, ...peers.rows], options, node);
  const wrong = [...codegen.wrong, ...runtime.wrong, ...statistics.wrong, ...peers.wrong];
  for (const sentence of wrong) process.stderr.write(`wrong result: ${sentence}\n`);
  return wrong.length > 0 ? 1 : 0;
}

function optionsOf(given: readonly string[]): Options | undefined {
  try {
    return parseOptions(given);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
    return undefined;
  }
}

function nodeOf({ node }: Options): InstalledNode | undefined {
  try {
    return node === undefined ? thisNode : installNode(node);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return undefined;
  }
}

function report(rows: readonly Row[], { json }: Options, node: InstalledNode): void {
  if (rows.length === 0) process.stderr.write("nothing is called like that\n");
  process.stdout.write(printTable(rows));
  if (json === undefined) return;
  const machine = { node: node.version, processors: cpus().length, platform: process.platform };
  writeFileSync(json, `${JSON.stringify({ machine, rows }, undefined, 2)}\n`);
}
