import { EcsError } from "../errors.js";

/** The error for a verb that must wait until what is under way is over. */
export function busy(verb: string, what: string): EcsError {
  const message = `\`${verb}\` was called while ${what}`;
  return new EcsError("WhileIterating", message, `call \`${verb}\` between loops, or emit an event and react to it`);
}
