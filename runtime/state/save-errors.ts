import { EcsError } from "../errors.js";

/** A save that is damaged; `what` is a sentence without a full stop. */
export function corrupt(what: string): EcsError {
  return new EcsError("SaveCorrupt", `the save is damaged: ${what}`, "load another save; the world has not changed");
}

/** A save that is whole, and not for this world. */
export function incompatible(what: string, help: string): EcsError {
  return new EcsError("SaveIncompatible", what, help);
}

/** A save of what this world does not know; `what` names it in the sentence, `name` is its qualified name. */
export function notInWorld(what: string, name: string): EcsError {
  return incompatible(
    `${what} is not part of this world`,
    `if it was renamed, say \`was: ["${name}"]\` in its schema and generate again; if it is gone, load the save with the app that made it`,
  );
}
