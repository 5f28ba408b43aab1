import { EcsError } from "../errors.js";
import type { ResourceType } from "./resource-type.js";

/** What the world writes into a resource that is declared with `clock()`. */
export interface Clock {
  delta: number;
  elapsed: number;
  tick: number;
}

/** The resources of a world: one live value for each. */
export class Resources {
  /** The values of those that are clocks. */
  readonly clocks: readonly Clock[];
  readonly #types: readonly ResourceType[];
  readonly #values: readonly unknown[];

  /** Throws `InvalidLayout` when indices are not dense, or a clock is none. */
  constructor(types: readonly ResourceType[]) {
    const misplaced = types.find((type, index) => type.index !== index);
    if (misplaced !== undefined) {
      const message = `resource \`${misplaced.name}\` does not stand at its index, ${misplaced.index}, in the layout`;
      throw new EcsError("InvalidLayout", message, "list the resources in dense order, each once");
    }
    this.#types = types;
    this.#values = types.map((type) => type.create());
    this.clocks = types.filter((type) => type.clock).map((type) => this.#clock(type));
  }

  /**
   * The live value of a resource. Throws `UnknownResource`.
   * The one place where it gets its type back: it was made by this token's own `create`.
   */
  get<Value>(type: ResourceType<Value>): Value {
    if (this.#types[type.index] === type) return this.#values[type.index] as Value;
    const message = `resource \`${type.name}\` is not part of this world`;
    throw new EcsError("UnknownResource", message, "use the tokens that were generated together with the world");
  }

  #clock(type: ResourceType): Clock {
    const value = this.#values[type.index];
    if (isClock(value)) return value;
    const message = `resource \`${type.name}\` is marked as a clock, but has no \`delta\`, \`elapsed\` and \`tick\``;
    throw new EcsError("InvalidLayout", message, "declare it with `clock()`");
  }
}

function isClock(value: unknown): value is Clock {
  return typeof value === "object" && value !== null && "delta" in value && "elapsed" in value && "tick" in value;
}
