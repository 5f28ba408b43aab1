import type { ParseCache } from "../compiler/parse-cache.js";
import type { SourceSyntax } from "../compiler/syntax.js";
import { makeReporter } from "../diagnostics/collector.js";
import type { Diagnostic, Reporter } from "../diagnostics/diagnostic.js";
import { recalled, Recall, type Around } from "../memo/recall.js";
import { compareText } from "../model/compare.js";
import type { Program } from "../model/program.js";
import type {
  FileRole,
  RawApp,
  RawBundle,
  RawCore,
  RawDeclaration,
  RawFile,
  RawLibrary,
  RawProject,
} from "../model/raw.js";
import {
  collectFiles,
  configurationFile,
  fileFacts,
  reportFile,
  reportMissingConfiguration,
  type ProjectRoles,
} from "./collect-files.js";
import { openFiles, type ProjectFiles } from "./project-files.js";
import {
  readApp,
  readConfiguration,
  readLibrary,
  readProjectOptions,
  type ProjectOptions,
} from "./read-configuration.js";
import { readBundles } from "./read-bundles.js";
import { readCores } from "./read-cores.js";
import { readDeclarations } from "./read-declarations.js";
import type { ReadHost } from "./read-host.js";
import { openProgram } from "./read-program.js";
import { readSystemModules } from "./read-system-modules.js";
import type { Views } from "./read-views.js";
import { questionsOf, startReading, type FileQuestions, type Reading } from "./reading.js";

/** What a project says, and what of it could not be read. */
export interface ReadResult {
  readonly raw: RawProject;
  readonly diagnostics: readonly Diagnostic[];
  /** The code around the schemas. */
  readonly program: Program;
}

/** What was read in earlier rounds of a session. */
export class ReadRecall {
  readonly files = new Recall<SourceSyntax, FileReading>();
  readonly configurations = new Recall<SourceSyntax, ConfigurationReading>();
}

/** Reads a project from its root folder (absolute, with `/`). Never throws for what an author wrote. */
export function readProject(root: string, host: ReadHost, recall?: ReadRecall): ReadResult {
  const cache: ParseCache = host.parsed ?? new Map();
  const first = readOutputFolder(root, host, cache);
  const reporter = makeReporter();
  const files = openFiles(root, host, first.output, cache, reporter);
  const roles = collectFiles(files, first, reporter);
  const schemas = sourcesOf(files, roles, (role) => role === "schema" || role === "package");
  const around = { questions: questionsOf(files, schemas), reporter };
  const configuration = openConfiguration(root, host, files, around, recall);
  const readings = sourcesOf(files, roles, () => true).map((source) => {
    const role = roles.get(source.file) ?? "system";
    return recalled(recall?.files, source, [role], around, (questions, listening) =>
      readFile(startReading(questions, listening), source, role),
    );
  });
  const raw = joinReadings(readings, configuration);
  reportStrays(reporter, roles, [...raw.declarations, ...raw.bundles, ...raw.cores]);
  const { diagnostics } = reporter;
  const isWhole = diagnostics.every(({ severity }) => severity !== "error");
  // What could not be read may name everything.
  const program = isWhole ? openProgram(root, host, roles, first.output) : { mentions: () => undefined };
  return { raw, diagnostics, program };
}

/** A first look at the configuration, since the folder of generated files decides which files are read. */
function readOutputFolder(root: string, host: ReadHost, cache: ParseCache): ProjectOptions {
  const silent: Reporter = { report: () => undefined };
  const files = openFiles(root, host, "generated", cache, silent);
  const reading = startReading(questionsOf(files, []), silent);
  const source = files.source(configurationFile);
  return readProjectOptions(reading, source && readConfiguration(reading, source));
}

function sourcesOf(files: ProjectFiles, roles: ProjectRoles, counts: (role: string) => boolean): SourceSyntax[] {
  return [...roles].flatMap(([path, role]) => {
    const source = counts(role) ? files.source(path) : undefined;
    return source === undefined ? [] : [source];
  });
}

/** What a configuration says; all of it is undefined where there is none. */
interface ConfigurationReading {
  readonly app: RawApp | undefined;
  readonly library: RawLibrary | undefined;
}

function openConfiguration(
  root: string,
  host: ReadHost,
  files: ProjectFiles,
  around: Around<FileQuestions>,
  recall: ReadRecall | undefined,
): ConfigurationReading {
  const source = files.source(configurationFile);
  if (source !== undefined) {
    return recalled(recall?.configurations, source, [], around, (questions, reporter) =>
      readApplication(startReading(questions, reporter), source),
    );
  }
  if (!files.unreadable.has(configurationFile)) reportMissingConfiguration(root, host, files, around.reporter);
  return { app: undefined, library: undefined };
}

function readApplication(reading: Reading, source: SourceSyntax): ConfigurationReading {
  const configuration = readConfiguration(reading, source);
  const { output } = readProjectOptions(reading, configuration);
  return {
    app: configuration?.kind === "app" ? readApp(reading, configuration, output) : undefined,
    library: configuration?.kind === "library" ? readLibrary(reading, configuration, output) : undefined,
  };
}

/** What one file says. */
interface FileReading extends Pick<RawProject, "declarations" | "bundles" | "cores" | "systemModules"> {
  /** The Views that its cores name. */
  readonly views: Views;
  readonly facts: RawFile;
}

function readFile(reading: Reading, source: SourceSyntax, role: FileRole): FileReading {
  const views: Views = new Map();
  reportFile(reading.files, source, reading.reporter);
  return {
    declarations: readDeclarations(reading, source),
    bundles: readBundles(reading, source),
    cores: readCores(reading, source, views),
    systemModules: readSystemModules(reading, source),
    views,
    facts: fileFacts(reading.files, source, role),
  };
}

function joinReadings(readings: readonly FileReading[], { app, library }: ConfigurationReading): RawProject {
  // A View that several files name is the same for all of them.
  const views = new Map(readings.flatMap((reading) => [...reading.views]));
  return {
    app,
    library,
    declarations: readings.flatMap(({ declarations }) => declarations),
    bundles: readings.flatMap(({ bundles }) => bundles),
    views: [...views.values()].sort(
      (a, b) => compareText(a.symbol.file, b.symbol.file) || compareText(a.symbol.name, b.symbol.name),
    ),
    cores: readings.flatMap(({ cores }) => cores),
    systemModules: readings.flatMap(({ systemModules }) => systemModules),
    files: readings.map(({ facts }) => facts),
  };
}

/** Declarations and cores live in schemas, so that system modules import data and never each other. */
function reportStrays(
  reporter: Reporter,
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
