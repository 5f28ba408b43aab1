import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { relative, resolve } from "node:path";
import { makeReporter } from "../diagnostics/collector.js";
import type { Diagnostic, Reporter } from "../diagnostics/diagnostic.js";
import { findTsconfig } from "./find-upwards.js";
import { findTypeScript, parseTscOutput, type TscFinding } from "./tsc.js";

/** What `tsc` says of the project at an absolute root, with the options that it finds there or above. Never throws. */
export async function checkTypes(root: string): Promise<Diagnostic[]> {
  const reporter = makeReporter();
  const found = findTsconfig(root);
  const shown = found === undefined ? "tsconfig.json" : shownIn(root, found);
  try {
    if (found === undefined)
      throw new Error("there is no `tsconfig.json` in the project's root, nor in a folder above");
    const run = await runTsc(root, argumentsFor(found));
    const findings = parseTscOutput(run.output);
    for (const finding of findings)
      reportFinding(finding.file === "" ? shown : shownIn(root, finding.file), finding, reporter);
    if (findings.length === 0 && run.failed) reportFailure(shown, run.output, reporter);
  } catch (error) {
    reportFailure(shown, error instanceof Error ? error.message : String(error), reporter);
  }
  return [...reporter.diagnostics];
}

/** A project made of projects is checked in build mode, which alone looks into all of them. */
function argumentsFor(tsconfig: string): string[] {
  const text = readFileSync(tsconfig, "utf8");
  const common = ["--noEmit", "--pretty", "false"];
  return /"references"\s*:\s*\[\s*[^\s\]]/.test(text) ? ["-b", tsconfig, ...common] : ["-p", tsconfig, ...common];
}

function shownIn(root: string, file: string): string {
  return relative(root, resolve(root, file)).replaceAll("\\", "/");
}

function runTsc(root: string, options: readonly string[]): Promise<{ failed: boolean; output: string }> {
  return new Promise((resolved, rejected) => {
    const command = [findTypeScript(root).tsc, ...options];
    execFile(process.execPath, command, { cwd: root, maxBuffer: 1 << 28 }, (error, stdout, stderr) => {
      if (error !== null && typeof error.code !== "number") rejected(error);
      else resolved({ failed: error !== null, output: `${stdout}${stderr}` });
    });
  });
}

function reportFinding(file: string, { line, column, code, message }: TscFinding, reporter: Reporter): void {
  const [first = "", ...more] = message.split(/\r?\n/);
  reporter.report("ECS5010", { file, line, column, length: 0 }, `${code}: ${withoutStop(first)}`, {
    why: more.map((text) => text.trim()),
  });
}

function reportFailure(file: string, reason: string, reporter: Reporter): void {
  const [first = "it gave no reason"] = reason.trim().split("\n");
  reporter.report("ECS5011", { file, line: 1, column: 1, length: 0 }, "TypeScript could not be run over the project", {
    why: [withoutStop(first)],
    help: "give the project a `tsconfig.json` that names its files",
  });
}

function withoutStop(text: string): string {
  return text.replace(/\.$/, "");
}
