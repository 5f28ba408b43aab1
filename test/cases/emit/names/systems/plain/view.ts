import type { Entity, EventReader, World } from "ecsgen/schema";
import type { Array, Map, Object, Record, Root, Set, State, UIState, Wish } from "../../schema/plain.js";

export function all(
  row: Map,
  table: Readonly<Set>,
  world: World,
  query: Readonly<Array>,
  entity: Entity,
  memory?: State,
): void {
  row.get = table.in + query.length + entity;
  row.set = world.entityCount;
  if (memory !== undefined) memory.part.x += row.get;
}

export function each(root: Root, state: UIState, entered: EventReader<Object>, record: Record): void {
  root.root.root = entered.unread;
  state.HTML = record.kind.kind;
}

export function world(world: World, type: string, constructor_: number): string {
  return `${type} ${constructor_} ${world.entityCount}`;
}

export function wish(_world: World, wish: Wish, more: readonly Wish[], word: "Map" | 'it"s'): Wish | undefined {
  return more.find(({ text }) => text === word) ?? wish;
}

export async function type(_world: World, state: Readonly<State>[]): Promise<Map> {
  throw new Error(String(state.length));
}
