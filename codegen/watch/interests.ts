import { basename, dirname, posix } from "node:path";
import { isRefusal, type Disk } from "../5-write/disk.js";
import { isLeftOut, realPathOf } from "../cache/disk-host.js";
import type { Answers } from "../cache/recording-host.js";

/**
 * By folder (absolute, with `/`): the names in it whose change may change an answer, or every name.
 */
export type Interests = ReadonlyMap<string, ReadonlySet<string> | "all">;

/**
 * Where to look to notice that a project at an absolute root may have changed: for each path that was asked for, the
 * nearest folder that exists, and inside the project every folder above it, since a folder may be replaced as a whole.
 * Listed folders count with all that is below them, as does `output`, the absolute folder of generated files. Links are
 * followed to where the bytes are.
 */
export function interestsOf(root: string, output: string, answers: Answers, disk: Disk): Interests {
  const interests = new Map<string, Set<string> | "all">();
  const isFolder = memoized((path: string) => kindBehind(disk, path) === "folder");
  const addName = (folder: string, name: string): void => {
    const known = interests.get(folder) ?? new Set();
    if (known !== "all") interests.set(folder, known.add(name));
  };
  const addPath = (path: string): void => {
    let [folder, name] = [dirname(path), basename(path)];
    while (!isFolder(folder) && folder !== dirname(folder)) [folder, name] = [dirname(folder), basename(folder)];
    if (!isNear(root, folder, path)) return;
    addName(folder, name);
    for (; hasParentOfInterest(root, folder); folder = dirname(folder)) addName(dirname(folder), basename(folder));
  };
  for (const [path, answer] of answers) {
    const plain = path.replace(/\/$/, "");
    addPath(plain);
    if (path.endsWith("/")) {
      const except = answer.kind === "folder" ? answer.except : "";
      for (const folder of foldersBelow(disk, plain, except)) interests.set(folder, "all");
    } else if (kindOf(disk, plain) === "link") {
      const target = realPathOf(disk, plain);
      if (target !== undefined) addPath(target);
    }
  }
  addPath(output);
  for (const folder of foldersBelow(disk, output, "")) interests.set(folder, "all");
  return interests;
}

/** A folder far above the project, or the folder of all temporary files, is nothing to watch for one missing path. */
function isNear(root: string, folder: string, path: string): boolean {
  return isWithin(root, folder) || folder === dirname(path) || /(?:^|\/)node_modules(?:\/|$)/.test(folder);
}

function hasParentOfInterest(root: string, folder: string): boolean {
  if (folder !== root && isWithin(root, folder)) return true;
  return !isWithin(root, folder) && /\/node_modules\//.test(folder);
}

function isWithin(root: string, path: string): boolean {
  return path === root || path.startsWith(posix.join(root, "/"));
}

/** A folder and those below it, but for packages, hidden folders and the folder of generated files. */
function foldersBelow(disk: Disk, folder: string, except: string): string[] {
  if (kindOf(disk, folder) !== "folder" || folder === except) return [];
  const names = orRefused(() => disk.list(folder), []);
  const below = names.filter(({ name, kind }) => kind === "folder" && !isLeftOut(name));
  return [folder, ...below.flatMap(({ name }) => foldersBelow(disk, `${folder}/${name}`, except))];
}

function kindBehind(disk: Disk, path: string): string | undefined {
  const kind = kindOf(disk, path);
  if (kind !== "link") return kind;
  const target = realPathOf(disk, path);
  return target === undefined ? undefined : kindOf(disk, target);
}

function kindOf(disk: Disk, path: string): string | undefined {
  return orRefused(() => disk.stat(path)?.kind, undefined);
}

/** What cannot be read may be readable one day, and there is a finding that says that it is not. */
function orRefused<T>(ask: () => T, refused: T): T {
  try {
    return ask();
  } catch (error) {
    if (isRefusal(error)) return refused;
    throw error;
  }
}

function memoized<T>(compute: (path: string) => T): (path: string) => T {
  const known = new Map<string, T>();
  return (path) => {
    const value = known.get(path) ?? compute(path);
    known.set(path, value);
    return value;
  };
}
