import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { makeReporter } from "../diagnostics/collector.js";
import type { Diagnostic, Reporter } from "../diagnostics/diagnostic.js";
import { findTsc, parseTscOutput, type TscFinding } from "./native-tsc.js";

const configuration = "tsconfig.json";

/** What `tsc` says of the project at an absolute root, with the project's own options. Never throws. */
export async function checkTypes(root: string): Promise<Diagnostic[]> {
  const reporter = makeReporter();
  try {
    const run = await runTsc(root, argumentsFor(root));
    const findings = parseTscOutput(run.output);
    for (const finding of findings) reportFinding(root, finding, reporter);
    if (findings.length === 0 && run.failed) reportFailure(run.output, reporter);
  } catch (error) {
    reportFailure(error instanceof Error ? error.message : String(error), reporter);
  }
  return [...reporter.diagnostics];
}

/** A project made of projects is checked in build mode, which alone looks into all of them. */
function argumentsFor(root: string): string[] {
  if (!existsSync(join(root, configuration))) throw new Error("there is no `tsconfig.json` in the project's root");
  const text = readFileSync(join(root, configuration), "utf8");
  const common = ["--noEmit", "--pretty", "false"];
  return /"references"\s*:\s*\[\s*[^\s\]]/.test(text) ? ["-b", ".", ...common] : ["-p", ".", ...common];
}

function runTsc(root: string, options: readonly string[]): Promise<{ failed: boolean; output: string }> {
  return new Promise((resolved, rejected) => {
    const command = [findTsc(), ...options];
    execFile(process.execPath, command, { cwd: root, maxBuffer: 1 << 28 }, (error, stdout, stderr) => {
      if (error !== null && typeof error.code !== "number") rejected(error);
      else resolved({ failed: error !== null, output: `${stdout}${stderr}` });
    });
  });
}

function reportFinding(root: string, { file, line, column, code, message }: TscFinding, reporter: Reporter): void {
  const shown = file === "" ? configuration : relative(root, resolve(root, file)).replaceAll("\\", "/");
  const [first = "", ...more] = message.split(/\r?\n/);
  reporter.report("ECS5010", { file: shown, line, column, length: 0 }, `${code}: ${withoutStop(first)}`, {
    why: more.map((text) => text.trim()),
  });
}

function reportFailure(reason: string, reporter: Reporter): void {
  const [first = "it gave no reason"] = reason.trim().split("\n");
  reporter.report(
    "ECS5011",
    { file: configuration, line: 1, column: 1, length: 0 },
    "TypeScript could not be run over the project",
    { why: [withoutStop(first)], help: "give the project a `tsconfig.json` that names its files" },
  );
}

function withoutStop(text: string): string {
  return text.replace(/\.$/, "");
}
