import type { FileRole } from "../model/raw.js";
import type { Mentions, Program } from "../model/program.js";
import type { ProjectRoles } from "./collect-files.js";
import { absolutePath, isBelow, relativePath } from "./paths.js";
import type { ReadHost } from "./read-host.js";

/** Opens the code of a project, by text alone: whatever names a class may use it. Nothing is read before it is asked. */
export function openProgram(root: string, host: ReadHost, roles: ProjectRoles, output: string): Program {
  return {
    mentions: (classes) => {
      const files = readProgram(root, host, roles, output);
      return files && findMentions(files, classes);
    },
  };
}

interface ProgramFile {
  readonly path: string;
  /** Undefined for code that ecsgen knows nothing of. */
  readonly role: FileRole | undefined;
  readonly text: string;
}

/** Undefined when there is more than can be seen from here; what cannot be read may name everything. */
function readProgram(root: string, host: ReadHost, roles: ProjectRoles, output: string): ProgramFile[] | undefined {
  const read = (path: string): ProgramFile => {
    return { path, role: roles.get(path), text: host.readFile(absolutePath(root, path)) ?? "" };
  };
  try {
    if (hasOtherUsers(host.readFile(`${root}/package.json`))) return undefined;
    const others = otherFiles(root, host, roles, output).map(read);
    // Before the schemas are read once more, since often nothing does.
    if (!others.some((file) => makesWorlds(file, output))) return undefined;
    return [...others, ...[...roles.keys()].map(read)];
  } catch {
    return undefined;
  }
}

function otherFiles(root: string, host: ReadHost, roles: ProjectRoles, output: string): string[] {
  const files = host.listFiles(root, absolutePath(root, output)).filter((path) => !path.endsWith("/"));
  const listed = files.map((path) => relativePath(root, path));
  const all = new Set(listed);
  return listed
    .filter((path) => !roles.has(path) && !isBelow(output, path) && !/\.d\.[cm]?ts$/.test(path) && !isMade(path, all))
    .sort();
}

/** JavaScript beside the TypeScript that it was made of. */
function isMade(path: string, all: ReadonlySet<string>): boolean {
  const [, stem, kind] = /^(.*)\.([cm]?)jsx?$/.exec(path) ?? [];
  return stem !== undefined && [`${stem}.${kind}ts`, `${stem}.tsx`].some((source) => all.has(source));
}

/** A package with an entry of its own is there for others, whose code is not to be seen from here. */
function hasOtherUsers(manifest: string | undefined): boolean {
  const entries: unknown = manifest === undefined ? {} : JSON.parse(manifest);
  return typeof entries === "object" && entries !== null && ("exports" in entries || "main" in entries);
}

/** Tests do so as well, and do not show who else does. */
function makesWorlds({ path, text }: ProgramFile, output: string): boolean {
  const isTest = /(?:^|\/)(?:__tests__|tests?)\/|\.(?:test|spec)\.[^/]+$/.test(path);
  return !isTest && /\b(?:createWorld|new World)\b/.test(text) && namesFolder(text, output);
}

/** An import such as `"./generated/index.js"`. */
function namesFolder(text: string, output: string): boolean {
  const folder = output.slice(output.lastIndexOf("/") + 1).replace(/[^\w-]/g, "\\$&");
  return new RegExp(`["'\`](?:[^"'\`\\n]*/)?${folder}["'\`/]`).test(text);
}

function findMentions(files: readonly ProgramFile[], classes: readonly string[]): Mentions {
  const isDeclaring = ({ role }: ProgramFile): boolean => role === "schema" || role === "config";
  const code = files.filter((file) => !isDeclaring(file));
  return {
    declared: namedBesideItself(files.filter(isDeclaring), new Set(classes)),
    code: namedIn(code, new Map(classes.map((name) => [fold(name), name]))),
  };
}

function namedBesideItself(files: readonly ProgramFile[], classes: ReadonlySet<string>): Set<string> {
  const words = files.flatMap(({ text }) => wordsOf(withoutComments(text)).filter((word) => classes.has(word)));
  const once = new Set<string>();
  return new Set(words.filter((word) => once.size === once.add(word).size));
}

function namedIn(files: readonly ProgramFile[], classes: ReadonlyMap<string, string>): Set<string> {
  const nameOf = (word: string): string | undefined => {
    const folded = fold(word);
    return classes.get(folded) ?? classes.get(folded.replace(/(?:init|cursor)$/, ""));
  };
  return new Set(files.flatMap(({ text }) => wordsOf(text).flatMap((word) => nameOf(word) ?? [])));
}

function wordsOf(text: string): readonly string[] {
  return text.match(/[A-Za-z_$][\w$]*/g) ?? [];
}

/** A class may be told of without being used. */
function withoutComments(text: string): string {
  return text.replace(/^[ \t]*(?:\/\*[\s\S]*?\*\/|\/\/.*$)/gm, "");
}

/** `UIState`, `uiState` and `ui_state` are the same. */
function fold(name: string): string {
  return name.replace(/_/g, "").toLowerCase();
}
