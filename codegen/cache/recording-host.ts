import type { ReadHost } from "../1-read/read-host.js";
import type { Disk, DiskEntry } from "../5-write/disk.js";
import { isUnchanged, knownHash, type KnownHash } from "../5-write/file-hashes.js";
import { textHash } from "../5-write/text-hash.js";
import { diskHost, fileEntry } from "./disk-host.js";

/** What a run was told when it asked for a path. Everything a run reads is asked for, so the answers decide its result. */
export type Answer =
  | { readonly kind: "file"; readonly known: KnownHash }
  /** A file that was looked for and not read. */
  | { readonly kind: "present" | "missing" }
  /** A file that was read, or a folder that was listed, and the system refused. */
  | { readonly kind: "unreadable" }
  /** A folder, with the hash of the sorted paths of all files below it, but for those in the folder `except`. */
  | { readonly kind: "folder"; readonly hash: string; readonly except: string };

/** Every answer by absolute path, with `/`; a folder's ends in `/`. */
export type Answers = ReadonlyMap<string, Answer>;

/** A host that remembers its answers, and does not read a file again that is surely the same. */
export class RecordingHost implements ReadHost {
  readonly parsed: NonNullable<ReadHost["parsed"]> = new Map();
  readonly #disk: Disk;
  readonly #host: ReadHost;
  readonly #texts = new Map<string, KnownText>();
  readonly #lists = new Map<string, readonly string[]>();
  #answers = new Map<string, Answer>();

  constructor(disk: Disk) {
    this.#disk = disk;
    this.#host = diskHost(disk);
  }

  /** The answers since the last call of it. What is in `output` (absolute), where ecsgen itself writes, does not count. */
  takeAnswers(output: string): Answers {
    const answers = this.#answers;
    for (const [folder, files] of this.#lists) {
      answers.set(`${folder}/`, { kind: "folder", hash: listHash(files, output), except: output });
    }
    this.#answers = new Map();
    this.#lists.clear();
    return answers;
  }

  readFile(path: string): string | undefined {
    const seen = Date.now();
    const entry = fileEntry(this.#disk, path);
    const remembered = this.#texts.get(path);
    if (entry !== undefined && remembered !== undefined && isSameText(remembered, entry)) {
      this.#answers.set(path, { kind: "file", known: remembered.known });
      return remembered.text;
    }
    const text = this.#orRefused(path, () => this.#host.readFile(path));
    if (text === undefined || entry === undefined) {
      this.#answers.set(path, { kind: "missing" });
      this.#texts.delete(path);
      return text;
    }
    const known = knownHash(entry, textHash(text), seen);
    this.#texts.set(path, { entry, known, text });
    this.#answers.set(path, { kind: "file", known });
    return text;
  }

  fileExists(path: string): boolean {
    const found = this.#host.fileExists(path);
    if (this.#answers.get(path)?.kind !== "file") this.#answers.set(path, { kind: found ? "present" : "missing" });
    return found;
  }

  listFiles(folder: string, except?: string): readonly string[] {
    const files = this.#orRefused(`${folder}/`, () => this.#host.listFiles(folder, except));
    this.#lists.set(folder, files);
    return files;
  }

  /** Nothing but a hint is made of the answer, so that it does not count. */
  listFolders(folder: string): readonly string[] {
    return this.#host.listFolders(folder);
  }

  realpath(path: string): string {
    return this.#host.realpath(path);
  }

  #orRefused<T>(path: string, ask: () => T): T {
    try {
      return ask();
    } catch (error) {
      this.#answers.set(path, { kind: "unreadable" });
      throw error;
    }
  }
}

interface KnownText {
  readonly entry: DiskEntry;
  readonly known: KnownHash;
  readonly text: string;
}

/** An entry that is the same object is of a disk that knows of no change since. */
function isSameText({ entry, known }: KnownText, now: DiskEntry): boolean {
  return entry === now || isUnchanged(known, now);
}

/**
 * Asks the same questions again. `stale` are the paths whose answer is another one; `answers` are those of now, which
 * need less reading the next time.
 */
export function askAgain(
  answers: Answers,
  disk: Disk,
): { readonly stale: readonly string[]; readonly answers: Answers } {
  const host = diskHost(disk);
  const stale: string[] = [];
  const now = new Map<string, Answer>();
  for (const [path, answer] of answers) {
    const found = answerAgain(path, answer, disk, host);
    if (found === undefined) stale.push(path);
    else now.set(path, found);
  }
  return { stale, answers: now };
}

/** Undefined if the answer is another one now. */
function answerAgain(path: string, answer: Answer, disk: Disk, host: ReadHost): Answer | undefined {
  if (answer.kind === "folder") return folderHash(host, path, answer.except) === answer.hash ? answer : undefined;
  if (answer.kind === "unreadable") return isUnreadable(host, path) ? answer : undefined;
  const entry = fileEntry(disk, path);
  if (answer.kind !== "file") return (entry === undefined) === (answer.kind === "missing") ? answer : undefined;
  if (entry === undefined) return undefined;
  if (isUnchanged(answer.known, entry)) return answer;
  const seen = Date.now();
  const hash = fileHash(host, path);
  return hash === answer.known.hash ? { kind: "file", known: knownHash(entry, hash, seen) } : undefined;
}

function fileHash(host: ReadHost, path: string): string | undefined {
  try {
    const text = host.readFile(path);
    return text === undefined ? undefined : textHash(text);
  } catch {
    return undefined;
  }
}

function isUnreadable(host: ReadHost, path: string): boolean {
  try {
    if (path.endsWith("/")) host.listFiles(path.slice(0, -1));
    else host.readFile(path);
    return false;
  } catch {
    return true;
  }
}

function folderHash(host: ReadHost, path: string, except: string): string | undefined {
  try {
    return listHash(host.listFiles(path.slice(0, -1), except), except);
  } catch {
    return undefined;
  }
}

function listHash(files: readonly string[], except: string): string {
  return textHash(
    files
      .filter((file) => !file.startsWith(`${except}/`))
      .sort()
      .join("\n"),
  );
}
