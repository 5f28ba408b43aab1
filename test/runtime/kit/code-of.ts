import { EcsError, type EcsErrorCode } from "ecsgen/runtime";

/** The code of the `EcsError` that a call throws; fails when it throws none. */
export function codeOf(run: () => unknown): EcsErrorCode {
  try {
    run();
  } catch (error) {
    if (error instanceof EcsError) return error.code;
    throw error;
  }
  throw new Error("nothing was thrown");
}

/** What a caller without types might pass: anything for anything. */
export function untyped<Wanted>(value: unknown): Wanted {
  return value as Wanted;
}
