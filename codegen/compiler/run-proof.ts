// Asks `tsc` which functions fit their Views, through one file that needs each fit on a line of its own.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve } from "node:path";
import { explainMismatch, mismatchedParameter } from "./explain-mismatch.js";
import { findTsconfig } from "./find-upwards.js";
import { packageFolder, runsFromSource } from "./package-folder.js";
import { findTypeScript, isAtLeast, parseTscOutput, type TscFinding, type Version } from "./tsc.js";
import type { Answer, No, Question } from "./type-question.js";
import type { SymbolRef } from "../model/symbol.js";

/** An ES module wherever it stands: above a cache there may be no package.json that says so. */
const proofFile = "proof.mts";

/** Asks all questions in one run; never throws. */
export function runProof(root: string, questions: readonly Question[]): Answer[] {
  try {
    return askCompiler(root, questions);
  } catch (error) {
    const text = `TypeScript could not be asked: ${error instanceof Error ? error.message : String(error)}`;
    return questions.map(() => ({ ok: false, text }));
  }
}

function askCompiler(root: string, questions: readonly Question[]): Answer[] {
  const { tsc, version } = findTypeScript(resolve(root));
  const folder = makeFolder(root);
  try {
    const lines = proofLines(root, folder, questions);
    writeFileSync(join(folder, proofFile), lines.join("\n"));
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(configurationFor(root, folder, version)));
    const run = spawnSync(process.execPath, [tsc, "-p", folder, "--pretty", "false"], {
      cwd: folder,
      encoding: "utf8",
      maxBuffer: 1 << 28,
    });
    if (run.error !== undefined) throw run.error;
    const found = inRoot(root, folder, parseTscOutput(run.stdout));
    return answersOf(found, questions, lines.length, `${run.stdout}${run.stderr}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A folder of this run's own: in the cache of the nearest `node_modules`, or among temporary files. */
function makeFolder(root: string): string {
  for (let at = resolve(root); ; at = dirname(at)) {
    if (existsSync(join(at, "node_modules"))) {
      try {
        const cache = join(at, "node_modules", ".cache", "ecsgen");
        mkdirSync(cache, { recursive: true });
        removeLeftProofs(cache);
        return mkdtempSync(join(cache, "proof-"));
      } catch {
        break;
      }
    }
    if (dirname(at) === at) break;
  }
  return mkdtempSync(join(tmpdir(), "ecsgen-proof-"));
}

/** After this many milliseconds nobody is at work in a folder any more: it was left by a run that was killed. */
const longestProof = 600_000;

function removeLeftProofs(cache: string): void {
  for (const name of readdirSync(cache).filter((entry) => entry.startsWith("proof-"))) {
    const folder = join(cache, name);
    const { mtimeMs } = statSync(folder, { throwIfNoEntry: false }) ?? { mtimeMs: Infinity };
    if (mtimeMs + longestProof < Date.now()) rmSync(folder, { recursive: true, force: true });
  }
}

/** Each question is one line with all it needs, so that every finding about it carries its number. */
function proofLines(root: string, folder: string, questions: readonly Question[]): string[] {
  const path = (file: string): string => JSON.stringify(importPath(root, folder, file));
  const imported = ({ file, name }: SymbolRef, as: string): string =>
    `import type { ${name} as ${as} } from ${path(file)};`;
  return [
    ...questions.map(({ implementation, view, expected }, index) =>
      [
        imported(implementation, `f${index}`),
        imported(view, `V${index}`),
        `export const p${index}: Plain<V${index}[${JSON.stringify(expected.name)}]> = given<typeof f${index}>();`,
      ].join(" "),
    ),
    "type Plain<F> = F extends (...parameters: infer P) => infer R ? (...parameters: P) => R : F;",
    "declare function given<T>(): T;",
    // Fails whenever types are checked at all: without it, a run that ended early would look like a proof.
    'export const alarm: "ecsgen" = 0;',
  ];
}

function importPath(root: string, folder: string, file: string): string {
  if (!/\.[cm]?tsx?$/.test(file)) return file;
  return relative(folder, resolve(root, file)).replaceAll("\\", "/");
}

/** The project's options, without those that are about output. */
function configurationFor(root: string, folder: string, typescript: Version): object {
  const found = findTsconfig(resolve(root));
  return {
    ...(found === undefined ? {} : { extends: found }),
    compilerOptions: {
      ...(found !== undefined ? {} : { target: "es2022", module: "esnext", moduleResolution: "bundler", types: [] }),
      ...vocabularyPaths(root, folder),
      strict: true,
      strictNullChecks: true,
      strictFunctionTypes: true,
      noEmit: true,
      allowImportingTsExtensions: true,
      skipLibCheck: true,
      composite: false,
      incremental: false,
      declaration: false,
      declarationMap: false,
      emitDeclarationOnly: false,
      ...(isAtLeast(typescript, [5, 5]) ? { isolatedDeclarations: false } : {}),
      noUnusedLocals: false,
      noUnusedParameters: false,
      rootDir: null,
      outDir: null,
      tsBuildInfoFile: null,
    },
    files: [proofFile],
    include: [],
    references: [],
  };
}

/** Where the project cannot find `ecsgen` by itself, it is shown the types of the one that runs. */
function vocabularyPaths(root: string, folder: string): object {
  if (hasVocabulary(root)) return {};
  const entry = (name: string): string[] => {
    const file = runsFromSource ? `${name}/index.ts` : `dist/${name}/index.d.ts`;
    return [`./${relative(folder, join(packageFolder(), file)).replaceAll("\\", "/")}`];
  };
  return { paths: { "ecsgen/schema": entry("schema"), "ecsgen/runtime": entry("runtime") } };
}

function hasVocabulary(root: string): boolean {
  for (let at = resolve(root); ; at = dirname(at)) {
    const home = join(at, "node_modules", "ecsgen");
    if (existsSync(join(home, "package.json"))) return existsSync(join(home, "dist", "schema", "index.d.ts"));
    if (dirname(at) === at) return false;
  }
}

/** Findings with their files as the project calls them; the proof keeps its own name. */
function inRoot(root: string, folder: string, findings: readonly TscFinding[]): TscFinding[] {
  return findings.map((finding) => {
    const path = relative(resolve(root), resolve(folder, finding.file)).replaceAll("\\", "/");
    return path.endsWith(`/${proofFile}`) ? finding : { ...finding, file: path };
  });
}

/** TypeScript takes a name that it cannot find for any type, so that everything would fit. */
function lostName({ implementation, signature }: Question, findings: readonly TscFinding[]): string | undefined {
  const types = [...signature.parameters.map(({ type }) => type), signature.returns];
  const names = new Set(types.flatMap((type) => type?.names ?? []).map(({ name }) => name.split(".")[0]));
  return findings
    .filter(({ file }) => file === implementation.file)
    .map(({ message }) => /^Cannot find (?:name|namespace) '(\w+)'/.exec(message)?.[1])
    .find((name) => name !== undefined && names.has(name));
}

function answersOf(
  findings: readonly TscFinding[],
  questions: readonly Question[],
  alarmLine: number,
  output: string,
): Answer[] {
  const ours = findings.filter(({ file }) => file === proofFile || file.endsWith(`/${proofFile}`));
  if (!ours.some(({ line }) => line === alarmLine)) {
    const [first = "no output"] = output.trim().split("\n");
    throw new Error(`it ended before checking types: ${first.replace(/\.$/, "")}`);
  }
  return questions.map((question, index) => {
    const lost = lostName(question, findings);
    if (lost !== undefined) return { ok: false, text: `nothing is called \`${lost}\``, ...parameterOf(lost, question) };
    const about = ours.filter(({ line }) => line === index + 1);
    // A name that is not found makes everything about it fit, so it comes first.
    const finding = about.find(({ code }) => code !== "TS2322") ?? about[0];
    if (finding === undefined) return { ok: true };
    return {
      ok: false,
      text: explainMismatch(finding.message),
      ...mismatchedParameter(finding.message, question.signature),
    };
  });
}

/** The parameter whose type names what is not there. */
function parameterOf(lost: string, { signature }: Question): Pick<No, "parameter"> {
  const parameter = signature.parameters.findIndex(({ type }) =>
    (type?.names ?? []).some(({ name }) => name.split(".")[0] === lost),
  );
  return parameter < 0 ? {} : { parameter };
}
