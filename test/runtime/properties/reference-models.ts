import { indexOf, type Entity, type ModelId } from "ecsgen/runtime";
import type * as kit from "../kit/generated/index.js";
import { failWith } from "./failures.js";
import type { ReferenceGate } from "./reference-gate.js";
import { ReferenceIds, type IdsCopy } from "./reference-ids.js";
import { copied } from "./rows.js";
import type { ModelsLike } from "./world-like.js";

/** All models of a pool. */
export interface ModelsCopy {
  readonly ids: IdsCopy;
  readonly screens: readonly (readonly [Entity, unknown])[];
}

/** The one pool of the kit: records by id. */
export class ReferenceModels implements ModelsLike {
  readonly #gate: ReferenceGate;
  readonly #ids = new ReferenceIds();
  readonly #screens = new Map<Entity, unknown>();

  constructor(gate: ReferenceGate) {
    this.#gate = gate;
  }

  get count(): number {
    return this.#screens.size;
  }

  create(init: kit.ScreenInit = {}): ModelId {
    this.#gate.requireOpen();
    const id = this.#ids.take();
    try {
      this.#screens.set(id, { width: init.width ?? 640, title: init.title ?? "", layers: [...(init.layers ?? [])] });
    } catch (error) {
      this.#ids.release(id);
      throw error;
    }
    return modelOf(id);
  }

  get(id: ModelId): unknown {
    return this.#screens.get(slotOf(id)) ?? failWith("StaleModel");
  }

  isAlive(id: ModelId): boolean {
    return this.#screens.has(slotOf(id));
  }

  release(id: ModelId): boolean {
    this.#gate.requireOpen();
    return this.#end(slotOf(id));
  }

  clear(): void {
    for (const id of this.ids()) this.#end(slotOf(id));
  }

  ids(): ModelId[] {
    return [...this.#screens.keys()].sort((a, b) => indexOf(a) - indexOf(b)).map(modelOf);
  }

  copy(): ModelsCopy {
    return { ids: this.#ids.copy(), screens: [...this.#screens].map(([id, screen]) => [id, copied(screen)]) };
  }

  takeOver({ ids, screens }: ModelsCopy): void {
    this.#ids.takeOver(ids);
    this.#screens.clear();
    for (const [id, screen] of screens) this.#screens.set(id, copied(screen));
  }

  /** Without models, and with the same ids again. */
  reset(): void {
    this.#ids.reset();
    this.#screens.clear();
  }

  #end(id: Entity): boolean {
    if (!this.#screens.delete(id)) return false;
    this.#ids.release(id);
    return true;
  }
}

/** Model ids are made as entity ids are. */
function modelOf(id: Entity): ModelId {
  const bits: number = id;
  return bits as ModelId;
}

function slotOf(id: ModelId): Entity {
  const bits: number = id;
  return bits as Entity;
}
