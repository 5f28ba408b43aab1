// The files of a project, read when they are asked for and once only. Paths are relative to the root, with `/`.
import { loadParser, type Parser } from "../compiler/load-parser.js";
import { parseSource } from "../compiler/parse-source.js";
import type { ParseCache } from "../compiler/parse-cache.js";
import type { SourceSyntax } from "../compiler/syntax.js";
import type { Place } from "../model/place.js";
import type { Reporter } from "../diagnostics/diagnostic.js";
import { absolutePath, folderOf, isBelow, normalizePath, relativePath } from "./paths.js";
import { findPackageFile, specifierOf, type Package } from "./package-exports.js";
import type { ReadHost } from "./read-host.js";
import { makeShortNames } from "./short-names.js";

/** Where an import leads. */
export type ImportTarget =
  | { readonly kind: "file"; readonly path: string }
  /** A file that `ecsgen` makes; it need not be there. */
  | { readonly kind: "generated"; readonly path: string }
  | { readonly kind: "package"; readonly specifier: string }
  | { readonly kind: "missing"; readonly specifier: string };

/** Parsed files on demand. */
export interface SourceFiles {
  /** Undefined when there is no such file. */
  source(path: string): SourceSyntax | undefined;
  /** Where an import of a file leads. */
  target(from: string, specifier: string): ImportTarget;
}

/** Files on demand. */
export interface ProjectFiles extends SourceFiles {
  /** Every file below a folder, or the file itself. */
  list(path: string): readonly string[];
  /** False for a link at the end of which nothing is. */
  leadsSomewhere(path: string): boolean;
  /** Files and folders that are there and cannot be read. */
  readonly unreadable: ReadonlySet<string>;
  /** Files of packages by the specifier that offers them. */
  readonly offered: ReadonlyMap<string, string>;
}

/** Opens the files below a root. `output` is the folder of generated files, which are never read. */
export function openFiles(
  root: string,
  host: ReadHost,
  output: string,
  cache: ParseCache,
  reporter: Reporter,
): ProjectFiles {
  const sources = new Map<string, SourceSyntax | undefined>();
  const unreadable = new Set<string>();
  const targets = new Map<string, Map<string, ImportTarget>>();
  const offered = new Map<string, string>();
  const packages = new Map<string, Package>();
  const fileExists = (path: string): boolean => host.fileExists(absolutePath(root, path));
  const readText = (path: string): string | undefined => {
    const read = (): string | undefined => host.readFile(absolutePath(root, path));
    const text = tryToRead(root, path, read, reporter, () => unreadable.add(path));
    if (text?.startsWith(startOfUtf16) !== true) return text;
    unreadable.add(path);
    reporter.report("ECS1002", startOf(path), `\`${path}\` cannot be read`, {
      why: ["It is saved as UTF-16."],
      help: "save it as UTF-8",
    });
    return undefined;
  };
  let loaded: Parser | undefined;
  const parser = (): Parser => (loaded ??= loadParser());
  const source = (path: string): SourceSyntax | undefined => {
    if (!sources.has(path)) {
      const text = readText(path);
      sources.set(
        path,
        text === undefined ? undefined : parseCached(absolutePath(root, path), path, text, cache, parser),
      );
    }
    return sources.get(path);
  };

  const fileAt = (path: string): ImportTarget | undefined => {
    const candidates = sourceCandidates(path);
    if (isBelow(output, path)) return { kind: "generated", path: candidates[0] ?? path };
    const found = candidates.find((candidate) => source(candidate) !== undefined || unreadable.has(candidate));
    return found === undefined ? undefined : { kind: "file", path: found };
  };
  const readIfThere = (path: string): string | undefined => {
    const near = relativePath(root, path);
    return fileExists(near) ? readText(near) : undefined;
  };
  const shortNames = makeShortNames(root, readIfThere);

  /** A file that a package offers is known by that specifier, also where its own files import it by its path. */
  const noteOffered = (path: string): void => {
    for (const [home, found] of packages) {
      const name = isBelow(home, path) ? specifierOf(found, `.${path.slice(home.length)}`) : undefined;
      if (name !== undefined) offered.set(name, path);
    }
  };
  const findTarget = (folder: string, specifier: string): ImportTarget => {
    if (isRelative(specifier)) {
      const path = normalizePath(folder === "" ? specifier : `${folder}/${specifier}`);
      const target = fileAt(path) ?? ({ kind: "missing", specifier } as const);
      if (target.kind === "file") noteOffered(target.path);
      return target;
    }
    if (/^(?:ecsgen(?:\/(?:schema|runtime|zod))?$|node:)/.test(specifier)) return { kind: "package", specifier };
    // What a package offers is of that package, also where a workspace maps its name to the sources.
    const found = findPackageFile(absolutePath(root, folder), specifier, readIfThere);
    if (found !== undefined) {
      const path = relativePath(root, host.realpath(found.path));
      offered.set(specifier, path);
      packages.set(relativePath(root, host.realpath(found.package.home)), found.package);
      return { kind: "file", path };
    }
    const sources = shortNames(folder, specifier);
    if (sources === undefined) return { kind: "missing", specifier };
    for (const path of sources) {
      const target = fileAt(relativePath(root, path));
      if (target !== undefined) return target;
    }
    return { kind: "package", specifier };
  };

  return {
    source,
    target: (from, specifier) => {
      const folder = folderOf(from);
      let known = targets.get(folder);
      if (known === undefined) targets.set(folder, (known = new Map()));
      let target = known.get(specifier);
      if (target === undefined) known.set(specifier, (target = findTarget(folder, specifier)));
      return target;
    },
    list: (path) => {
      if (fileExists(path)) return [path];
      const found = tryToRead(root, path, () => host.listFiles(absolutePath(root, path)), reporter) ?? [];
      return found.map((file) => relativePath(root, file)).sort();
    },
    leadsSomewhere: (link) => host.realpath(absolutePath(root, link)) !== absolutePath(root, link),
    unreadable,
    offered,
  };
}

