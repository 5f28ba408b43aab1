import type { SourceSyntax } from "../compiler/syntax.js";
import type { Reporter } from "../diagnostics/diagnostic.js";
import type { FileRole, RawFile, RawImportedValue } from "../model/raw.js";
import { startOf, type ProjectFiles, type SourceFiles } from "./project-files.js";
import { folderOf, isBelow, normalizePath } from "./paths.js";
import type { ProjectOptions } from "./read-configuration.js";
import type { ReadHost } from "./read-host.js";
import { exportOf } from "./resolve-name.js";

/** The one name that a configuration can have. */
export const configurationFile = "ecsgen.config.ts";

/** The files of a project with what they are, sorted by path. */
export type ProjectRoles = ReadonlyMap<string, FileRole>;

/**
 * Finds every file that matters: the configuration, the schema files, and what they import, inside the project or from
 * packages that offer their source. What only schema files import belongs to the schemas.
 */
export function collectFiles(files: ProjectFiles, options: ProjectOptions, reporter: Reporter): ProjectRoles {
  const schemas = schemaFiles(files, options, reporter);
  const roles = new Map<string, FileRole>();
  for (const path of schemas) roles.set(path, "schema");
  if (files.source(configurationFile) !== undefined) {
    roles.set(configurationFile, "config");
    followImports(files, configurationFile, "system", roles);
  }
  for (const path of schemas) followImports(files, path, "schema", roles);
  return new Map([...roles].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function schemaFiles(files: ProjectFiles, { schemas, output }: ProjectOptions, reporter: Reporter): string[] {
  const listed = schemas?.map(({ value, place }) => ({ path: normalizePath(value), place }));
  const entries = listed ?? [{ path: "schema.ts" }, { path: "schema" }];
  const found = entries.flatMap((entry) => {
    const all = files.list(entry.path).filter((path) => !isBelow(output, path));
    const below = all.filter(isSchemaFile);
    const named = entries.map(({ path }) => path);
    for (const path of all) reportLink(files, path, reporter, named);
    if (below.length === 0 && "place" in entry) {
      reporter.report("ECS1003", entry.place, `\`${entry.path}\` holds no schema`, {
        why: [`There is neither a file \`${entry.path}\` nor a folder of that name with \`.ts\` files in it.`],
        help: "write paths relative to the configuration",
      });
    }
    return below;
  });
  return [...new Set(found)].filter((path) => files.source(path) !== undefined).sort();
}

/**
 * A link behind which nothing is read, unless it is among the names of those that are. Editors lock files by links that lead
 * nowhere, with names that begin with a dot.
 */
function reportLink(files: ProjectFiles, path: string, reporter: Reporter, named: readonly string[] = []): void {
  const link = path.replace(/\/$/, "");
  if (/(?:^|\/)\.[^/]*$/.test(link)) return;
  if (link !== path && files.leadsSomewhere(link)) {
    if (named.includes(link)) return;
    reporter.report("ECS1002", startOf(link), `\`${link}\` is a link to a folder`, {
      why: ["Schemas are read from the folders that are there, and links to others are not followed."],
      help: "name it in `schemas` of the configuration as well",
    });
  } else if (link !== path || (isSchemaFile(path) && files.source(path) === undefined && !files.unreadable.has(path))) {
    reporter.report("ECS1002", startOf(link), `\`${link}\` is a link that leads nowhere`, {
      why: ["What it should hold would be missing from all that is generated."],
      help: "point it at something that is there, or remove it",
    });
  }
}

function isSchemaFile(path: string): boolean {
  return /\.[cm]?tsx?$/.test(path) && !/\.d\.[cm]?ts$/.test(path) && !/(?:^|\/)node_modules\//.test(path);
}

/** Gives what a file imports a role, and what that imports. Each file is followed once for each role it is reached in. */
function followImports(files: ProjectFiles, from: string, role: FileRole, roles: Map<string, FileRole>): void {
  const waiting = [{ path: from, role }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const { specifier } of files.source(next.path)?.imports ?? []) {
      const target = files.target(next.path, specifier);
      if (target.kind !== "file" || roles.has(target.path) || files.source(target.path) === undefined) continue;
      const reached = files.offered.has(specifier) && !specifier.startsWith(".") ? "package" : next.role;
      roles.set(target.path, reached);
      waiting.push({ path: target.path, role: reached });
    }
  }
}

/** What was seen in a file beside its declarations. */
export function fileFacts(files: SourceFiles, source: SourceSyntax, role: FileRole): RawFile {
  const path = source.file;
  const imports = source.imports.map(({ specifier, place, typeOnly, values }) => {
    const target = files.target(path, specifier);
    const leads = target.kind === "file" || target.kind === "generated" ? target.path : undefined;
    const from = target.kind === "file" && !source.generated ? files.source(target.path) : undefined;
    const known = from === undefined ? values : values.map((value) => withForeign(files, from, value));
    return { specifier, place, typeOnly, values: known, target: leads };
  });
  const hostUsers = source.hostUsers.map((user) => {
    const exported = [...source.exports].flatMap(([name, local]) => (local === user.name ? [name] : []));
    return { ...user, exported };
  });
  return { path, role, imports, state: source.state, hostUsers, logic: source.logic };
}

/** Notes down what was generated for another app or library: files of the project's own SDK are never read. */
function withForeign(files: SourceFiles, from: SourceSyntax, value: RawImportedValue): RawImportedValue {
  const meaning = exportOf(files, from, value.name);
  const isForeign = meaning.kind === "declared" && meaning.source.generated;
  return isForeign ? { ...value, foreign: meaning.source.file } : value;
}

/** Imports that lead nowhere, and what is no TypeScript. */
export function reportFile(files: SourceFiles, source: SourceSyntax, reporter: Reporter): void {
  for (const { place, message } of source.errors) {
    reporter.report("ECS1001", place, `syntax: ${lowerFirst(message)}`, { help: "mend the syntax first" });
  }
  for (const { specifier, place } of source.imports) {
    if (files.target(source.file, specifier).kind !== "missing") continue;
    reporter.report("ECS1020", place, `there is no file behind \`${specifier}\``, {
      help: specifier.startsWith("#")
        ? "name the source in `imports` of the nearest `package.json`"
        : "check the path; it is relative to the importing file and ends in `.js`",
    });
  }
}

/** TypeScript ends its messages with a full stop and starts them with a capital. */
function lowerFirst(message: string): string {
  return message.charAt(0).toLowerCase() + message.slice(1).replace(/\.$/, "");
}

/** A project without its configuration. */
export function reportMissingConfiguration(
  root: string,
  host: ReadHost,
  files: ProjectFiles,
  reporter: Reporter,
): void {
  const [link] = files.list(configurationFile);
  if (link !== undefined) return reportLink(files, link, reporter);
  const misnamed = misnamedConfigurations.find((name) => host.fileExists(`${root}/${name}`));
  reporter.report("ECS1021", startOf(configurationFile), `there is no \`${configurationFile}\``, {
    why: ["It says which cores an app uses and who provides their features."],
    help:
      misnamed === undefined
        ? (whereElse(root, host) ?? "run `ecsgen init`, or `ecsgen` in the folder that has one")
        : `rename \`${misnamed}\`, which has another name than it must`,
  });
}

const misnamedConfigurations = ["js", "mts", "mjs", "cts", "cjs", "tsx", "json"].map((end) => `ecsgen.config.${end}`);

/** How many folders are named at most. */
const mostNamed = 6;

/** What to do when folders near a root have a configuration and the root has none; undefined when none has. */
export function whereElse(root: string, host: ReadHost): string | undefined {
  const folders = [...foldersBelow(root, host), ...folderAbove(root, host)];
  if (folders.length === 0) return undefined;
  const named = folders.slice(0, mostNamed).map((folder) => `\`${folder}\``);
  const more = folders.length > named.length ? ` and ${folders.length - named.length} more` : "";
  const [which, have] = folders.length === 1 ? ["", "has"] : ["one of ", "have"];
  return `run it in ${which}${named.join(", ")}${more}, which ${have} one, or name that folder with \`--root\``;
}

/** Folders not far below that have a configuration, as the packages of a monorepo do, relative to the root. */
function foldersBelow(root: string, host: ReadHost): string[] {
  const near = host.listFolders(root);
  const folders = near.flatMap((name) => [
    name,
    ...host.listFolders(`${root}/${name}`).map((each) => `${name}/${each}`),
  ]);
  return folders.filter((folder) => host.fileExists(`${root}/${folder}/${configurationFile}`));
}

/** The nearest folder above that has a configuration, relative to the root; none if no folder has. */
function folderAbove(root: string, host: ReadHost): string[] {
  let path = "..";
  for (let folder = folderOf(root); folder !== ""; folder = folderOf(folder), path += "/..") {
    if (host.fileExists(`${folder}/${configurationFile}`)) return [path];
  }
  return [];
}
