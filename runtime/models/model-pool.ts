import { generationOf, indexOf, type Entity } from "../entities/entity.js";
import { Slots } from "../entities/slots.js";
import { EcsError } from "../errors.js";
import type { Gate } from "../gate.js";
import type { Memory } from "../memory/memory.js";
import type { ModelId, ModelType } from "./model-type.js";

/** The models of one type in a world: records with ids of their own, recycled and reset. */
export class ModelPool<Value, Init> {
  readonly type: ModelType<Value, Init>;
  /** Which ids are in use. */
  readonly slots: Slots;
  readonly #records: Value[] = [];
  readonly #gate: Gate;

  constructor(type: ModelType<Value, Init>, memory: Memory, gate: Gate) {
    this.type = type;
    this.#gate = gate;
    this.slots = new Slots(memory);
  }

  /** How many models are in use. */
  get count(): number {
    return this.slots.count;
  }

  /**
   * Makes a model, from a recycled record when there is one; what `init` does not say takes its default. Throws
   * `EntityLimit` or `WorldLocked`. What `init` throws is thrown on, and no model is made.
   */
  create(init?: Init): ModelId<Value> {
    this.#gate.require("create a model");
    const slot = this.slots.take();
    if (slot === undefined) throw exhausted(this.type.name);
    const id = asModel<Value>(slot);
    const record = (this.#records[indexOf(slot)] ??= this.type.create());
    try {
      this.type.fill(record, init);
    } catch (error) {
      this.#end(id);
      throw error;
    }
    return id;
  }

  /** The live record. Keep the id, not the record, which another model gets later. Throws `StaleModel`. */
  get(id: ModelId<Value>): Value {
    const slot = asSlot(id);
    if (this.slots.isAlive(slot)) return this.#records[indexOf(slot)];
    const which = `${indexOf(slot)} (generation ${generationOf(slot)})`;
    const message = `model ${which} of pool \`${this.type.name}\` is not in use`;
    const help = "it was released, or belongs to another pool; ask `isAlive` before using an id that was kept";
    throw new EcsError("StaleModel", message, help);
  }

  /** Whether an id is in use. */
  isAlive(id: ModelId<Value>): boolean {
    return this.slots.isAlive(asSlot(id));
  }

  /** Gives a model back and resets its record, so that it keeps nothing alive. `false` when it was not in use. Throws `WorldLocked`. */
  release(id: ModelId<Value>): boolean {
    this.#gate.require("release a model");
    return this.#end(id);
  }

  /** Gives all models back. */
  clear(): void {
    for (const id of this.ids()) this.#end(id);
  }

  /** Gives all models back, and hands out the same ids again. */
  reset(): void {
    this.clear();
    this.slots.reset();
  }

  /** Takes over a copy of all models of another pool of the same type, with their ids; those of this one are over. */
  copyFrom(other: ModelPool<Value, Init>): void {
    this.clear();
    this.slots.copyFrom(other.slots);
    for (const id of other.ids()) this.restore(id, other.get(id));
  }

  /**
   * Writes the record of an id in use.
   * The one place where a value is taken as `init`: whatever was read may be given.
   */
  restore(id: ModelId<Value>, value: unknown): void {
    const record = (this.#records[indexOf(asSlot(id))] ??= this.type.create());
    this.type.fill(record, value as Init);
  }

  /** The ids in use, in order of their index. */
  ids(): ModelId<Value>[] {
    return this.slots.living().map((slot) => asModel<Value>(slot));
  }

  #end(id: ModelId<Value>): boolean {
    const slot = asSlot(id);
    if (!this.slots.release(slot)) return false;
    this.type.fill(this.#records[indexOf(slot)]);
    return true;
  }
}

/** Model ids are made as entity ids are; these two functions are the only ones that know. */
function asModel<Value>(slot: Entity): ModelId<Value> {
  const bits: number = slot;
  return bits as ModelId<Value>;
}

function asSlot(id: ModelId): Entity {
  const bits: number = id;
  return bits as Entity;
}

function exhausted(name: string): EcsError {
  const message = `every id of model \`${name}\` has been used: more than four thousand million`;
  return new EcsError("EntityLimit", message, "make a new world");
}
