import {
  component,
  core,
  entity,
  event,
  f32,
  list,
  map,
  model,
  object,
  oneOf,
  resource,
  string,
  struct,
  u32,
  union,
  vec2,
  vector,
  view,
  type Entity,
  type EventReader,
  type World,
} from "ecsgen/schema";

/** Names that the language or the SDK could mistake for its own. */
export class Map extends component({
  get: f32,
  set: f32,
  value: f32,
  init: f32,
  row: f32,
  table: f32,
  index: map(string),
}) {}
/** Its name makes lines break. */
export class ThingWithALongerNameHere extends component({
  part: struct({ near: vector(f32, ["first", "second"]) }),
}) {}
export class Array extends component({ length: u32, items: list(string), parts: vector(f32, 2) }) {}
export class Set extends component({
  static: f32,
  in: f32,
  new: f32,
  function: f32,
  default: f32,
  delete: f32,
  name: string,
}) {}
export class Root extends component({ root: struct({ root: f32, read: vec2 }), present: f32 }) {}
export class EntityRef extends component({ entity, world: entity }) {}
export class UIState extends component({ HTML: string, kind: oneOf("a", "b"), kindWords: u32 }) {}
export class State extends component({ part: struct({ x: f32 }), partInit: struct({ y: f32 }), partCursor: f32 }) {}
export class Record extends resource({ kind: union({ Init: {}, kind: { value: f32 } }) }) {}
export class Object extends event({ from: entity }) {}
export class ComponentType extends model({ handle: object<{ a: 1 }>(), storage: string }) {}
export class Satisfies extends component({ view: f32 }) {}
export class ViewType extends component({ view: f32 }) {}
export class EventType extends event({ name: string }) {}
export class Plain extends component({ x: f32 }) {}
export class PlainView extends component({ x: f32 }) {}

/** A value of the author's own. */
export interface Wish {
  readonly text: string;
}

export interface View {
  /** Parameters called as the loop calls its own. */
  all(row: Map, table: Readonly<Set>, world: World, query: Readonly<Array>, entity: Entity, memory?: State): void;
  each(plainViewAll: Root, position: UIState, entered: EventReader<Object>, loopPlainViewAll: Record): void;
  /** Functions and values called as the facade calls its own. */
  world(world: World, type: string, constructor_: number): string;
  wish(world: World, wish: Wish, more: readonly Wish[], word: "Map" | 'it"s'): Wish | undefined;
  type(world: World, state: Readonly<State>[]): Promise<Map>;
}

/** Nothing special. */
export const plain = core({ features: { view: view<View>() }, schedule: { update: ["view.all", "view.each"] } });
