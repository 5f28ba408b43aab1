/** The command line was used in a way that cannot work: ends with exit code 2, without a stack. */
export class UsageError extends Error {
  /** What to do, as an action. */
  readonly help: string | undefined;

  constructor(message: string, help?: string) {
    super(message);
    this.name = "UsageError";
    this.help = help;
  }
}
