import type { ComponentList, ComponentPair, ComponentType, Entity, PossibleValues, World } from "ecsgen/schema";

export function addComponent<Value, Init>(
  world: World,
  entity: Entity,
  component: ComponentType<Value, Init>,
  init?: Init,
): void {
  world.add(entity, component, init);
}

export function addComponents<const Types extends readonly ComponentType[]>(
  world: World,
  entity: Entity,
  components: ComponentList<Types>,
): void {
  world.batches.add(entity, components);
}

export function removeComponent(world: World, entity: Entity, component: ComponentType): boolean {
  return world.remove(entity, component);
}

export function removeComponents(world: World, entity: Entity, components: readonly ComponentType[]): number {
  return world.batches.remove(entity, components);
}

export function getComponent<Value, Init>(
  world: World,
  entity: Entity,
  component: ComponentType<Value, Init>,
): Value | undefined {
  return world.get(entity, component);
}

export function getComponents<const Types extends readonly ComponentType[]>(
  world: World,
  entity: Entity,
  components: Types,
): PossibleValues<Types> {
  return world.batches.get(entity, components);
}

export function getAllComponents(world: World, entity: Entity): ComponentPair[] {
  return world.batches.componentsOf(entity).map((component) => [component, world.get(entity, component)]);
}

export function hasComponent(world: World, entity: Entity, component: ComponentType): boolean {
  return world.has(entity, component);
}

export function hasComponents(world: World, entity: Entity, components: readonly ComponentType[]): boolean {
  return world.batches.has(entity, components);
}

export function replaceComponent<Value, Init>(
  world: World,
  entity: Entity,
  component: ComponentType<Value, Init>,
  init?: Init,
): void {
  world.batches.replace(entity, component, init);
}

export function clearComponents(world: World, entity: Entity): number {
  return world.batches.remove(entity, world.batches.componentsOf(entity));
}

export function getEntitiesWithComponent(world: World, component: ComponentType): Entity[] {
  return world.query({ all: [component] }).entities();
}

export function getEntitiesWithComponents(world: World, components: readonly ComponentType[]): Entity[] {
  return world.query({ all: components }).entities();
}

export function countComponents(world: World, entity: Entity): number {
  return world.batches.componentsOf(entity).length;
}
