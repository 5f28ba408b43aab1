import { describeEntity, indexOf, type Entity } from "../entities/entity.js";
import type { EntityIndex } from "../entities/entity-index.js";
import { EcsError } from "../errors.js";
import { shownToken } from "../given.js";
import type { EntityLinks } from "../tables/entity-links.js";
import type { Storage } from "../tables/storage.js";
import { requireAcyclic } from "./cycles.js";
import { EdgeStore } from "./edge-store.js";
import type { RelationType } from "./relation-type.js";

/** What an edge of some source is. */
export interface EdgeCopy {
  readonly type: RelationType;
  readonly target: Entity;
  /** Undefined for a relation without data. */
  readonly data: unknown;
}

/** How many entities a message names before it counts the others. */
const mostNamed = 5;

/** The edges of all relations of a layout, and what they mean for the end of an entity. */
export class EdgeStores implements EntityLinks {
  readonly entities: EntityIndex;
  readonly all: readonly EdgeStore[];
  private readonly cascading: readonly EdgeStore[];
  private readonly refusing: readonly EdgeStore[];
  /** Both of them. */
  private readonly binding: readonly EdgeStore[];

  /** Throws `InvalidLayout` when indices are not dense. */
  constructor(types: readonly RelationType[], storage: Storage) {
    const misplaced = types.find((type, index) => type.index !== index);
    if (misplaced !== undefined) {
      const message = `relation \`${misplaced.name}\` does not stand at its index, ${misplaced.index}, in the layout`;
      throw new EcsError("InvalidLayout", message, "list the relations in dense order, each once");
    }
    this.entities = storage.entities;
    this.all = types.map((type) => new EdgeStore(storage.memory, type, types.length));
    this.cascading = this.all.filter(({ type }) => type.onTargetDespawn === "cascade");
    this.refusing = this.all.filter(({ type }) => type.onTargetDespawn === "refuse");
    this.binding = [...this.cascading, ...this.refusing];
    if (types.length > 0) storage.links = this;
  }

  /** Bytes beside the arena. */
  get bytes(): number {
    return this.all.reduce((bytes, store) => bytes + store.bytes, 0);
  }

  /** The edges of a relation. Throws `UnknownRelation`. */
  of(type: RelationType): EdgeStore {
    const store: EdgeStore | undefined = this.all[type?.index];
    if (store !== undefined && store.type === type) return store;
    const message = `relation \`${shownToken(type)}\` is not part of this world`;
    throw new EcsError("UnknownRelation", message, "use the tokens that were generated together with the world");
  }

  /** Throws `UnknownRelation`, or `StaleEntity` when an end that is given is not alive; `verb` is what was asked. */
  require(verb: string, source: Entity, type: RelationType, target?: Entity): void {
    this.of(type);
    if (!this.entities.isAlive(source)) this.entities.require(source, `\`${verb}\` of \`${type.name}\``);
    if (target === undefined || this.entities.isAlive(target)) return;
    this.entities.require(target, `\`${verb}\` of \`${type.name}\` to it`);
  }

  /** Relates two living entities. Throws `RelationCycle` or `ArenaFull`, with nothing changed. */
  add(source: Entity, type: RelationType, target: Entity, init: unknown): void {
    const store = this.of(type);
    if (type.acyclic) requireAcyclic(store, source, target);
    store.put(source, target, init);
  }

  /** Copies of the edges that start from an entity: by relation, in order of adding. */
  copiesFrom(source: Entity): EdgeCopy[] {
    return this.all.flatMap((store) =>
      targetsOf(store, source).map((target) => {
        const { columns, objects } = store.type;
        const data = columns.length + objects === 0 ? undefined : store.at(store.find(indexOf(source), target)).$read();
        return { type: store.type, target, data };
      }),
    );
  }

  /** Takes the edge to a target out, or all edges of a source, and says how many they were. */
  remove(source: Entity, type: RelationType, target: Entity | undefined): number {
    const store = this.of(type);
    if (target === undefined) return store.removeOutgoing(source);
    const row = store.find(indexOf(source), target);
    if (row < 0) return 0;
    store.removeRow(row);
    return 1;
  }

