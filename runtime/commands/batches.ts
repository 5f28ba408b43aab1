import type { Entity } from "../entities/entity.js";
import type { Gate } from "../gate.js";
import { requireList } from "../given.js";
import { keyedComponents, type ComponentList, type PossibleValues } from "../tables/component-list.js";
import type { ComponentType } from "../tables/component-type.js";
import type { Storage } from "../tables/storage.js";
import type { Structure } from "./structure.js";

/** Changes of many things at once: each is made wholly or not at all. */
export class Batches {
  readonly #storage: Storage;
  readonly #structure: Structure<object>;
  readonly #gate: Gate;

  constructor(storage: Storage, structure: Structure<object>, gate: Gate) {
    this.#storage = storage;
    this.#structure = structure;
    this.#gate = gate;
  }

  /** Makes an entity. Throws as `spawn` does. */
  spawnOne(list: ComponentList = []): Entity {
    return this.#structure.spawn(keyedComponents(list, this.#storage.registry));
  }

  /** Makes an entity for each list, in order. Throws `UnknownComponent`, or as `spawnMany` does. */
  spawn(lists: readonly ComponentList[]): Entity[] {
    requireList(lists, "a list with a list of components for each entity");
    const keyed = lists.map((list) => keyedComponents(list, this.#storage.registry));
    return this.#structure.spawnMany(keyed.length, (index) => keyed[index]);
  }

  /**
   * For loaders: makes an entity with this index, whose generation is the next that the index has. Throws `EntityTaken`,
   * `UnknownComponent`, or as `spawn` does.
   */
  spawnAt(index: number, list: ComponentList = []): Entity {
    return this.#structure.spawnAt(index, keyedComponents(list, this.#storage.registry));
  }

  /** Makes a copy of an entity. Throws `StaleEntity`. */
  clone(entity: Entity): Entity {
    const copies = this.componentsOf(entity).map((type) => [type.key, this.#storage.at(entity, type)?.$read() ?? {}]);
    return this.#structure.spawn(Object.fromEntries(copies));
  }

  /** Ends several entities, and says how many were alive. Throws as `despawn` does. */
  despawn(entities: readonly Entity[]): number {
    this.#gate.require("despawn");
    requireList(entities, "a list of entities");
    return entities.filter((entity) => this.#structure.despawn(entity)).length;
  }

  /** Whether an entity has all of these components. Throws `StaleEntity` or `UnknownComponent`. */
  has(entity: Entity, types: readonly ComponentType[]): boolean {
    this.#storage.entities.require(entity, "`has`");
    requireList(types, "a list of components");
    for (const type of types) this.#storage.registry.require(type);
    return types.every((type) => this.#storage.has(entity, type));
  }

  /** The components that an entity has, in dense order. Throws `StaleEntity`. */
  componentsOf(entity: Entity): ComponentType[] {
    this.#storage.entities.require(entity, "`componentsOf`");
    return this.#storage.registry.types.filter((type) => this.#storage.has(entity, type));
  }

  /**
   * Adds several components, with one move when nobody watches. Throws `StaleEntity`, `ComponentAlreadyPresent`,
   * `UnknownComponent`, or `InvalidArgument` when one comes twice; then none is added.
   */
  add(entity: Entity, list: ComponentList): void {
    this.#gate.require("add");
    keyedComponents(list, this.#storage.registry); // says whether one is unknown, or comes twice
    this.#storage.entities.require(entity, "`addAll`");
    for (const [type] of list) this.#storage.requireAbsent(entity, type);
    if (this.#isDirect(entity)) {
      this.#storage.addAll(entity, list);
      return;
    }
    const added: ComponentType[] = [];
    try {
      for (const [type, init] of list) {
        this.#structure.add(entity, type, init);
        added.push(type);
      }
    } catch (error) {
      for (const type of added) this.#structure.remove(entity, type);
      throw error;
    }
  }

  /** Takes several components away, and says how many there were. Throws `StaleEntity` or `UnknownComponent`. */
  remove(entity: Entity, types: readonly ComponentType[]): number {
    this.#gate.require("remove");
    requireList(types, "a list of components");
    for (const type of types) this.#storage.registry.require(type);
    this.#storage.entities.require(entity, "`removeAll`");
    const present = [...new Set(types)].filter((type) => this.#storage.has(entity, type));
    if (!this.#isDirect(entity)) return present.filter((type) => this.#structure.remove(entity, type)).length;
    this.#storage.removeAll(entity, present);
    return present.length;
  }

  /** The values of several components, each in its place. Throws `StaleEntity` or `UnknownComponent`. */
  get<const Types extends readonly ComponentType[]>(entity: Entity, types: Types): PossibleValues<Types> {
    this.#storage.entities.require(entity, "`get`");
    requireList(types, "a list of components");
    return valuesOf(types, (type) => {
      this.#storage.registry.require(type);
      return this.#storage.at(entity, type)?.$read();
    });
  }

  /** Writes a whole component, or adds it; what `init` does not say takes its default. Throws as `add` does. */
  replace<Value, Init>(entity: Entity, type: ComponentType<Value, Init>, init?: Init): void {
    this.#structure.replace(entity, type, init);
  }

  /** Whether nobody is to be asked or told, and nothing runs, so that one move does for all. */
  #isDirect(entity: Entity): boolean {
    const { busy, changes } = this.#structure;
    return !busy && !changes.watched && !this.#storage.isPending(entity);
  }
}

/** The one place where a list of values gets the types of its tokens, each of which read its own. */
function valuesOf<const Types extends readonly ComponentType[]>(
  types: Types,
  read: (type: ComponentType) => unknown,
): PossibleValues<Types> {
  return types.map(read) as PossibleValues<Types>;
}
