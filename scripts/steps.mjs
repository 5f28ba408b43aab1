// The steps that the two commands share. Only Node itself is used: nothing is installed yet when they start.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const oldestNode = [20, 19];

/**
 * Runs one step, and ends the process with the step's exit code when it fails.
 * @param {string} title
 * @param {string} command
 * @param {readonly string[]} parameters
 */
export function step(title, command, parameters) {
  process.stderr.write(`> ${title}\n`);
  const npm = command === "npm" && process.platform === "win32";
  const { status, error } = spawnSync(command, parameters, { cwd: root, stdio: "inherit", shell: npm });
  if (error !== undefined) process.stderr.write(`\`${command}\` could not be started: ${error.message}\n`);
  if (status !== 0) {
    process.stderr.write(`failed: ${title}\n`);
    process.exit(status ?? 1);
  }
}

/**
 * Runs a program of an installed package with this Node.
 * @param {string} title
 * @param {string} file path below `node_modules`
 * @param {readonly string[]} parameters
 */
export function tool(title, file, parameters) {
  step(title, process.execPath, [`node_modules/${file}`, ...parameters]);
}

/**
 * Runs our own command line, which must be built.
 * @param {string} title
 * @param {readonly string[]} parameters
 */
export function ecsgen(title, parameters) {
  step(title, process.execPath, ["dist/ecsgen/main.js", ...parameters]);
}

/** Installs the packages when there are none, or when the lock file has changed since. */
export function install() {
  requireNode();
  const lock = createHash("sha256")
    .update(readFileSync(new URL("../package-lock.json", import.meta.url)))
    .digest("hex");
  const stamp = new URL("../node_modules/.installed-lock", import.meta.url);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock) return;
  step("install packages", "npm", ["ci", "--no-audit", "--no-fund"]);
  writeFileSync(stamp, lock);
}

/** Compiles the package itself, what has changed only, and joins the compiler's files. */
export function build() {
  tool("build ecsgen", "typescript/bin/tsc", ["-b"]);
  step("join the files of the compiler", process.execPath, ["scripts/join-compiler.mjs"]);
}

/** Generates the worlds of the benchmarks, and compiles the benchmarks. */
export function buildBenchmarks() {
  for (const world of ["bench/runtime/world", "bench/runtime/crowd", "bench/peers/world"]) {
    ecsgen(`generate ${world}`, ["generate", "--root", world]);
  }
  tool("build the benchmarks", "typescript/bin/tsc", ["-b", "bench"]);
}

/**
 * Installs the libraries that we are measured against, in a place of their own, and compiles what uses them. The output
 * finds them through a link, since it lies elsewhere.
 */
export function buildPeers() {
  step("install the peers", "npm", ["ci", "--no-audit", "--no-fund", "--prefix", "bench/peers/packages"]);
  tool("build what uses the peers", "typescript/bin/tsc", ["-b", "bench/peers/packages"]);
  const link = new URL("../dist/bench/peers/packages/node_modules", import.meta.url);
  rmSync(link, { force: true });
  symlinkSync(fileURLToPath(new URL("../bench/peers/packages/node_modules", import.meta.url)), link, "junction");
}

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = oldestNode;
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return;
  process.stderr.write(`ecsgen needs Node ${oldestNode.join(".")} or newer; this is ${process.versions.node}\n`);
  process.exit(2);
}
