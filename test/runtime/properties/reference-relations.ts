import type { Entity, RelationType } from "ecsgen/runtime";
import { indexOf } from "ecsgen/runtime";
import { failWith } from "./failures.js";
import type { ReferenceGate } from "./reference-gate.js";
import type { ReferenceStore } from "./reference-store.js";
import type { ReferenceStructure } from "./reference-structure.js";
import { assign, copied } from "./rows.js";
import type { RelationsLike } from "./world-like.js";

/** Relations as their list of edges tells them. */
export class ReferenceRelations implements RelationsLike {
  readonly #store: ReferenceStore;
  readonly #gate: ReferenceGate;
  readonly #structure: ReferenceStructure;

  constructor(store: ReferenceStore, gate: ReferenceGate, structure: ReferenceStructure) {
    this.#store = store;
    this.#gate = gate;
    this.#structure = structure;
  }

  add(source: Entity, type: RelationType, target: Entity, init?: unknown): void {
    this.#structure.relate(source, type, target, init);
  }

  remove(source: Entity, type: RelationType, target?: Entity): number {
    return this.#structure.unrelate(source, type, target);
  }

  has(source: Entity, type: RelationType, target?: Entity): boolean {
    this.#require(source, target);
    return target === undefined ? this.targets(source, type).length > 0 : this.targets(source, type).includes(target);
  }

  get(source: Entity, type: RelationType, target: Entity): unknown {
    this.#require(source, target);
    return copied(this.#store.edges.find(source, type, target)?.row);
  }

  set(source: Entity, type: RelationType, target: Entity, init: unknown): void {
    this.#gate.requireOpen();
    this.#require(source, target);
    const edge = this.#store.edges.find(source, type, target) ?? failWith("RelationMissing");
    const row = copied(edge.row);
    assign(type, row, init);
    edge.row = row;
  }

  targets(source: Entity, type: RelationType): Entity[] {
    this.#require(source);
    return this.#store.edges.targets(source, type);
  }

  sources(target: Entity, type: RelationType): Entity[] {
    this.#require(target);
    return this.#store.edges.sources(target, type);
  }

  count(type: RelationType): number {
    return this.#store.edges.of(type).length;
  }

  roots(type: RelationType): Entity[] {
    this.#requireHierarchy(type);
    const targets = new Set(this.#store.edges.of(type).map(({ target }) => target));
    const roots = [...targets].filter((target) => this.#store.edges.targets(target, type).length === 0);
    return roots.sort((a, b) => indexOf(a) - indexOf(b));
  }

  hierarchy(type: RelationType): readonly Entity[] {
    const order = this.roots(type);
    for (const entity of order) order.push(...this.#store.edges.sources(entity, type));
    const all = new Set(this.#store.edges.of(type).flatMap(({ source, target }) => [source, target]));
    return order.length < all.size ? failWith("RelationCycle") : order;
  }

  ancestors(source: Entity, type: RelationType): Entity[] {
    this.#require(source);
    this.#requireHierarchy(type);
    const found: Entity[] = [];
    for (const target of this.#chain(source, type)) {
      if (found.includes(target)) failWith("RelationCycle");
      found.push(target);
    }
    return found;
  }

  descendants(target: Entity, type: RelationType): Entity[] {
    this.#require(target);
    this.#requireHierarchy(type);
    const found = this.#store.edges.sources(target, type);
    for (const entity of found) {
      if (entity === target) failWith("RelationCycle");
      found.push(...this.#store.edges.sources(entity, type));
    }
    return found;
  }

  *#chain(source: Entity, type: RelationType): Iterable<Entity> {
    for (let at = this.#store.edges.targets(source, type)[0]; at !== undefined;) {
      yield at;
      at = this.#store.edges.targets(at, type)[0];
    }
  }

  #require(source: Entity, target: Entity = source): void {
    this.#store.require(source);
    this.#store.require(target);
  }

  #requireHierarchy(type: RelationType): void {
    if (!type.exclusive) failWith("InvalidArgument");
  }
}
