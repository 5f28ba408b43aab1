import type { Entity, ModelId } from "ecsgen/runtime";
import type { WorldLike } from "./world-like.js";

/** How many of the last ids a script talks about. */
const remembered = 16;
const rememberedModels = 8;

/**
 * What a script acts on: two worlds of one sort, the ids and subscriptions that were handed out, and a log of all that
 * happened. The same script runs on a stage of real worlds and on one of reference worlds; then the logs are compared.
 */
export class Stage<World extends WorldLike = WorldLike> {
  readonly worlds: readonly [World, World];
  readonly log: unknown[] = [];
  /** The worlds that something was done with since the last comparison. */
  readonly touched = new Set<0 | 1>();
  /** In order of arrival, of both worlds, ended or not. */
  readonly subscriptions: object[] = [];
  /** How to end each observation, in order of arrival. */
  readonly observations: (() => void)[] = [];
  /** How many calls were made. */
  operations = 0;
  #known: Entity[] = [];
  #models: ModelId[] = [];

  constructor(worlds: readonly [World, World]) {
    this.worlds = worlds;
  }

  /** The ids that are remembered: living, stale, of both worlds. */
  get known(): readonly Entity[] {
    return this.#known;
  }

  /** The world for a call. */
  world(place: 0 | 1): World {
    this.touched.add(place);
    return this.worlds[place];
  }

  /** An id that was handed out; a new world has none. */
  pick(number: number): Entity | undefined {
    return this.#known[number % Math.max(this.#known.length, 1)];
  }

  /** The id of a model that was handed out, of either world. */
  model(number: number): ModelId | undefined {
    return this.#models[number % Math.max(this.#models.length, 1)];
  }

  rememberModel(id: ModelId): void {
    this.#models = [...this.#models, id].slice(-rememberedModels);
  }

  remember(entities: readonly Entity[]): void {
    this.#known = [...this.#known, ...entities.filter((entity) => !this.#known.includes(entity))].slice(-remembered);
  }
}

/** One call of a script, which says in a few words what it does. */
export class Step {
  readonly #text: () => string;
  readonly #call: (stage: Stage) => void;

  constructor(text: () => string, call: (stage: Stage) => void) {
    this.#text = text;
    this.#call = call;
  }

  run(stage: Stage): void {
    stage.operations++;
    this.#call(stage);
  }

  /** How a counterexample prints it. */
  toString(): string {
    return this.#text();
  }
}
