// Per-entity functions and systems of every form that loops are generated for.
import type { Commands, Entity, EventReader, EventWriter, World } from "ecsgen/schema";
import type { Burning, Link, Position, Velocity, Wet } from "../schema/components.js";
import type { Hit, Score, Time } from "../schema/world.js";

/** A loop over tables. */
export function move(position: Position, velocity: Readonly<Velocity>, time: Readonly<Time>): void {
  position.x += velocity.x * time.delta;
  position.y += velocity.y * time.delta;
}

/** A loop over the rows of a sparse component, with an optional table component and an optional sparse one. */
export function burn(
  burning: Burning,
  hits: EventWriter<Hit>,
  entity: Entity,
  wet?: Readonly<Wet>,
  position?: Position,
): void {
  burning.heat -= wet === undefined ? 1 : 5;
  if (position !== undefined) position.y += 1;
  if (burning.heat <= 0) hits.emit({ target: entity, damage: -burning.heat });
}

/** A loop over tables with an optional component of a table. */
export function brake(velocity: Velocity, link?: Readonly<Link>): void {
  velocity.x = link === undefined ? velocity.x / 2 : 0;
}

/** A loop that changes what is there. */
export function splash(wet: Readonly<Wet>, entity: Entity, world: World, commands: Commands): void {
  if (wet.depth > 10) world.despawn(entity);
  else if (wet.depth > 5) commands.despawn(entity);
}

/** A system: runs once, with a reader that keeps its position. */
export function count(hits: EventReader<Hit>, score: Score): void {
  for (const hit of hits) score.points += hit.damage;
}
