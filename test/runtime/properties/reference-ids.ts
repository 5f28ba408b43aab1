import { generationOf, indexOf, type Entity } from "../../../runtime/entities/entity.js";
import { makeEntity } from "../../../runtime/entities/entity.js";

/** Which ids come next. */
export interface IdsCopy {
  readonly free: readonly Entity[];
  readonly used: number;
}

/** Ids as the documents promise them: indices in order, freed ones again first-in first-out, 1,023 generations each. */
export class ReferenceIds {
  #free: Entity[] = [];
  #used = 0;

  take(): Entity {
    return this.#free.shift() ?? makeEntity(this.#used++, 1);
  }

  /** The id of this index; none when it is in use. Indices below it that were never used become free. */
  takeAt(index: number): Entity | undefined {
    while (this.#used <= index) this.#free.push(makeEntity(this.#used++, 1));
    const free = this.#free.find((id) => indexOf(id) === index);
    if (free === undefined) return undefined;
    this.#free = this.#free.filter((id) => id !== free);
    return free;
  }

  release(id: Entity): void {
    if (generationOf(id) < 1023) this.#free.push(makeEntity(indexOf(id), generationOf(id) + 1));
  }

  copy(): IdsCopy {
    return { free: [...this.#free], used: this.#used };
  }

  takeOver({ free, used }: IdsCopy): void {
    this.#free = [...free];
    this.#used = used;
  }

  reset(): void {
    this.#free = [];
    this.#used = 0;
  }
}
