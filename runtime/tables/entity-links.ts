import type { Entity } from "../entities/entity.js";

/** What binds entities together, so that the end of one concerns others: the relations of a world, if it has any. */
export interface EntityLinks {
  /** Bytes beside the arena. */
  readonly bytes: number;
  /** Whether the end of an entity concerns others; it need not be alive. */
  binds(entity: Entity): boolean;
  /**
   * Ends an entity with all that must end with it, each by `end`, which says whether it did. `false` when the entity was
   * not alive, or had to stay. Throws when others forbid it, with nothing changed.
   */
  despawn(entity: Entity, end: (entity: Entity) => boolean): boolean;
  /** Ends several entities, each as `despawn` does; those that forbid it must not be among them. */
  despawnAll(entities: readonly Entity[], end: (entity: Entity) => boolean): void;
  /** Unbinds an entity that has ended. */
  forget(entity: Entity): void;
  /** Unbinds all entities. */
  clear(): void;
}
