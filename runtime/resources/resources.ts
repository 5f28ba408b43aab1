import { EcsError } from "../errors.js";
import type { Gate } from "../gate.js";
import { shownToken } from "../given.js";
import { Random } from "./random.js";
import type { ResourceType } from "./resource-type.js";

/** What the world writes into a resource that is declared with `clock()`. */
export interface Clock {
  delta: number;
  elapsed: number;
  tick: number;
}

/** A resource and its live value. */
export type ResourcePair = readonly [type: ResourceType, value: unknown];

/** The resources of a world: one live value for each that was not removed. */
export class Resources {
  readonly types: readonly ResourceType[];
  readonly #gate: Gate;
  /** By index; `undefined` for one that was removed. */
  readonly #values: unknown[];
  /** All generators start from it, each on a way of its own. */
  readonly #source: Random;

  /** Throws `InvalidLayout` when indices are not dense, or a clock is none; `InvalidArgument` for a seed that is no whole number. */
  constructor(types: readonly ResourceType[], gate: Gate, seed = 0) {
    const misplaced = types.find((type, index) => type.index !== index);
    if (misplaced !== undefined) {
      const message = `resource \`${misplaced.name}\` does not stand at its index, ${misplaced.index}, in the layout`;
      throw new EcsError("InvalidLayout", message, "list the resources in dense order, each once");
    }
    this.types = types;
    this.#gate = gate;
    this.#source = new Random({ seed });
    this.#values = types.map((type) => this.#start(type));
    for (const type of types) if (type.clock) this.#clock(type);
  }

  /** The values of those that are clocks. */
  get clocks(): Clock[] {
    const present = this.types.filter((type) => type.clock && this.#values[type.index] !== undefined);
    return present.map((type) => this.#clock(type));
  }

  /** The live value of a resource. Throws `UnknownResource`, or `ResourceMissing` when it was removed. */
  get<Value>(type: ResourceType<Value>): Value {
    const value = this.find(type);
    if (value !== undefined) return value;
    const message = `resource \`${type.name}\` was removed from this world`;
    throw new EcsError("ResourceMissing", message, "insert it again, or ask whether it is there");
  }

  /**
   * The live value of a resource; undefined when it was removed. Throws `UnknownResource`.
   * The one place where it gets its type back: it was made by this token's own `create`.
   */
  find<Value>(type: ResourceType<Value>): Value | undefined {
    this.#require(type);
    return this.#values[type.index] as Value | undefined;
  }

  /** Puts a resource in, or a new value in its place; what `init` does not say takes its default. Throws `UnknownResource`. */
  insert<Value, Init>(type: ResourceType<Value, Init>, init?: Init): Value {
    this.#gate.require("insert a resource");
    this.#require(type);
    const value = init === undefined ? this.#start(type) : type.create(init);
    this.#values[type.index] = value;
    return value;
  }

  /** A copy of a resource, which changes no more; undefined when it was removed. Throws `UnknownResource`. */
  read(type: ResourceType): unknown {
    const live = this.find(type);
    if (live === undefined) return undefined;
    return type.clock ? { ...Object(live) } : type.create(live);
  }

  /**
   * Writes the fields that `init` says into a resource that is there, and keeps the others; the live value stays the same object.
   * Throws `UnknownResource`, `ResourceMissing`, or `InvalidArgument` for a clock, which the world keeps.
   */
  assign<Value, Init>(type: ResourceType<Value, Init>, init: Init): void {
    this.#gate.require("assign to a resource");
    const live = this.get(type);
    if (type.clock) {
      const help = "give `step` another length of time, or `createWorld` another `fixedStep`";
      throw new EcsError("InvalidArgument", `resource \`${type.name}\` is a clock, which the world keeps`, help);
    }
    const made = type.create({ ...live, ...init });
    for (const name of Object.keys(Object(init))) Reflect.set(Object(live), name, Reflect.get(Object(made), name));
  }

  /** Takes a resource out; `false` when it was not there. Throws `UnknownResource`. */
  remove(type: ResourceType): boolean {
    this.#gate.require("remove a resource");
    this.#require(type);
    const present = this.#values[type.index] !== undefined;
    this.#values[type.index] = undefined;
    return present;
  }

  /** Every resource that is there, with its live value, in dense order. */
  all(): ResourcePair[] {
    return this.types.flatMap((type): ResourcePair[] => {
      const value = this.#values[type.index];
      return value === undefined ? [] : [[type, value]];
    });
  }

  /** Takes over a copy of what another world of the same layout has. */
  copyFrom(other: Resources): void {
    for (const type of this.types) this.restore(type, other.#values[type.index]);
  }

  /** Makes a resource what it was when its value was read, or takes it away when there was none. */
  restore(type: ResourceType, value: unknown): void {
    const made = value === undefined ? undefined : type.create(value);
    this.#values[type.index] = made;
    if (made === undefined || !type.clock || !isClock(value)) return;
    const { delta, elapsed, tick } = value;
    Object.assign(this.#clock(type), { delta, elapsed, tick });
  }

  /** Makes all values anew. */
  reset(): void {
    for (const type of this.types) this.#values[type.index] = this.#start(type);
  }

  #start<Value, Init>(type: ResourceType<Value, Init>): Value {
    const value = type.create();
    if (value instanceof Random) Object.assign(value, this.#source.fork(...halvesOf(type.id)));
    return value;
  }

  #require(type: ResourceType): void {
    if (type !== undefined && type !== null && this.types[type.index] === type) return;
    const message = `resource \`${shownToken(type)}\` is not part of this world`;
    throw new EcsError("UnknownResource", message, "use the tokens that were generated together with the world");
  }

  #clock(type: ResourceType): Clock {
    const value = this.#values[type.index];
    if (isClock(value)) return value;
    const message = `resource \`${type.name}\` is marked as a clock, but has no \`delta\`, \`elapsed\` and \`tick\``;
    throw new EcsError("InvalidLayout", message, "declare it with `clock()`");
  }
}

/** As numbers that lose nothing. */
function halvesOf(id: bigint): [number, number] {
  return [Number(BigInt.asUintN(32, id)), Number(id >> 32n)];
}

function isClock(value: unknown): value is Clock {
  return typeof value === "object" && value !== null && "delta" in value && "elapsed" in value && "tick" in value;
}
