import type { Commands, Entity, World } from "ecsgen/schema";
import type { Dice, Luck, Position, Score, Time, Velocity, Wind } from "./schema.js";

/** Draws for each body in turn. */
export function blow(velocity: Velocity, wind: Wind): void {
  velocity.x += wind.between(-1, 1);
  if (wind.chance(0.5)) velocity.y = -velocity.y;
}

export function move(position: Position, velocity: Readonly<Velocity>, time: Readonly<Time>): void {
  position.x += velocity.x * time.delta;
  position.y += velocity.y * time.delta;
}

/** What a body is given depends on itself and the time alone, not on who came before it. */
export function hope(luck: Luck, entity: Entity, dice: Readonly<Dice>, time: Readonly<Time>): void {
  luck.share = dice.fork(time.tick, entity).float();
}

/** A system that draws. */
export function play(score: Score, dice: Dice): void {
  score.throws++;
  score.points += 1 + dice.int(6);
}

/** Makes a body now and then. */
export function arrive(world: World, wind: Wind): void {
  if (wind.chance(0.3)) world.spawn();
}

/** Ends bodies that went too far. */
export function leave(position: Readonly<Position>, entity: Entity, commands: Commands): void {
  if (Math.abs(position.x) > 1.5) commands.despawn(entity);
}
