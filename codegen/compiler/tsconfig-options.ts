import { dirname } from "node:path";
import { loadTypeScript } from "./load-typescript.js";

/** What of a tsconfig.json matters to schemas and generated code, with everything it extends. */
export interface TsconfigOptions {
  readonly strict: boolean;
  /** Modules are found through the `exports` of packages. */
  readonly readsExports: boolean;
  /** ES2022 or newer. */
  readonly modernTarget: boolean;
  /** How many files it covers, and how many of them have a manifest's folder name in their path. */
  readonly files: number;
  readonly generatedFiles: number;
}

/** Reads a tsconfig.json; a text says why it cannot be read. */
export function readTsconfigOptions(path: string): TsconfigOptions | string {
  const ts = loadTypeScript();
  const { config, error } = ts.readConfigFile(path, (file) => ts.sys.readFile(file));
  if (error !== undefined) return ts.flattenDiagnosticMessageText(error.messageText, ": ");
  const { options, fileNames, errors } = ts.parseJsonConfigFileContent(config, ts.sys, dirname(path));
  // That there are no files is no error here: a project of references has none.
  const broken = errors.find(({ code }) => code !== noFiles && code !== emptyFiles);
  if (broken !== undefined) return ts.flattenDiagnosticMessageText(broken.messageText, ": ");
  const resolution = options.moduleResolution ?? resolutionOf(options.module);
  return {
    strict: options.strict === true,
    readsExports: resolution !== undefined && resolution >= ts.ModuleResolutionKind.Node16,
    modernTarget: (options.target ?? ts.ScriptTarget.ES5) >= ts.ScriptTarget.ES2022,
    files: fileNames.length,
    generatedFiles: fileNames.filter((file) => /\/generated\//.test(file)).length,
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
