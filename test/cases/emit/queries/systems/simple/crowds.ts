import { pairs } from "ecsgen/runtime";
import type { Commands, Entity, Query } from "ecsgen/schema";
import { Burning as BurningToken } from "../../generated/components/burning.js";
import type { Asleep, Burning, ChildOf, Fires, Mass, Position, Radius, Step, Velocity } from "../../schema/space.js";

export function avoid(
  velocity: Velocity,
  position: Readonly<Position>,
  others: Query<{ position: Readonly<Position> }>,
): void {
  for (const other of others) {
    const dx = position.at.x - other.position.at.x;
    if (Math.abs(dx) < 1) velocity.x += dx;
  }
}

export function nearest(
  places: Query<{ entity: Entity; position: Readonly<Position> }, { with: [ChildOf] }>,
  x: number,
  y = 0,
): Entity | undefined {
  const distance = ({ at }: Readonly<Position>): number => Math.hypot(at.x - x, at.y - y);
  return places.slice().sort((a, b) => distance(a.position) - distance(b.position))[0]?.entity;
}

export function spread(
  fires: Fires,
  cold: Query<{ entity: Entity; mass: Mass; burning?: Readonly<Burning> }>,
  commands: Commands,
): void {
  for (const { burning } of fires) burning.heat -= 0.5;
  for (const { entity, mass, burning } of cold) {
    mass.kilograms *= 0.99;
    if (burning === undefined && fires.length > 0) commands.add(entity, BurningToken);
  }
}

export function drift(
  bodies: Query<{ position: Position; velocity: Readonly<Velocity>; mass?: Mass }, { without: [Asleep] }>,
  step: Readonly<Step>,
): void {
  for (const { position, velocity, mass } of bodies) {
    position.at.x += velocity.x * step.delta;
    position.at.y += velocity.y * step.delta;
    if (mass !== undefined && mass.kilograms > 10) mass.spin.speed += velocity.x;
  }
}

export function touching(
  places: Query<{ entity: Entity; position: Readonly<Position>; radius: Readonly<Radius> }, { without: [Asleep] }>,
  most: number,
  except?: Entity,
): number {
  let count = 0;
  for (const [a, b] of pairs(places)) {
    if (a.entity === except || b.entity === except) continue;
    const { x, y } = a.position.at;
    const distance = Math.hypot(x - b.position.at.x, y - b.position.at.y);
    if (distance > a.radius.value + b.radius.value) continue;
    if (++count >= most) break;
  }
  return count;
}

export function crowd(
  radius: Radius,
  position: Readonly<Position>,
  others: Query<{ position: Readonly<Position> }>,
): void {
  for (const other of others) {
    if (radius.value > 9) return;
    if (Math.abs(other.position.at.x - position.at.x) < 1) radius.value += 0.5;
  }
}
