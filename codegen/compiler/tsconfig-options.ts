import { dirname } from "node:path";
import { loadTypeScript } from "./load-typescript.js";

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
 * Reads a tsconfig.json as the TypeScript of that major version does; a text says why it cannot be read.
 * Since TypeScript 6, what is not said is strict and modern.
 */
export function readTsconfigOptions(path: string, typescript: number): TsconfigOptions | string {
  const ts = loadTypeScript();
  const { config, error } = ts.readConfigFile(path, (file) => ts.sys.readFile(file));
  if (error !== undefined) return ts.flattenDiagnosticMessageText(error.messageText, ": ");
  const { options, errors } = ts.parseJsonConfigFileContent(config, ts.sys, dirname(path));
  // That there are no files is no error here: a project of references has none.
  const broken = errors.find(({ code }) => code !== noFiles && code !== emptyFiles);
  if (broken !== undefined) return ts.flattenDiagnosticMessageText(broken.messageText, ": ");
  const modern = typescript >= 6;
  const resolution = options.moduleResolution ?? resolutionOf(options.module);
  return {
    strict: options.strict ?? modern,
    readsExports: resolution === undefined ? modern : resolution >= ts.ModuleResolutionKind.Node16,
    modernTarget: options.target === undefined ? modern : options.target >= ts.ScriptTarget.ES2022,
    modernLib: options.lib === undefined || options.lib.some((name) => /\.es(?:202[2-9]|20[3-9]\d|next)\b/.test(name)),
    nodeModules:
      options.module !== undefined &&
      options.module >= ts.ModuleKind.Node16 &&
      options.module !== ts.ModuleKind.Preserve,
    verbatim: options.verbatimModuleSyntax === true,
    loosened: (["strictNullChecks", "strictFunctionTypes"] as const).filter((name) => options[name] === false),
  };

  /** The module resolution that follows from `module`. */
  function resolutionOf(module: number | undefined): number | undefined {
    if (module === undefined) return undefined;
    if (module === ts.ModuleKind.Preserve) return ts.ModuleResolutionKind.Bundler;
    return module >= ts.ModuleKind.Node16 ? ts.ModuleResolutionKind.NodeNext : undefined;
  }
}

/** TypeScript's numbers for "no inputs were found" and "the `files` list is empty". */
const noFiles = 18003;
const emptyFiles = 18002;
