import { EcsError } from "../errors.js";
import type { Gate } from "../gate.js";
import type { Memory } from "../memory/memory.js";
import { ModelPool } from "./model-pool.js";
import type { ModelType } from "./model-type.js";

/** The pools of a world, one for each model, made when they are asked for. */
export class Models {
  readonly #memory: Memory;
  readonly #gate: Gate;
  readonly types: readonly ModelType[];
  readonly #pools: (ModelPool<unknown, unknown> | undefined)[];

  /** Throws `InvalidLayout` when indices are not dense. */
  constructor(memory: Memory, types: readonly ModelType[], gate: Gate) {
    const misplaced = types.find((type, index) => type.index !== index);
    if (misplaced !== undefined) {
      const message = `model \`${misplaced.name}\` does not stand at its index, ${misplaced.index}, in the layout`;
      throw new EcsError("InvalidLayout", message, "list the models in dense order, each once");
    }
    this.#memory = memory;
    this.#gate = gate;
    this.types = types;
    this.#pools = types.map(() => undefined);
  }

  /**
   * The pool of a model. Throws `UnknownModel`.
   * The one place where it gets its type back: it was made with this very token.
   */
  pool<Value, Init>(type: ModelType<Value, Init>): ModelPool<Value, Init> {
    if (this.types[type.index] !== type) {
      const message = `model \`${type.name}\` is not part of this world`;
      throw new EcsError("UnknownModel", message, "use the tokens that were generated together with the world");
    }
    const pool: unknown = (this.#pools[type.index] ??= new ModelPool<unknown, unknown>(type, this.#memory, this.#gate));
    return pool as ModelPool<Value, Init>;
  }

  /** Takes over a copy of all models of another world of the same layout. */
  copyFrom(other: Models): void {
    for (const type of this.types) {
      if (this.#pools[type.index] !== undefined || other.#pools[type.index] !== undefined) {
        this.pool(type).copyFrom(other.pool(type));
      }
    }
  }

  /** Gives all models back, and hands out the same ids again. */
  reset(): void {
    for (const pool of this.#pools) pool?.reset();
  }
}