  /**
   * Ends an entity, then the sources that are bound to it by a cascading relation, and so on: targets before their
   * sources, those in order of adding. Throws `RelationRefused`, with nothing changed.
   */
  despawn(entity: Entity, end: (entity: Entity) => boolean): boolean {
    if (!this.entities.isAlive(entity)) return false;
    if (!this.binds(entity)) return end(entity);
    this.requireAllowed([entity]);
    return this.endWithBound(entity, end);
  }

  /**
   * Ends several entities in order, each as `despawn` does. Throws `RelationRefused`, with nothing changed, unless what
   * refuses would end as well.
   */
  despawnAll(entities: readonly Entity[], end: (entity: Entity) => boolean): void {
    this.requireAllowed(entities.filter((entity) => this.entities.isAlive(entity)));
    for (const entity of entities) this.endWithBound(entity, end);
  }

  private endWithBound(entity: Entity, end: (entity: Entity) => boolean): boolean {
    const waiting = this.boundTo(entity);
    if (!end(entity)) return false;
    for (let i = 0; i < waiting.length; i++) {
      const next = this.boundTo(waiting[i]);
      if (end(waiting[i])) for (const source of next) waiting.push(source);
    }
    return true;
  }

  /** Whether the end of an entity concerns others. */
  binds(entity: Entity): boolean {
    for (let i = 0; i < this.binding.length; i++) {
      if (this.binding[i].incoming.first(indexOf(entity)) >= 0) return true;
    }
    return false;
  }

  /** Takes over a copy of all edges of another world of the same layout; these stores are empty. Throws `ArenaFull`. */
  copyFrom(other: EdgeStores): void {
    for (const [index, store] of this.all.entries()) store.copyFrom(other.all[index]);
  }

  /** Takes all edges of an entity out. */
  forget(entity: Entity): void {
    for (let i = 0; i < this.all.length; i++) if (this.all[i].table.count > 0) this.all[i].forget(entity);
  }

  /** Takes all edges out and gives their memory back. */
  clear(): void {
    for (const store of this.all) store.clear();
  }

  /** What ends with an entity, directly; nothing for one that has ended. */
  private boundTo(entity: Entity): Entity[] {
    const bound: Entity[] = [];
    if (!this.entities.isAlive(entity)) return bound;
    for (const store of this.cascading) pushSources(store, entity, bound);
    return bound;
  }

  private requireAllowed(entities: readonly Entity[]): void {
    if (this.refusing.length === 0) return;
    const because = new Map(entities.map((entity) => [entity, entity]));
    for (const [one, first] of because) {
      for (const source of this.boundTo(one)) if (!because.has(source)) because.set(source, first);
    }
    for (const [one, first] of because) {
      for (const store of this.refusing) {
        const sources = sourcesOf(store, one).filter((source) => !because.has(source));
        if (sources.length > 0) throw refused(first, one, store.type, sources);
      }
    }
  }
}

/** The sources of an entity's incoming edges, in order of adding. */
export function sourcesOf(store: EdgeStore, target: Entity): Entity[] {
  const found: Entity[] = [];
  pushSources(store, target, found);
  return found;
}

function pushSources(store: EdgeStore, target: Entity, to: Entity[]): void {
  store.incoming.pushEnds(indexOf(target), store.table.entities, to);
}

/** The targets of an entity's outgoing edges, in order of adding. */
export function targetsOf(store: EdgeStore, source: Entity): Entity[] {
  const found: Entity[] = [];
  store.outgoing.pushEnds(indexOf(source), store.targets, found);
  return found;
}

function refused(entity: Entity, target: Entity, type: RelationType, sources: readonly Entity[]): EcsError {
  const named = sources.slice(0, mostNamed).map(describeEntity).join(", ");
  const others = sources.length > mostNamed ? ` and ${sources.length - mostNamed} more` : "";
  const along = entity === target ? "" : `, which would end with ${describeEntity(entity)},`;
  return new EcsError(
    "RelationRefused",
    `${describeEntity(target)}${along} cannot be despawned: \`${type.name}\` leads to it from ${named}${others}`,
    `despawn the sources first, or take their edges away with \`world.relations.remove(source, ${type.name.split(".").at(-1) ?? type.name}, target)\``,
  );
}
