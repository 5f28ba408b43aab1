import type { Entity } from "../entities/entity.js";
import { requireList } from "../given.js";
import { keyedComponents, type ComponentList, type PossibleValues } from "../tables/component-list.js";
import type { ComponentType } from "../tables/component-type.js";
import type { Storage } from "../tables/storage.js";
import type { Structure } from "./structure.js";

/** Changes of many things at once: each is made wholly or not at all. */
export class Batches {
  readonly #storage: Storage;
  readonly #structure: Structure<object>;

  constructor(storage: Storage, structure: Structure<object>) {
    this.#storage = storage;
    this.#structure = structure;
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

  /**
   * Makes a copy of an entity: the values of all its components, and the edges that start from it, with their data. Edges that
   * lead to it stay those of the original; references keep whom they name, the original itself as well. Throws `StaleEntity`,
   * or as `spawn` does; then nothing is made.
   */
  clone(entity: Entity): Entity {
    this.#storage.entities.require(entity, "`clone`");
    const copies = this.componentsOf(entity).map((type) => [type.key, this.#storage.at(entity, type)?.$read() ?? {}]);
    return this.#structure.spawnLike(entity, Object.fromEntries(copies));
  }

  /**
   * Ends several entities together, in order, and says how many of them were alive and are not any more; inside a loop, how
   * many are queued. Throws `RelationRefused`, with nothing changed, unless what refuses is among them or bound to them.
   */
  despawn(entities: readonly Entity[]): number {
    this.#structure.requireOpen("despawn");
    requireList(entities, "a list of entities");
    return this.#structure.despawnAll(entities);
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
   * Adds several components, with one move. Throws `StaleEntity`, `ComponentAlreadyPresent`, `UnknownComponent`, `ArenaFull`,
   * `Cancelled` when one of them is refused, or `InvalidArgument` when one comes twice; then none is added.
   */
  add(entity: Entity, list: ComponentList): void {
    this.#structure.requireOpen("add");
    keyedComponents(list, this.#storage.registry); // says whether one is unknown, or comes twice
    this.#structure.addAll(entity, list);
  }

  /**
   * Takes several components away, with one move, and says how many: all that were there, but for those that a handler
   * refuses. Throws `StaleEntity`, `UnknownComponent` or `ArenaFull`; then none is taken.
   */
  remove(entity: Entity, types: readonly ComponentType[]): number {
    this.#structure.requireOpen("remove");
    requireList(types, "a list of components");
    return this.#structure.removeAll(entity, types);
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
}

/** The one place where a list of values gets the types of its tokens, each of which read its own. */
function valuesOf<const Types extends readonly ComponentType[]>(
  types: Types,
  read: (type: ComponentType) => unknown,
): PossibleValues<Types> {
  return types.map(read) as PossibleValues<Types>;
}
