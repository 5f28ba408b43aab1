import { EcsError } from "../errors.js";

/** A save that is damaged; `what` is a sentence without a full stop. */
export function corrupt(what: string): EcsError {
  return new EcsError("SaveCorrupt", `the save is damaged: ${what}`, "load another save; the world has not changed");
}

/** A save that is whole, and not for this world. */
export function incompatible(what: string, help: string): EcsError {
  return new EcsError("SaveIncompatible", what, help);
}
