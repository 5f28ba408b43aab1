import { EcsError } from "ecsgen/runtime";

/** The code of the `EcsError` that a call throws; what it gives back or throws instead, if it does not. */
export function codeOf(call: () => unknown): unknown {
  try {
    return call();
  } catch (error) {
    return error instanceof EcsError ? error.code : error;
  }
}

/** The message of what a call throws. */
export function messageOf(call: () => unknown): string {
  try {
    return `it gave back ${String(call())}`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
