import type { Commands, Entity, EventWriter } from "ecsgen/schema";
import type { Health, Passed, Position, Time, Track, Velocity, Walker } from "../../schema/bastion.js";
import { distance, head } from "./ways.js";

export function decide(walker: Walker, health: Readonly<Health>): void {
  walker.mood = health.points < 3 ? "charge" : "march";
}

export function steer(walker: Walker, position: Readonly<Position>, velocity: Velocity, track: Readonly<Track>): void {
  const goal = track.points[walker.next];
  if (goal === undefined) return;
  if (distance(position, goal) < 0.3) {
    walker.next += 1;
    return;
  }
  const speed = walker.mood === "charge" ? 1.5 * walker.speed : walker.speed;
  head(velocity, position, goal, speed);
}

export function move(position: Position, velocity: Readonly<Velocity>, time: Readonly<Time>): void {
  position.x += velocity.x * time.delta;
  position.y += velocity.y * time.delta;
}

export function arrive(
  walker: Readonly<Walker>,
  track: Readonly<Track>,
  entity: Entity,
  commands: Commands,
  passed: EventWriter<Passed>,
): void {
  if (walker.next < track.points.length) return;
  passed.emit();
  commands.despawn(entity);
}
