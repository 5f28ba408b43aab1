import type { Commands, Entity, EventReader, EventWriter, World } from "ecsgen/schema";
import { Asleep } from "./generated/components/asleep.js";
import { Heat as HeatToken } from "./generated/components/heat.js";
import { Luck as LuckToken } from "./generated/components/luck.js";
import { Old } from "./generated/components/old.js";
import { Position as PositionToken } from "./generated/components/position.js";
import { Size as SizeToken } from "./generated/components/size.js";
import { Velocity as VelocityToken } from "./generated/components/velocity.js";
import type {
  Census,
  Dice,
  Heat,
  Hit,
  Luck,
  Position,
  Rules,
  Score,
  Size,
  Sum,
  Time,
  Velocity,
  Wind,
} from "./schema.js";

/** Draws for each body in turn, so the order of the rows matters. */
export function blow(velocity: Velocity, wind: Wind): void {
  velocity.x += wind.between(-1, 1);
}

export function gust(velocity: Velocity, wind: Wind): void {
  if (wind.chance(0.25)) velocity.y = wind.between(-2, 2);
}

export function move(position: Position, velocity: Readonly<Velocity>, time: Readonly<Time>): void {
  position.x += velocity.x * time.delta;
  position.y += velocity.y * time.delta;
}

export function grow(size: Size, time: Readonly<Time>): void {
  size.value += time.delta;
}

export function cool(heat: Heat): void {
  heat.degrees *= 0.75;
}

/** Depends on the order of the rows as well. */
export function total(position: Readonly<Position>, sum: Sum): void {
  sum.x = sum.x * 1.25 + position.x;
}

export function hope(luck: Luck, entity: Entity, dice: Readonly<Dice>, time: Readonly<Time>): void {
  luck.share = dice.fork(time.tick, entity).float();
}

export function play(score: Score, dice: Dice): void {
  score.throws++;
  score.points += 1 + dice.int(6);
}

/** Changes the structure at once. */
export function arrive(world: World, wind: Wind): void {
  if (!wind.chance(0.5)) return;
  const body = world.spawn();
  world.add(body, PositionToken, { x: wind.float() });
  world.add(body, VelocityToken, { y: 1 });
  if (wind.chance(0.5)) world.add(body, SizeToken);
  if (wind.chance(0.5)) world.add(body, LuckToken);
}

/** Changes the structure later. */
export function age(size: Readonly<Size>, entity: Entity, commands: Commands): void {
  if (size.value > 2) commands.add(entity, Old);
}

export function warm(position: Readonly<Position>, entity: Entity, commands: Commands): void {
  if (position.x > 0.25) commands.add(entity, HeatToken, { degrees: position.x });
}

export function doze(luck: Readonly<Luck>, entity: Entity, commands: Commands): void {
  if (luck.share > 0.75) commands.add(entity, Asleep);
}

export function leave(position: Readonly<Position>, entity: Entity, commands: Commands): void {
  if (Math.abs(position.x) > 1.5) commands.despawn(entity);
}

export function strike(velocity: Readonly<Velocity>, entity: Entity, hits: EventWriter<Hit>): void {
  if (velocity.x > 0.5) hits.emit({ target: entity, force: velocity.x });
}

export function tally(hits: EventReader<Hit>, census: Census): void {
  for (const { force } of hits) {
    census.hits++;
    census.force = census.force * 1.25 + force;
  }
}

export function turn(rules: Rules, score: Readonly<Score>): void {
  rules.windy = score.points % 4 !== 0;
}

export function isWindy(rules: Readonly<Rules>): boolean {
  return rules.windy;
}
