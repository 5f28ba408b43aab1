import { join } from "node:path";
import { nodeHost } from "../1-read/node-host.js";
import { nodeDisk } from "../5-write/disk.js";
import { FileHashes, type KnownHash } from "../5-write/file-hashes.js";
import { write } from "../5-write/write.js";
import { saveLastRun, type LastRun } from "../cache/last-run.js";
import { RecordingHost, type Answers } from "../cache/recording-host.js";
import { inOrder } from "../diagnostics/order.js";
import type { WriteResult } from "../model/write-result.js";
import { print, prove } from "../pipeline.js";
import type { GenerateOptions, GenerateResult } from "./results.js";

/** Whole runs over one project, each cheaper than the first: what did not change is not read or parsed again. */
export class GenerateSession {
  readonly #root: string;
  readonly #host = new RecordingHost(nodeHost());
  readonly #hashes: FileHashes;
  #settled: LastRun | undefined;
  #answers: Answers = new Map();

  /** `root` is absolute, with `/`. */
  constructor(root: string, last: LastRun | undefined) {
    this.#root = root;
    const known = [...(last?.outputs ?? [])].map(([path, hash]): [string, KnownHash] => [join(root, path), hash]);
    this.#hashes = new FileHashes(nodeDisk, known);
  }

  /** What the last run was told when it read the disk. */
  get answers(): Answers {
    return this.#answers;
  }

  /** Reads, checks, plans, prints and writes. */
  async run({ mode = "write", force = false, onStage = () => undefined }: GenerateOptions): Promise<GenerateResult> {
    this.#settled = undefined;
    const { checked, diagnostics } = prove(this.#root, this.#host, onStage);
    this.#answers = this.#host.takeAnswers();
    if (checked === undefined) return { ...nothing, diagnostics };
    const files = print(checked, onStage);
    onStage("write");
    const { output } = checked;
    const written = await write(files, { root: this.#root, output, mode, force, hashes: this.#hashes });
    const all = inOrder([...diagnostics, ...written.diagnostics]);
    const result = { ...written, diagnostics: all, contract: checked.contract, fromCache: false };
    if (isSettled(result, mode === "write")) this.#settle(result, output);
    return result;
  }

  /** Keeps the last run for another process, if the disk is now as it says. */
  save(): void {
    if (this.#settled !== undefined) saveLastRun(this.#root, this.#settled);
  }

  #settle({ diagnostics, created, changed, unchanged }: GenerateResult, output: string): void {
    const paths = [...created, ...changed, ...unchanged].sort();
    const outputs = paths.flatMap((path): [string, KnownHash][] => {
      const known = this.#hashes.known(join(this.#root, path));
      return known === undefined ? [] : [[path, known]];
    });
    this.#settled = { answers: this.#answers, diagnostics, output, outputs: new Map(outputs) };
  }
}

const nothing = {
  created: [],
  changed: [],
  removed: [],
  unchanged: [],
  diff: "",
  contract: undefined,
  fromCache: false,
};

/** Whether the disk is as the schemas say, without a finding that has to be made again. */
function isSettled({ diagnostics, created, changed, removed }: WriteResult, wrote: boolean): boolean {
  if (diagnostics.some(({ severity }) => severity === "error")) return false;
  return wrote || created.length + changed.length + removed.length === 0;
}
