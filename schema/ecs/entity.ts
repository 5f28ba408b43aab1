import type { ComponentList, ComponentLists, ComponentType, Entity, World } from "ecsgen/schema";

/** Entities as such: who lives, and under which id. */
export interface EntityView {
  /** Makes an entity with these components: `[[Position, { x: 1 }], [Pinned]]`. Throws `UnknownComponent`, `EntityLimit` or `ArenaFull`. */
  spawnEntity<const Types extends readonly ComponentType[]>(world: World, components?: ComponentList<Types>): Entity;
  /** Makes an entity for each list, in order, with one growth per table. All or nothing. */
  spawnBatch<const Lists extends readonly (readonly ComponentType[])[]>(
    world: World,
    lists: ComponentLists<Lists>,
  ): Entity[];
  /** Ends an entity and all it has; `false` when it was already dead. */
  despawnEntity(world: World, entity: Entity): boolean;
  /** Ends many, and says how many died of it. */
  despawnBatch(world: World, entities: readonly Entity[]): number;
  /**
   * Makes a copy of an entity: the values of all its components, and the edges of relations that start from it, not those that
   * lead to it. Throws `StaleEntity`.
   */
  cloneEntity(world: World, entity: Entity): Entity;
  /** Whether an entity with this index lives, whatever its generation. */
  exists(world: World, entityId: number): boolean;
  /** Whether this very entity lives. */
  isAlive(world: World, entity: Entity): boolean;
  /** All living entities, ascending by index. */
  getAllEntities(world: World): Entity[];
  /** How many entities live. */
  getEntityCount(world: World): number;
  /** The living entity with this index. */
  getEntity(world: World, entityId: number): Entity | undefined;
  /** How often the index of the living entity was in use. */
  getGeneration(world: World, entityId: number): number | undefined;
  /** For loaders: makes an entity with this index; later ids do not collide with it. Throws `EntityTaken`. */
  spawnEntityWithId<const Types extends readonly ComponentType[]>(
    world: World,
    entityId: number,
    components?: ComponentList<Types>,
  ): Entity;
}
