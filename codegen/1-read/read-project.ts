import type { ParseCache } from "../compiler/parse-cache.js";
import type { SourceSyntax } from "../compiler/syntax.js";
import { makeReporter } from "../diagnostics/collector.js";
import type { Diagnostic, Reporter } from "../diagnostics/diagnostic.js";
import type { Program } from "../model/program.js";
import type { RawBundle, RawCore, RawDeclaration, RawProject } from "../model/raw.js";
import {
  collectFiles,
  configurationFile,
  fileFacts,
  reportFiles,
  reportMissingConfiguration,
  type ProjectRoles,
} from "./collect-files.js";
import { openFiles, type ProjectFiles } from "./project-files.js";
import {
  readApp,
  readConfiguration,
  readLibrary,
  readProjectOptions,
  type Configuration,
  type ProjectOptions,
} from "./read-configuration.js";
import { readBundles } from "./read-bundles.js";
import { readCores } from "./read-cores.js";
import { readDeclarations } from "./read-declarations.js";
import type { ReadHost } from "./read-host.js";
import { openProgram } from "./read-program.js";
import { readSystemModules } from "./read-system-modules.js";
import type { Views } from "./read-views.js";
import { startReading, type Reading } from "./reading.js";

/** What a project says, and what of it could not be read. */
export interface ReadResult {
  readonly raw: RawProject;
  readonly diagnostics: readonly Diagnostic[];
  /** The code around the schemas. */
  readonly program: Program;
}

/** Reads a project from its root folder (absolute, with `/`). Never throws for what an author wrote. */
export function readProject(root: string, host: ReadHost): ReadResult {
  const cache: ParseCache = host.parsed ?? new Map();
  const first = readOutputFolder(root, host, cache);
  const reporter = makeReporter();
  const files = openFiles(root, host, first.output, cache, reporter);
  const roles = collectFiles(files, first, reporter);
  const schemas = sourcesOf(files, roles, (role) => role === "schema" || role === "package");
  const reading = startReading(files, schemas, reporter);
  const configuration = openConfiguration(reading);
  reportFiles(files, roles, reporter);
  const raw = readAll(reading, roles, configuration, readProjectOptions(reading, configuration));
  return { raw, diagnostics: reporter.diagnostics, program: openProgram(root, host, roles, first.output) };
}

/** A first look at the configuration, since the folder of generated files decides which files are read. */
function readOutputFolder(root: string, host: ReadHost, cache: ParseCache): ProjectOptions {
  const silent: Reporter = { report: () => undefined };
  const reading = startReading(openFiles(root, host, "generated", cache, silent), [], silent);
  const source = reading.files.source(configurationFile);
  return readProjectOptions(reading, source && readConfiguration(reading, source));
}

function openConfiguration(reading: Reading): Configuration | undefined {
  const source = reading.files.source(configurationFile);
  if (source !== undefined) return readConfiguration(reading, source);
  if (!reading.files.unreadable.has(configurationFile)) reportMissingConfiguration(reading.reporter);
  return undefined;
}

function sourcesOf(files: ProjectFiles, roles: ProjectRoles, counts: (role: string) => boolean): SourceSyntax[] {
  return [...roles].flatMap(([path, role]) => {
    const source = counts(role) ? files.source(path) : undefined;
    return source === undefined ? [] : [source];
  });
}

function readAll(
  reading: Reading,
  roles: ProjectRoles,
  configuration: Configuration | undefined,
  { output }: ProjectOptions,
): RawProject {
  const sources = sourcesOf(reading.files, roles, () => true);
  const views: Views = new Map();
  const declarations = sources.flatMap((source) => readDeclarations(reading, source));
  const bundles = sources.flatMap((source) => readBundles(reading, source));
  const cores = sources.flatMap((source) => readCores(reading, source, views));
  reportStrays(reading, roles, [...declarations, ...bundles, ...cores]);
  return {
    app: configuration?.kind === "app" ? readApp(reading, configuration, output) : undefined,
    library: configuration?.kind === "library" ? readLibrary(reading, configuration, output) : undefined,
    declarations,
    bundles,
    views: [...views.values()].sort(
      (a, b) => compare(a.symbol.file, b.symbol.file) || compare(a.symbol.name, b.symbol.name),
    ),
    cores,
    systemModules: sources.flatMap((source) => readSystemModules(reading, source)),
    files: fileFacts(reading.files, roles),
  };
}

/** Declarations and cores live in schemas, so that system modules import data and never each other. */
function reportStrays(
  { reporter }: Reading,
  roles: ProjectRoles,
  declared: readonly (RawDeclaration | RawBundle | RawCore)[],
): void {
  for (const { place, symbol } of declared) {
    const role = roles.get(place.file);
    if (role !== "system" && role !== "config") continue;
    reporter.report("ECS1022", place, `\`${symbol.name}\` is declared outside the schemas`, {
      why: [`\`${place.file}\` is not among the schema files.`],
      help: "move it to `schema.ts` or into `schema/`, or name its file in `schemas` of the configuration",
    });
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
