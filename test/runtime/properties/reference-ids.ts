import { generationOf, indexOf, type Entity } from "../../../runtime/entities/entity.js";
import { makeEntity } from "../../../runtime/entities/entity.js";

/** Ids as the documents promise them: indices in order, freed ones again first-in first-out, 1,023 generations each. */
export class ReferenceIds {
  readonly #free: Entity[] = [];
  #used = 0;

  take(): Entity {
    return this.#free.shift() ?? makeEntity(this.#used++, 1);
  }

  release(id: Entity): void {
    if (generationOf(id) < 1023) this.#free.push(makeEntity(indexOf(id), generationOf(id) + 1));
  }
}
