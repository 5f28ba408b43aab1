import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { onOneCore } from "./one-core.js";
import type { Task } from "./worker.js";

/** Milliseconds after which an answer is not waited for any more. */
const longest = 120_000;

/** A process that measures one task, and waits while it is the turn of others. */
export class MeasuringProcess {
  readonly #process: ChildProcess;
  readonly #closed: Promise<undefined>;
  #complaint = "";

  /** `node` is the program of Node that measures. */
  constructor(node: string) {
    const [program, ...parameters] = onOneCore(node, [...flags, worker]);
    const child = spawn(program, parameters, {
      // As in a release: some libraries check less then.
      env: { ...process.env, NODE_ENV: "production" },
      stdio: ["ignore", "inherit", "pipe", "ipc"],
    });
    this.#process = child;
    child.stderr?.on("data", (text) => (this.#complaint += String(text)));
    this.#closed = new Promise((resolve) => {
      child.once("close", () => resolve(undefined));
      child.on("error", (error) => {
        this.#complaint += `${error.name}: ${error.message}\n`;
        resolve(undefined);
      });
    });
  }

  /** The answer of the process, which is ended when there is none in time. Throws when it fails. */
  async ask(question: Task | "turn" | "end"): Promise<number | undefined> {
    if (!this.#process.connected) throw new Error(firstLineOfError(this.#complaint));
    const answer = new Promise<number>((resolve) => {
      this.#process.once("message", (message) => resolve(Number(message)));
    });
    // Whoever has ended meanwhile says so by its end.
    this.#process.send(question, () => undefined);
    const patience = setTimeout(() => this.#process.kill("SIGKILL"), longest);
    const result = await Promise.race([answer, this.#closed]);
    clearTimeout(patience);
    if (this.#process.killed) return undefined;
    if (result === undefined) throw new Error(firstLineOfError(this.#complaint));
    return result;
  }

  async stop(): Promise<void> {
    if (this.#process.connected) this.#process.disconnect();
    if (this.#process.exitCode === null && this.#process.signalCode === null) await once(this.#process, "exit");
  }
}

const worker = fileURLToPath(new URL("worker.js", import.meta.url));

/** On a busy machine a compiler in the background may come too late for the whole measurement. */
const flags = ["--expose-gc", "--no-concurrent-recompilation"];

function firstLineOfError(complaint: string): string {
  return /^\w*Error: .*$/m.exec(complaint)?.[0] ?? "the process ended without a result";
}
