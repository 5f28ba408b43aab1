import { EcsError } from "../errors.js";
import { shownGiven } from "../given.js";

/** The error for a verb that must wait until what is under way is over. */
export function busy(verb: string, what: string): EcsError {
  const message = `\`${verb}\` was called while ${what}`;
  return new EcsError("WhileIterating", message, `call \`${verb}\` between loops, or emit an event and react to it`);
}

/** Throws `InvalidArgument` when a number is no length of time. */
export function requireLength(delta: number): void {
  if (typeof delta === "number" && delta >= 0 && delta < Infinity) return;
  const message = `a step of ${shownGiven(delta)} is no length of time`;
  throw new EcsError("InvalidArgument", message, "give the time since the last step, 0 or more");
}