/** The mark at the start of such a file, read as UTF-8. */
const startOfUtf16 = "\uFFFD\uFFFD";

function parseCached(
  absolute: string,
  path: string,
  text: string,
  cache: ParseCache,
  parser: () => Parser,
): SourceSyntax {
  const known = cache.get(absolute);
  if (known?.text === text && known.syntax.file === path) return known.syntax;
  const syntax = parseSource(path, text, parser);
  cache.set(absolute, { text, syntax });
  return syntax;
}

/** What is there and cannot be read is a finding, not an end. */
function tryToRead<T>(
  root: string,
  path: string,
  read: () => T,
  reporter: Reporter,
  failed: () => unknown = () => undefined,
): T | undefined {
  try {
    return read();
  } catch (error) {
    failed();
    const reason = (error instanceof Error ? error.message : String(error)).replaceAll(`${root}/`, "");
    reporter.report("ECS1002", startOf(path), `\`${path}\` cannot be read`, {
      why: [`The system says: ${reason}.`],
      help: "check that it is a file and that you may read it",
    });
    return undefined;
  }
}

/** The first place of a file, for findings about all of it. */
export function startOf(file: string): Place {
  return { file, line: 1, column: 1, length: 0 };
}

function isRelative(specifier: string): boolean {
  return /^\.\.?(?:\/|$)/.test(specifier);
}

/** The sources that `./name.js` can stand for, as TypeScript looks for them. */
function sourceCandidates(path: string): string[] {
  const [, stem = path, kind] = /^(.*)\.([cm]?)[jt]sx?$/.exec(path) ?? [];
  if (kind === undefined) return [`${path}.ts`, `${path}.tsx`, `${path}/index.ts`];
  if (/\.[cm]?tsx?$/.test(path)) return [path];
  return kind === "" ? [`${stem}.ts`, `${stem}.tsx`] : [`${stem}.${kind}ts`];
}
