import { failWith, HandlerError } from "./failures.js";

/** What all parts of a reference world ask: may it be changed, does a loop run, what did handlers throw. */
export class ReferenceGate {
  readonly maxPendingEvents: number;
  locked = false;
  /** Loops and watched changes under way. */
  depth = 0;
  stepping = false;
  /** The time of the world. */
  elapsed = 0;
  #scopes = 0;
  #failed = false;

  constructor(maxPendingEvents: number) {
    this.maxPendingEvents = maxPendingEvents;
  }

  requireOpen(): void {
    if (this.locked) failWith("WorldLocked");
  }

  requireIdle(): void {
    this.requireOpen();
    if (this.stepping || this.depth > 0) failWith("WhileIterating");
  }

  /** Calls a handler; that it threw is said when the outermost scope is over. */
  attempt(call: () => unknown): unknown {
    try {
      return call();
    } catch (error) {
      if (!(error instanceof HandlerError)) throw error;
      this.#failed = true;
      return undefined;
    }
  }

  /** Runs what may call handlers. */
  scope<Result>(run: () => Result): Result {
    this.#scopes++;
    try {
      return run();
    } finally {
      this.#scopes--;
      if (this.#scopes === 0 && this.#failed) this.#report();
    }
  }

  #report(): never {
    this.#failed = false;
    return failWith("HandlerFailed");
  }
}
