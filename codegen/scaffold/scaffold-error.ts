/** A file is written in a way that nothing can be added to safely; nothing was written. */
export class ScaffoldError extends Error {
  /** What to do, as an action. */
  readonly help: string;

  constructor(message: string, help: string) {
    super(message);
    this.name = "ScaffoldError";
    this.help = help;
  }
}
