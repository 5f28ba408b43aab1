import type { Entity, RelationType } from "ecsgen/runtime";
import { failWith } from "./failures.js";
import { copied } from "./rows.js";

/** An edge, and its data as a row. */
export interface ReferenceEdge {
  readonly source: Entity;
  readonly target: Entity;
  row: unknown;
}

/** The edges of each relation. */
export type EdgesCopy = readonly (readonly [RelationType, readonly ReferenceEdge[]])[];

function copyOf({ source, target, row }: ReferenceEdge): ReferenceEdge {
  return { source, target, row: copied(row) };
}

/** Relations as a list of edges for each, in order of adding. */
export class ReferenceEdges {
  readonly #edges: Map<RelationType, ReferenceEdge[]>;

  constructor(relations: readonly RelationType[]) {
    this.#edges = new Map(relations.map((relation) => [relation, []]));
  }

  of(relation: RelationType): ReferenceEdge[] {
    return this.#edges.get(relation) ?? failWith("UnknownRelation");
  }

  find(source: Entity, relation: RelationType, target: Entity): ReferenceEdge | undefined {
    return this.of(relation).find((edge) => edge.source === source && edge.target === target);
  }

  targets(source: Entity, relation: RelationType): Entity[] {
    return this.of(relation).flatMap((edge) => (edge.source === source ? [edge.target] : []));
  }

  sources(target: Entity, relation: RelationType): Entity[] {
    return this.of(relation).flatMap((edge) => (edge.target === target ? [edge.source] : []));
  }

  /** Adds an edge, or writes the data of one anew; `rowOf` makes the data, and may throw. */
  add(source: Entity, relation: RelationType, target: Entity, rowOf: () => unknown): void {
    if (relation.acyclic && this.#reached(target, relation).has(source)) failWith("RelationCycle");
    const known = this.find(source, relation, target);
    const row = rowOf();
    if (known !== undefined) known.row = row;
    else {
      if (relation.exclusive) this.remove(source, relation);
      this.of(relation).push({ source, target, row });
    }
  }

  remove(source: Entity, relation: RelationType, target?: Entity): number {
    return this.#drop(relation, (edge) => edge.source === source && (target === undefined || edge.target === target));
  }

  /** Takes an entity out of all relations. */
  forget(entity: Entity): void {
    for (const relation of this.#edges.keys()) {
      this.#drop(relation, ({ source, target }) => source === entity || target === entity);
    }
  }

  copy(): EdgesCopy {
    return [...this.#edges].map(([relation, edges]) => [relation, edges.map(copyOf)]);
  }

  takeOver(edges: EdgesCopy): void {
    for (const [relation, list] of edges) this.#edges.set(relation, list.map(copyOf));
  }

  clear(): void {
    for (const edges of this.#edges.values()) edges.length = 0;
  }

  /** Ends an entity, then what is bound to it, and so on; unless the first one does not end. */
  despawn(entity: Entity, end: (entity: Entity) => boolean): boolean {
    this.#requireAllowed(entity);
    return this.#endWithBound(entity, end);
  }

  #endWithBound(entity: Entity, end: (entity: Entity) => boolean): boolean {
    const waiting = this.#sourcesBy("cascade", entity);
    if (!end(entity)) return false;
    for (const one of waiting) {
      const bound = this.#sourcesBy("cascade", one);
      if (end(one)) waiting.push(...bound);
    }
    return true;
  }

  /** Ends several as `despawn` does; none when one must stay. */
  despawnAll(entities: readonly Entity[], end: (entity: Entity) => boolean): void {
    this.#requireAllowed(...entities);
    for (const entity of entities) this.#endWithBound(entity, end);
  }

  #requireAllowed(...entities: readonly Entity[]): void {
    const ending = new Set(entities);
    for (const one of ending) for (const source of this.#sourcesBy("cascade", one)) ending.add(source);
    for (const one of ending) {
      if (this.#sourcesBy("refuse", one).some((source) => !ending.has(source))) failWith("RelationRefused");
    }
  }

  #sourcesBy(policy: RelationType["onTargetDespawn"], target: Entity): Entity[] {
    return [...this.#edges.keys()]
      .filter((relation) => relation.onTargetDespawn === policy)
      .flatMap((relation) => this.sources(target, relation));
  }

  #drop(relation: RelationType, goes: (edge: ReferenceEdge) => boolean): number {
    const edges = this.of(relation);
    const kept = edges.filter((edge) => !goes(edge));
    this.#edges.set(relation, kept);
    return edges.length - kept.length;
  }

  /** Where edges lead to from an entity, itself included. */
  #reached(from: Entity, relation: RelationType): Set<Entity> {
    const reached = new Set([from]);
    for (const entity of reached) for (const target of this.targets(entity, relation)) reached.add(target);
    return reached;
  }
}
