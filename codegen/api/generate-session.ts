import { isRefusal, nodeDisk, type Disk } from "../5-write/disk.js";
import { FileHashes, type KnownHash } from "../5-write/file-hashes.js";
import { pathIn } from "../5-write/path-in.js";
import { write } from "../5-write/write.js";
import { absoluteOutputs, confirmOutputs, saveLastRun, type LastRun } from "../cache/last-run.js";
import { RecordingHost, type Answers } from "../cache/recording-host.js";
import { placesUpwards } from "../compiler/find-upwards.js";
import { typeScriptPlaces } from "../compiler/tsc.js";
import { makeTypeOracle, type TypeOracle } from "../compiler/type-oracle.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { inOrder } from "../diagnostics/order.js";
import { isAlike } from "../memo/is-alike.js";
import { Recall } from "../memo/recall.js";
import type { Checked } from "../model/checked.js";
import type { WriteResult } from "../model/write-result.js";
import { print, prove, Recalls, type Proven } from "../pipeline.js";
import { moduleChoices } from "./module-choices.js";
import { outputOf } from "./output-of.js";
import type { GenerateOptions, GenerateResult } from "./results.js";

/** What a session works with, unless told otherwise on the disk of this machine and with the types of `tsc`. */
export interface SessionOptions {
  readonly disk?: Disk;
  readonly types?: TypeOracle;
  /** Whether there may be a second round, for which results are kept; they are unless told otherwise. */
  readonly keep?: boolean;
}

/** Whole runs over one project, each cheaper than the first: what did not change is not read or parsed again. */
export class GenerateSession {
  readonly #root: string;
  readonly #disk: Disk;
  readonly #host: RecordingHost;
  readonly #hashes: FileHashes;
  readonly #types: TypeOracle;
  readonly #recalls: Recalls | undefined;
  #settled: Settled | undefined;
  /** What the files of the settled run were made of. */
  #printed: Checked | undefined;
  #answers: Answers = new Map();
  #output: string;
  /** The generated files that are there since the last run, relative to the root; none if it was refused. */
  #left: readonly string[] = [];

  /** `root` is absolute, with `/`. */
  constructor(root: string, last: LastRun | undefined, { disk = nodeDisk, types, keep = true }: SessionOptions = {}) {
    this.#root = root;
    this.#output = `${root}/generated`;
    this.#disk = disk;
    this.#host = new RecordingHost(disk);
    this.#recalls = keep ? new Recalls() : undefined;
    this.#types = types ?? makeTypeOracle(root, keep ? new Recall() : undefined);
    this.#hashes = new FileHashes(disk, last && absoluteOutputs(root, last.outputs));
  }

  /** What the last run was told when it read the disk. */
  get answers(): Answers {
    return this.#answers;
  }

  /** The folder of generated files, absolute, as the last run found it. */
  get output(): string {
    return this.#output;
  }

  /** The generated files that the last run left and that are gone, relative to the root, sorted. */
  missing(): readonly string[] {
    return this.#left.filter((path) => this.#isMissing(path)).sort();
  }

