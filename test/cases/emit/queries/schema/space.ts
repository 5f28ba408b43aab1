import {
  clock,
  component,
  core,
  event,
  f32,
  optional,
  relation,
  string,
  struct,
  tag,
  toggle,
  u32,
  resource,
  vec2,
  view,
  type Commands,
  type Entity,
  type EventWriter,
  type Query,
} from "ecsgen/schema";

export class Position extends component({ at: vec2 }) {}
export class Velocity extends component({ x: f32, y: f32 }, { tracked: true }) {}
export class Radius extends component({ value: f32.default(1) }) {}
export class Mass extends component({ kilograms: f32.default(1), spin: struct({ speed: f32 }) }) {}
export class Label extends component({ text: string, note: optional(f32) }) {}
export class Burning extends component({ heat: f32.default(1) }, { storage: "sparse" }) {}
export class Pinned extends tag() {}
export class Asleep extends toggle() {}
export class ChildOf extends relation({}, { exclusive: true }) {}
export class Step extends clock() {}
export class Contacts extends resource({ count: u32 }) {}
export class Met extends event({ force: f32 }) {}

/** What collides. */
export interface Body {
  readonly entity: Entity;
  position: Readonly<Position>;
  velocity: Velocity;
  radius: Readonly<Radius>;
  mass?: Readonly<Mass>;
}
export type Fires = Query<{ burning: Burning; label?: Readonly<Label> }, { without: [Asleep]; any: [Position, Label] }>;

export interface Collisions {
  /** Pushes apart what meets. */
  collide(bodies: Query<Body, { without: [Pinned] }>, contacts: Contacts, met: EventWriter<Met>): void;
  /** Whether nothing moves. */
  isStill(moving: Query<{ velocity: Readonly<Velocity> }>): boolean;
}
export interface Crowds {
  /** Keeps a distance to what is near. */
  avoid(velocity: Velocity, position: Readonly<Position>, others: Query<{ position: Readonly<Position> }>): void;
  /** The nearest to a place. */
  nearest(
    places: Query<{ entity: Entity; position: Readonly<Position> }, { with: [ChildOf] }>,
    x: number,
    y?: number,
  ): Entity | undefined;
  /** Moves what is awake; heavy things turn. */
  drift(
    bodies: Query<{ position: Position; velocity: Readonly<Velocity>; mass?: Mass }, { without: [Asleep] }>,
    step: Readonly<Step>,
  ): void;
  /** How many touch each other; counting ends at the most that matters. */
  touching(
    places: Query<{ entity: Entity; position: Readonly<Position>; radius: Readonly<Radius> }, { without: [Asleep] }>,
    most: number,
    except?: Entity,
  ): number;
  /** Grows where others are near. */
  crowd(radius: Radius, position: Readonly<Position>, others: Query<{ position: Readonly<Position> }>): void;
  /** Fire goes from one to another. */
  spread(fires: Fires, cold: Query<{ entity: Entity; mass: Mass; burning?: Readonly<Burning> }>, commands: Commands): void;
}

export const space = core({
  features: { collisions: view<Collisions>(), crowds: view<Crowds>() },
  schedule: {
    fixedUpdate: [{ run: "collisions.collide", if: "collisions.isStill" }, { run: "crowds.avoid", without: [Pinned] }],
    update: ["crowds.spread"],
  },
});
