/** A stream that text goes to. */
export interface Output {
  write(text: string): void;
  readonly isTTY: boolean;
  /** Width in characters; undefined when it is not a terminal. */
  readonly columns: number | undefined;
}

/** All that the command line touches of its process, so that a test can stand in for it. */
export interface CliIo {
  /** For results. */
  readonly stdout: Output;
  /** For findings and progress. */
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** Takes over the interrupt (Ctrl-C) from now on, and is aborted by it. */
  interrupted(): AbortSignal;
}
