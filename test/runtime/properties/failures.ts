import { EcsError, type EcsErrorCode } from "ecsgen/runtime";

/** What an initialiser throws that cannot be read. */
export class InitError extends Error {}

/** What handlers and systems throw on purpose. */
export class HandlerError extends Error {}

/** Throws as the runtime does; only the code counts. */
export function failWith(code: EcsErrorCode): never {
  throw new EcsError(code, "the reference says so", "compare codes");
}

/** An object with a field that cannot be read. */
export function unreadable(field: string, readable: object = {}): object {
  return Object.defineProperty({ ...readable }, field, {
    enumerable: true,
    get: () => {
      throw new InitError(field);
    },
  });
}

/** What a call gave back, or how it failed, so that two worlds can be compared. */
export function outcomeOf(call: () => unknown): unknown {
  try {
    return call();
  } catch (error) {
    if (error instanceof EcsError) return `throws ${error.code}`;
    if (error instanceof InitError) return "throws InitError";
    if (error instanceof HandlerError) return "throws HandlerError";
    throw error;
  }
}
