import type { ComponentType, Entity } from "ecsgen/runtime";
import { allComponents } from "../kit/all-components.js";
import { allRelations } from "../kit/all-relations.js";
import { failWith } from "./failures.js";
import type { ReferenceGate } from "./reference-gate.js";
import type { ReferenceStore } from "./reference-store.js";
import type { ReferenceStructure } from "./reference-structure.js";
import { copied } from "./rows.js";
import type { BatchesLike, Pair } from "./world-like.js";

/** Many changes at once: each wholly or not at all. */
export class ReferenceBatches implements BatchesLike {
  readonly #store: ReferenceStore;
  readonly #gate: ReferenceGate;
  readonly #structure: ReferenceStructure;

  constructor(store: ReferenceStore, gate: ReferenceGate, structure: ReferenceStructure) {
    this.#store = store;
    this.#gate = gate;
    this.#structure = structure;
  }

  spawnOne(list: readonly Pair[] = []): Entity {
    return this.#structure.spawn(keyed(list));
  }

  spawn(lists: readonly (readonly Pair[])[]): Entity[] {
    const all = lists.map(keyed);
    return this.#structure.spawnMany(all.length, (index) => all[index]);
  }

  spawnAt(index: number, list: readonly Pair[] = []): Entity {
    return this.#structure.spawnAt(index, keyed(list));
  }

  clone(entity: Entity): Entity {
    const types = this.componentsOf(entity);
    const components = keyed(types.map((type) => [type, copied(this.#store.row(entity, type))]));
    const edges = allRelations.flatMap((relation) =>
      this.#store.edges.targets(entity, relation).map((target) => {
        return { relation, target, row: copied(this.#store.edges.find(entity, relation, target)?.row) };
      }),
    );
    const { changes, commands } = this.#structure;
    if (edges.length === 0 || this.#gate.depth > 0) {
      const made = this.#structure.spawn(components);
      for (const { relation, target, row } of edges) commands.relate(made, relation, target, row);
      return made;
    }
    this.#gate.requireOpen();
    const make = (): Entity => {
      const [made] = changes.spawn(1, components);
      for (const { relation, target, row } of edges) this.#store.edges.add(made, relation, target, () => row);
      return made;
    };
    return changes.watched ? this.#gate.scope(() => this.#structure.loop(make)) : make();
  }

  componentsOf(entity: Entity): ComponentType[] {
    this.#store.require(entity);
    return allComponents.filter((type) => this.#store.has(entity, type));
  }

  add(entity: Entity, list: readonly Pair[]): void {
    this.#gate.requireOpen();
    keyed(list);
    this.#store.require(entity);
    if (list.some(([type]) => this.#store.has(entity, type))) failWith("ComponentAlreadyPresent");
    if (this.#structure.mustWait(entity)) this.#structure.commands.addAll(entity, list);
    else this.#structure.changes.addAll(entity, list);
  }

  despawn(entities: readonly Entity[]): number {
    this.#gate.requireOpen();
    const living = [...new Set(entities)].filter((entity) => this.#store.alive.has(entity));
    if (this.#gate.depth > 0) {
      for (const entity of living) this.#structure.commands.despawn(entity);
      return living.length;
    }
    this.#structure.changes.despawnAll(living);
    return living.filter((entity) => !this.#store.alive.has(entity)).length;
  }

  remove(entity: Entity, types: readonly ComponentType[]): number {
    this.#gate.requireOpen();
    this.#store.require(entity);
    const present = [...new Set(types)].filter((type) => this.#store.has(entity, type));
    if (!this.#structure.mustWait(entity)) return this.#structure.changes.removeAll(entity, present);
    for (const type of present) this.#structure.commands.remove(entity, type);
    return present.length;
  }

  get(entity: Entity, types: readonly ComponentType[]): unknown[] {
    this.#store.require(entity);
    return types.map((type) => copied(this.#store.row(entity, type)));
  }

  replace(entity: Entity, type: ComponentType, init?: unknown): void {
    this.#structure.replace(entity, type, init);
  }
}

/** The object for `spawn`. */
function keyed(list: readonly Pair[]): Record<string, unknown> {
  const types = list.map(([type]) => type);
  if (new Set(types).size < types.length) failWith("InvalidArgument");
  return Object.fromEntries(list.map(([type, init]) => [type.key, init ?? {}]));
}
