import { indexOf, type Entity } from "../entities/entity.js";
import type { EntityIndex } from "../entities/entity-index.js";
import { EcsError } from "../errors.js";
import { cycle } from "./cycles.js";
import type { EdgeStore } from "./edge-store.js";

/**
 * An exclusive relation as a forest: the target of an entity is its parent, its sources are its children. Whoever meets a
 * circle throws `RelationCycle`; in a relation that is declared `acyclic` there is none.
 */
export class Hierarchy {
  readonly #store: EdgeStore;
  readonly #entities: EntityIndex;
  #order: readonly Entity[] = [];
  #version = -1;

  /** Throws `InvalidArgument` for a relation with many targets. */
  constructor(store: EdgeStore, entities: EntityIndex) {
    if (!store.type.exclusive) {
      const message = `relation \`${store.type.name}\` allows many targets, so it is no hierarchy`;
      throw new EcsError("InvalidArgument", message, "declare it with `exclusive: true`");
    }
    this.#store = store;
    this.#entities = entities;
  }

  /** The parent of a living entity. */
  parent(entity: Entity): Entity | undefined {
    const row = this.#store.outgoing.first(indexOf(entity));
    return row < 0 ? undefined : this.#store.target(row);
  }

  /** Entities with children and without a parent, ascending by index. */
  roots(): Entity[] {
    const { incoming, outgoing } = this.#store;
    return incoming
      .indices()
      .filter((index) => outgoing.count(index) === 0)
      .map((index) => this.#entities.slots.at(index));
  }

  /**
   * All entities that have a parent or children, by depth: roots, their children in order of adding, theirs, and so on. Kept until
   * an edge comes or goes. Throws `RelationCycle`.
   */
  order(): readonly Entity[] {
    if (this.#version === this.#store.version) return this.#order;
    const order = this.roots();
    const roots = order.length;
    for (let i = 0; i < order.length; i++) this.#pushChildren(order[i], order);
    if (order.length - roots < this.#store.table.count) throw this.#circle(new Set(order));
    this.#order = order;
    this.#version = this.#store.version;
    return order;
  }

  /** Parent, its parent, and so on up to the root. Throws `RelationCycle`. */
  ancestors(entity: Entity): Entity[] {
    const found: Entity[] = [];
    for (let at = this.parent(entity); at !== undefined; at = this.parent(at)) {
      found.push(at);
      if (found.length > this.#store.table.count) throw this.#circleAbove(at);
    }
    return found;
  }

  /** Children in order of adding, then theirs, and so on. Throws `RelationCycle`. */
  descendants(entity: Entity): Entity[] {
    const found: Entity[] = [];
    this.#pushChildren(entity, found);
    for (let i = 0; i < found.length; i++) {
      if (found[i] === entity) throw this.#circleAbove(entity);
      this.#pushChildren(found[i], found);
    }
    return found;
  }

  #pushChildren(entity: Entity, to: Entity[]): void {
    const { incoming } = this.#store;
    for (let row = incoming.first(indexOf(entity)); row >= 0; row = incoming.next(row))
      to.push(this.#store.source(row));
  }

  /** Some entity that no root leads to is in a circle, or below one. */
  #circle(reached: ReadonlySet<Entity>): EcsError {
    let row = 0;
    while (reached.has(this.#store.source(row))) row++;
    const above = new Set<Entity>();
    let at: Entity | undefined = this.#store.source(row);
    while (at !== undefined && !above.has(at)) {
      above.add(at);
      at = this.parent(at);
    }
    return this.#circleAbove(at ?? this.#store.source(row));
  }

  #circleAbove(entity: Entity): EcsError {
    const path = [entity];
    for (let at = this.parent(entity); at !== undefined && at !== entity; at = this.parent(at)) path.push(at);
    return cycle(this.#store, [...path, entity], "leads");
  }
}
