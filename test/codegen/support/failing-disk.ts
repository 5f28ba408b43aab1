import type { Disk } from "../../../codegen/5-write/disk.js";
import { refusal } from "./memory-disk.js";

/** The end of a process, as seen from inside: nothing after it happens. */
export class Killed extends Error {}

/** What goes wrong at an operation that changes the disk, by its number, counted from 1. */
export interface Faults {
  /** The process ends before this operation, or in the middle of it. */
  readonly killAt?: number;
  readonly half?: boolean;
  /** The system refuses this one operation, and goes on. */
  readonly refuseAt?: number;
  /** The system refuses every operation that would put something to such a path. */
  readonly refuses?: (path: string) => boolean;
}

/** A disk that fails as told, and that counts. */
export interface FailingDisk extends Disk {
  /** How many operations changed the disk. */
  readonly changes: number;
}

/** A disk whose operations fail as told. */
export function failingDisk(disk: Disk, { killAt, half = false, refuseAt, refuses }: Faults): FailingDisk {
  let changes = 0;
  let killed = false;
  const change = (path: string, whole: () => void, part: () => void = () => undefined): void => {
    alive();
    changes++;
    if (changes === refuseAt || refuses?.(path) === true) throw refusal("EACCES", path);
    if (changes === killAt) {
      killed = true;
      if (half) part();
      throw new Killed();
    }
    whole();
  };
  const alive = (): void => {
    if (killed) throw new Killed();
  };
  const ask = <T>(answer: () => T): T => {
    alive();
    return answer();
  };
  return {
    get changes() {
      return changes;
    },
    stat: (path) => ask(() => disk.stat(path)),
    realPath: (path) => ask(() => disk.realPath(path)),
    read: (path) => ask(() => disk.read(path)),
    list: (folder) => ask(() => disk.list(folder)),
    create: (path, text) =>
      change(
        path,
        () => disk.create(path, text),
        () => disk.create(path, firstHalf(text)),
      ),
    write: (path, text, durable) =>
      change(
        path,
        () => disk.write(path, text, durable),
        () => disk.write(path, firstHalf(text)),
      ),
    copy: (from, to) =>
      change(
        to,
        () => disk.copy(from, to),
        () => disk.write(to, firstHalf(disk.read(from).toString())),
      ),
    rename: (from, to) => change(to, () => disk.rename(from, to)),
    remove: (path) => change(path, () => disk.remove(path)),
    makeFolder: (path) => change(path, () => disk.makeFolder(path)),
    removeFolder: (path) => change(path, () => disk.removeFolder(path)),
    removeTree: (path) => {
      for (const file of filesIn(disk, path).sort().reverse()) change(file, () => disk.remove(file));
      change(path, () => disk.removeTree(path));
    },
  };
}

function firstHalf(text: string): string {
  return text.slice(0, text.length / 2);
}

/** A tree is removed file by file, in no order that anybody can count on: here the last one first. */
function filesIn(disk: Disk, folder: string): string[] {
  if (disk.stat(folder)?.kind !== "folder") return [];
  return disk.list(folder).flatMap(({ name, kind }) => {
    const path = `${folder}/${name}`;
    return kind === "folder" ? filesIn(disk, path) : [path];
  });
}
