import type { Commands, Entity, Query } from "ecsgen/schema";
import { Burning as BurningToken } from "../../generated/components/burning.js";
import type { Burning, ChildOf, Fires, Mass, Position, Velocity } from "../../schema/space.js";

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
  cold: Query<{ entity: Entity; mass: Mass; burning?: Burning }>,
  commands: Commands,
): void {
  for (const { burning } of fires) burning.heat -= 0.5;
  for (const { entity, mass, burning } of cold) {
    mass.kilograms *= 0.99;
    if (burning === undefined && fires.length > 0) commands.add(entity, BurningToken);
  }
}
