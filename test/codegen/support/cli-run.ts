import { run } from "../../../codegen/cli/run.js";
import type { Output } from "../../../codegen/cli/io.js";

/** How a command line was called, where it differs from a plain call without a terminal. */
export interface CliCall {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Whether stdout and stderr are terminals. */
  readonly tty?: boolean;
  readonly columns?: number;
  /** Ends a watch. */
  readonly signal?: AbortSignal;
  /** Called with everything that is written, when it is. */
  readonly onText?: (text: string) => void;
}

/** What a call of the command line came to. */
export interface CliResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command line in this process. */
export async function cli(argv: readonly string[], call: CliCall = {}): Promise<CliResult> {
  const { cwd = "/", env = {}, tty = false, columns, signal = new AbortController().signal, onText } = call;
  const texts = { stdout: "", stderr: "" };
  const outputTo = (name: "stdout" | "stderr"): Output => ({
    write: (text) => {
      texts[name] += text;
      onText?.(text);
    },
    isTTY: tty,
    columns: tty ? (columns ?? 80) : undefined,
  });
  const io = { stdout: outputTo("stdout"), stderr: outputTo("stderr"), env, cwd, interrupted: () => signal };
  const exitCode = await run(argv, io);
  return { exitCode, ...texts };
}
