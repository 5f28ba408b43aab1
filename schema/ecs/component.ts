import type { ComponentList, ComponentPair, ComponentType, Entity, PossibleValues, World } from "ecsgen/schema";

/** What entities have. Every function throws `StaleEntity` for a dead entity and `UnknownComponent` for a foreign token. */
export interface ComponentView {
  /** Adds a component; what `init` does not say takes its default. Throws `ComponentAlreadyPresent`. */
  addComponent<Value, Init>(world: World, entity: Entity, component: ComponentType<Value, Init>, init?: Init): void;
  /** Adds several with one move between tables. Throws `ComponentAlreadyPresent`, with nothing added. */
  addComponents<const Types extends readonly ComponentType[]>(
    world: World,
    entity: Entity,
    components: ComponentList<Types>,
  ): void;
  /** Takes a component away; `false` when the entity does not have it. */
  removeComponent(world: World, entity: Entity, component: ComponentType): boolean;
  /** Takes several away with one move between tables, and says how many there were. */
  removeComponents(world: World, entity: Entity, components: readonly ComponentType[]): number;
  /** A copy of a component's value; undefined when the entity does not have it. */
  getComponent<Value, Init>(world: World, entity: Entity, component: ComponentType<Value, Init>): Value | undefined;
  /** The values of several, each in its place; undefined where the entity lacks one. */
  getComponents<const Types extends readonly ComponentType[]>(
    world: World,
    entity: Entity,
    components: Types,
  ): PossibleValues<Types>;
  /** Everything an entity has: tokens and values, in dense order. */
  getAllComponents(world: World, entity: Entity): ComponentPair[];
  /** Whether an entity has a component. */
  hasComponent(world: World, entity: Entity, component: ComponentType): boolean;
  /** Whether an entity has all of these. */
  hasComponents(world: World, entity: Entity, components: readonly ComponentType[]): boolean;
  /** Adds a component or writes it anew as a whole: what `init` does not say takes its default. */
  replaceComponent<Value, Init>(world: World, entity: Entity, component: ComponentType<Value, Init>, init?: Init): void;
  /** Takes all components away, and says how many there were. */
  clearComponents(world: World, entity: Entity): number;
  /** The entities that have a component, in the order of queries. */
  getEntitiesWithComponent(world: World, component: ComponentType): Entity[];
  /** The entities that have all of these, in the order of queries. */
  getEntitiesWithComponents(world: World, components: readonly ComponentType[]): Entity[];
  /** How many components an entity has. */
  countComponents(world: World, entity: Entity): number;
}