  /** What cannot be looked at may be there. */
  #isMissing(path: string): boolean {
    try {
      return this.#disk.stat(pathIn(this.#root, path)) === undefined;
    } catch (error) {
      if (isRefusal(error)) return false;
      throw error;
    }
  }

  /** Reads and checks; plans, prints and writes if something came out that the last run did not print. */
  async run(options: GenerateOptions): Promise<GenerateResult> {
    const last = this.#settled;
    this.#settled = undefined;
    this.#left = [];
    // Types are compared with their options and by their TypeScript, so a change of these may change the result.
    const asked = [...placesUpwards(this.#root, "tsconfig.json"), ...typeScriptPlaces(this.#root)];
    for (const path of asked) this.#consult(path.replaceAll("\\", "/"));
    const proven = prove(this.#root, this.#host, options.onStage, this.#types, this.#recalls);
    const { checked, diagnostics } = proven;
    this.#output = `${this.#root}/${outputOf(proven.raw)}`;
    this.#answers = this.#host.takeAnswers(this.#output);
    if (checked === undefined) return this.#runDraft(proven, options);
    const outputs = last && isAlike(checked, this.#printed) ? this.#confirm(last) : undefined;
    if (outputs === undefined) return this.#write(checked, diagnostics, options);
    const unchanged = [...outputs.keys()];
    this.#left = unchanged;
    this.#settled = { answers: this.#answers, diagnostics, output: checked.output, outputs: unchanged };
    return { ...nothing, unchanged, diagnostics, contract: checked.contract, choices: moduleChoices(checked) };
  }

  /** A run is settled without stubs only: the next one may not allow them. */
  async #runDraft({ draft, diagnostics }: Proven, options: GenerateOptions): Promise<GenerateResult> {
    if (options.allowStubs !== true) return { ...nothing, diagnostics };
    const allowed = diagnostics.map((one): Diagnostic =>
      one.code === "ECS3012" ? { ...one, severity: "warning", help: "write it" } : one,
    );
    if (draft === undefined) return { ...nothing, diagnostics: allowed };
    const result = await this.#write(draft, allowed, options);
    this.#settled = undefined;
    return result;
  }

  async #write(
    checked: Checked,
    diagnostics: readonly Diagnostic[],
    { mode = "write", force = false, onStage = () => undefined }: GenerateOptions,
  ): Promise<GenerateResult> {
    const files = print(checked, onStage, this.#recalls);
    onStage("write");
    const { output, contract } = checked;
    const written = await write(files, {
      root: this.#root,
      output,
      mode,
      force,
      disk: this.#disk,
      hashes: this.#hashes,
    });
    this.#noteBlame(written.diagnostics);
    if (mode === "write") this.#left = [...written.created, ...written.changed, ...written.unchanged];
    const all = inOrder([...diagnostics, ...written.diagnostics]);
    const choices = moduleChoices(checked);
    const result = { ...written, diagnostics: all, contract, choices, fromCache: false };
    if (isSettled(result, mode === "write")) this.#settle(result, checked);
    return result;
  }

  /** What stands in the way of writing may go, which is worth another run as any change is. */
  #noteBlame(diagnostics: readonly Diagnostic[]): void {
    if (diagnostics.length === 0) return;
    for (const { place } of diagnostics) this.#consult(pathIn(this.#root, place.file));
    this.#answers = new Map([...this.#answers, ...this.#host.takeAnswers(this.#output)]);
  }

  /** Undefined also if the outputs cannot be read: writing them says why. */
  #confirm(last: Settled): LastRun["outputs"] | undefined {
    try {
      return confirmOutputs(this.#root, this.#complete(last), this.#disk, this.#hashes);
    } catch (error) {
      if (isRefusal(error)) return undefined;
      throw error;
    }
  }

  /** Keeps the last run for another process, if the disk is now as it says. */
  save(): void {
    if (this.#settled !== undefined) saveLastRun(this.#root, this.#complete(this.#settled));
  }

  /** Asks for a file, by its absolute path, so that a change of it is noticed. */
  #consult(file: string): void {
    try {
      this.#host.readFile(file);
    } catch {
      // That it cannot be read is an answer, too.
    }
  }

  #settle({ diagnostics, created, changed, unchanged }: GenerateResult, checked: Checked): void {
    const outputs = [...created, ...changed, ...unchanged];
    this.#settled = { answers: this.#answers, diagnostics, output: checked.output, outputs };
    this.#printed = checked;
  }

  /** The same, with what is known of its files. */
  #complete(settled: Settled): LastRun {
    const outputs = [...settled.outputs].sort().flatMap((path): [string, KnownHash][] => {
      const known = this.#hashes.known(pathIn(this.#root, path));
      return known === undefined ? [] : [[path, known]];
    });
    return { ...settled, outputs: new Map(outputs) };
  }
}

/** A run that ended well, and after which nobody has looked at the disk: what is known of its files is looked up when it is asked for. */
interface Settled extends Omit<LastRun, "outputs"> {
  /** Relative to the root. */
  readonly outputs: readonly string[];
}

const nothing = {
  created: [],
  changed: [],
  removed: [],
  unchanged: [],
  diff: "",
  contract: undefined,
  choices: [],
  fromCache: false,
};

/** Whether the disk is as the schemas say, without a finding that has to be made again. */
function isSettled({ diagnostics, created, changed, removed }: WriteResult, wrote: boolean): boolean {
  if (diagnostics.some(({ severity }) => severity === "error")) return false;
  return wrote || created.length + changed.length + removed.length === 0;
}
