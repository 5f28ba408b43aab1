import { EcsError } from "../errors.js";

/** What a handler was called for, and what that came from in turn. */
export interface Cause {
  /** How messages name it: the event, or what an observer saw. */
  readonly what: string;
  /** How many causes are behind it. */
  readonly depth: number;
  readonly cause: Cause | undefined;
}

/** What can be chosen about handlers and observers. */
export interface CallbackOptions {
  /** How long a chain of handlers that cause each other may grow. Default: 32. */
  readonly maxEventDepth?: number;
  /**
   * Is given each error of a handler or observer at once, instead of one `HandlerFailed` being thrown when all is done.
   */
  readonly onHandlerError?: (error: EcsError) => void;
}

/** What a handler threw. */
interface Failure {
  readonly who: string;
  readonly error: unknown;
}

/**
 * The calls from a world into handlers and observers: what they are called for, how deep they go, and what they throw.
 *
 * An error of one keeps no other from being called. It is kept until the outermost call into the world is over, which
 * then throws one `HandlerFailed` with all of them.
 */
export class Callbacks {
  private readonly maxDepth: number;
  private readonly onError: ((error: EcsError) => void) | undefined;
  private current: Cause | undefined;
  private scopes = 0;
  private failures: Failure[] = [];

  /** Throws `InvalidArgument` when `maxEventDepth` is no whole number above 0. */
  constructor(options: CallbackOptions = {}) {
    const { maxEventDepth = 32, onHandlerError } = options;
    if (!Number.isInteger(maxEventDepth) || maxEventDepth < 1) {
      const message = `\`maxEventDepth\` is ${maxEventDepth}, which is not a whole number above 0`;
      throw new EcsError("InvalidArgument", message, "give a whole number, 1 or more");
    }
    this.maxDepth = maxEventDepth;
    this.onError = onHandlerError;
  }

  /**
   * What the code that runs now was called for: the cause of what it does. Throws `EventDepthLimit` when the chain may not
   * grow; so a loop of handlers stops in the one that would go on.
   */
  get cause(): Cause | undefined {
    const current = this.current;
    if (current !== undefined && current.depth + 1 >= this.maxDepth) throw this.tooDeep(current);
    return current;
  }

  /** Says what the code that runs from now on is called for. Gives back what it was before, to be said again after it. */
  enter(cause: Cause | undefined): Cause | undefined {
    const before = this.current;
    this.current = cause;
    return before;
  }

  /** Keeps what a handler threw; `who` names the handler. */
  failed(who: string, error: unknown): void {
    if (this.onError === undefined) {
      this.failures.push({ who, error });
      return;
    }
    try {
      this.onError(handlerFailed([{ who, error }]));
    } catch (another) {
      this.failures.push({ who, error }, { who: "`onHandlerError`", error: another });
    }
  }

  /**
   * Runs something that may call handlers. When it is the outermost, throws what they threw: `HandlerFailed`, which then
   * has also what `run` itself threw.
   */
  scope<Result>(run: () => Result): Result {
    this.open();
    let result: Result;
    try {
      result = run();
    } catch (error) {
      return this.fail(error);
    }
    this.close();
    return result;
  }

  /** Begins what `scope` runs, for those who cannot afford a function: `close` or `fail` must end it. */
  open(): void {
    this.scopes++;
  }

  /** Ends what went well. Throws `HandlerFailed`. */
  close(): void {
    this.scopes--;
    if (this.mustReport) this.report([]);
  }

  /** Ends what threw; throws the same, or `HandlerFailed`. */
  fail(error: unknown): never {
    this.scopes--;
    if (this.mustReport) this.report([{ who: "what they were called from", error }]);
    throw error;
  }

  private get mustReport(): boolean {
    return this.failures.length > 0 && this.scopes === 0;
  }

  private report(more: readonly Failure[]): never {
    const failures = [...this.failures, ...more];
    this.failures = [];
    throw handlerFailed(failures);
  }

  private tooDeep(last: Cause): EcsError {
    const chain: string[] = [];
    for (let cause: Cause | undefined = last; cause !== undefined; cause = cause.cause) chain.unshift(cause.what);
    const message = `handlers cause each other ${chain.length} times over: ${shorten(chain).join(" → ")}`;
    const help = "let one of them stop, do it from a system in the next step, or raise `maxEventDepth` of the world";
    return new EcsError("EventDepthLimit", message, help);
  }
}

/** Enough links for a loop to be seen. */
const shownLinks = 12;

function shorten(chain: readonly string[]): readonly string[] {
  return chain.length <= shownLinks ? chain : ["…", ...chain.slice(-shownLinks)];
}

/** The error for what handlers threw; it has all of it as `errors`. */
function handlerFailed(failures: readonly Failure[]): EcsError {
  const texts = failures.map(({ who, error }) => `${who}: ${error instanceof Error ? error.message : String(error)}`);
  const help = "everything else was done and all other handlers were called; `errors` holds what was thrown";
  const errors = failures.map(({ error }) => error);
  return new EcsError("HandlerFailed", texts.join("\n"), help, errors);
}
