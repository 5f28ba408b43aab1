import type { Entity, EcsErrorCode, RelationType } from "ecsgen/runtime";

/** An edge of the naive model; `amount` stands for its data. */
interface Edge {
  readonly source: Entity;
  readonly target: Entity;
  amount: number;
}

/** What the naive model refuses, by the code of the error. */
export class Refused extends Error {
  readonly code: EcsErrorCode;

  constructor(code: EcsErrorCode) {
    super(code);
    this.code = code;
  }
}

/** Relations as a list of edges for each, in order of adding: obviously right, and slow. */
export class ReferenceEdges {
  readonly alive = new Set<Entity>();
  readonly #edges: Map<RelationType, Edge[]>;

  constructor(relations: readonly RelationType[]) {
    this.#edges = new Map(relations.map((relation) => [relation, []]));
  }

  add(source: Entity, relation: RelationType, target: Entity, amount: number): void {
    if (relation.acyclic && this.#leads(target, relation, source)) throw new Refused("RelationCycle");
    const known = this.find(source, relation, target);
    if (known !== undefined) known.amount = amount;
    else {
      if (relation.exclusive) this.remove(source, relation);
      this.#of(relation).push({ source, target, amount });
    }
  }

  remove(source: Entity, relation: RelationType, target?: Entity): number {
    return this.#drop(relation, (edge) => edge.source === source && (target === undefined || edge.target === target));
  }

  find(source: Entity, relation: RelationType, target: Entity): Edge | undefined {
    return this.#of(relation).find((edge) => edge.source === source && edge.target === target);
  }

  targets(source: Entity, relation: RelationType): Entity[] {
    return this.#of(relation).flatMap((edge) => (edge.source === source ? [edge.target] : []));
  }

  sources(target: Entity, relation: RelationType): Entity[] {
    return this.#of(relation).flatMap((edge) => (edge.target === target ? [edge.source] : []));
  }

  count(relation: RelationType): number {
    return this.#of(relation).length;
  }

  despawn(entity: Entity): void {
    const ending = new Set([entity]);
    for (const one of ending) for (const source of this.#sourcesBy("cascade", one)) ending.add(source);
    for (const one of ending) {
      if (this.#sourcesBy("refuse", one).some((source) => !ending.has(source))) throw new Refused("RelationRefused");
    }
    for (const one of ending) this.alive.delete(one);
    for (const relation of this.#edges.keys()) {
      this.#drop(relation, ({ source, target }) => ending.has(source) || ending.has(target));
    }
  }

  #of(relation: RelationType): Edge[] {
    return this.#edges.get(relation) ?? [];
  }

  #drop(relation: RelationType, goes: (edge: Edge) => boolean): number {
    const edges = this.#of(relation);
    this.#edges.set(
      relation,
      edges.filter((edge) => !goes(edge)),
    );
    return edges.length - this.count(relation);
  }

  #sourcesBy(policy: RelationType["onTargetDespawn"], target: Entity): Entity[] {
    return [...this.#edges.keys()]
      .filter((relation) => relation.onTargetDespawn === policy)
      .flatMap((relation) => this.sources(target, relation));
  }

  #leads(from: Entity, relation: RelationType, to: Entity): boolean {
    const reached = new Set([from]);
    for (const entity of reached) for (const target of this.targets(entity, relation)) reached.add(target);
    return reached.has(to);
  }
}
