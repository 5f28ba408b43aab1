import { execFileSync } from "node:child_process";
import { findTypeScript, isAtLeast, parseTscOutput } from "./tsc.js";

/** What of a tsconfig.json matters to schemas and generated code, with everything it extends. */
export interface TsconfigOptions {
  readonly strict: boolean;
  /** Modules are found through the `exports` of packages. */
  readonly readsExports: boolean;
  /** ES2022 or newer. */
  readonly modernTarget: boolean;
  /** What every ES2022 program has is known to the type checker. */
  readonly modernLib: boolean;
  /** Whether a file is an ES module is decided as Node does, by the package.json above it. */
  readonly nodeModules: boolean;
  /** Imports are refused in what is no ES module. */
  readonly verbatim: boolean;
  /** Parts of `strict` that are off by themselves, of those that generated code and proofs rely on. */
  readonly loosened: readonly string[];
}

/**
 * Reads a tsconfig.json as the TypeScript of the project at an absolute root does; a text says why it cannot be read.
 * Since TypeScript 6, what is not said is strict and modern.
 */
export function readTsconfigOptions(root: string, path: string): TsconfigOptions | string {
  const { tsc, version } = findTypeScript(root);
  const broken = parseTscOutput(askTsc(tsc, path, "--listFilesOnly")).find(
    ({ file, code }) => breaking.test(code) && /(?:^|\.json)$/.test(file),
  );
  if (broken !== undefined) return (broken.message.split("\n", 1)[0] ?? "").replace(": {0}", ""); // `tsc` names no circle
  // `tsc` prints its options in one shape: names as they are documented, values in lower case.
  const { compilerOptions } = JSON.parse(askTsc(tsc, path, "--showConfig")) as Shown;
  const { strict, module, target, lib } = compilerOptions;
  const modern = isAtLeast(version, [6, 0]);
  const resolution = compilerOptions.moduleResolution ?? (module === "preserve" ? "bundler" : undefined);
  return {
    strict: strict ?? modern,
    readsExports: resolution === undefined ? modern : /^(?:node16|nodenext|bundler)$/.test(resolution),
    modernTarget: target === undefined ? modern : isModern(target),
    modernLib: lib === undefined || lib.some(isModern),
    nodeModules: module?.startsWith("node") ?? false,
    verbatim: compilerOptions.verbatimModuleSyntax === true,
    loosened: (["strictNullChecks", "strictFunctionTypes"] as const).filter((name) => compilerOptions[name] === false),
  };
}

interface Shown {
  readonly compilerOptions: {
    readonly strict?: boolean;
    readonly module?: string;
    readonly moduleResolution?: string;
    readonly target?: string;
    readonly lib?: readonly string[];
    readonly verbatimModuleSyntax?: boolean;
    readonly strictNullChecks?: boolean;
    readonly strictFunctionTypes?: boolean;
  };
}

/** `es2022` or newer, whole or a part of it, such as `es2023.array`. */
function isModern(edition: string): boolean {
  return /^es(?:202[2-9]|20[3-9]\d|next)\b/.test(edition);
}

/** Of options, not of code: syntax, a file that is not there, a circle, a wrong value; not that there are no files, since a project of references has none. */
const breaking = /^TS(?:1\d\d\d|5023|5024|5083|5092|6046|18000|18001)$/;

/** What `tsc` prints, whether or not it is content. */
function askTsc(tsc: string, project: string, question: string): string {
  try {
    return execFileSync(process.execPath, [tsc, question, "-p", project], {
      encoding: "utf8",
      stdio: "pipe",
      maxBuffer: 1 << 28,
    });
  } catch (error) {
    if (error instanceof Error && "stdout" in error && typeof error.stdout === "string") return error.stdout;
    throw error;
  }
}
