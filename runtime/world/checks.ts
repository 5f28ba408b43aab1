import { EcsError } from "../errors.js";
import type { Gate } from "../gate.js";

/** Whether nothing is under way in a world: what concerns all of it must wait until then. */
export class Stillness {
  readonly #gate: Gate;
  readonly #steps: { readonly running: boolean };
  readonly #structure: { readonly busy: boolean };

  constructor(gate: Gate, steps: { readonly running: boolean }, structure: { readonly busy: boolean }) {
    this.#gate = gate;
    this.#steps = steps;
    this.#structure = structure;
  }

  /** Throws `WhileIterating` while a step, a loop or a change is under way. */
  require(verb: string): void {
    if (this.#steps.running) throw busy(verb, "a step is under way");
    if (this.#structure.busy) throw busy(verb, "a loop or a change is under way");
  }

  /** Throws the same, or `WorldLocked` or `WorldShutDown` when changes are refused. */
  requireOpen(verb: string): void {
    this.#gate.require(verb);
    this.require(verb);
  }
}

/** The error for a verb that must wait until what is under way is over. */
function busy(verb: string, what: string): EcsError {
  const message = `\`${verb}\` was called while ${what}`;
  return new EcsError("WhileIterating", message, `call \`${verb}\` between loops, or emit an event and react to it`);
}
