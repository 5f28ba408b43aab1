import { indexOf, type Entity } from "../entities/entity.js";
import type { EntityIndex } from "../entities/entity-index.js";
import type { Driver } from "../tables/driver.js";
import type { Membership } from "../tables/membership.js";
import type { EdgeStore } from "./edge-store.js";

/** Entities that are the source of an edge, to whatever target. */
export class HasEdge implements Membership {
  private readonly store: EdgeStore;

  constructor(store: EdgeStore) {
    this.store = store;
  }

  has(entityIndex: number): boolean {
    return this.store.outgoing.first(entityIndex) >= 0;
  }
}

/** Entities that are the source of an edge to one target, in order of adding; none when the target has ended. */
export class HasEdgeTo implements Membership, Driver {
  readonly most: number | undefined = undefined;
  private readonly store: EdgeStore;
  private readonly target: Entity;
  private readonly entities: EntityIndex;

  constructor(store: EdgeStore, target: Entity, entities: EntityIndex) {
    this.store = store;
    this.target = target;
    this.entities = entities;
  }

  has(entityIndex: number): boolean {
    return this.store.find(entityIndex, this.target) >= 0;
  }

  visit(visitor: (entity: Entity) => boolean): void {
    if (!this.entities.isAlive(this.target)) return;
    const { incoming } = this.store;
    for (let row = incoming.first(indexOf(this.target)); row >= 0; row = incoming.next(row)) {
      if (!visitor(this.store.source(row))) return;
    }
  }
}
