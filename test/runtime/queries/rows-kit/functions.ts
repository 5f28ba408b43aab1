import { pairs } from "ecsgen/runtime";
import { systemModule, type Entity, type Query } from "ecsgen/schema";
import {
  watch,
  type Heat,
  type Log,
  type Moved,
  type Paused,
  type Pinned,
  type Position,
  type Velocity,
} from "./schema.js";

/** Writes what it finds. */
export function settle(moved: Moved): void {
  for (const { position } of moved) position.x += 1;
}

/** Finds what was written, each on its own and by two. */
export function echo(
  moved: Query<{ entity: Entity; position: Readonly<Position> }, { changed: [Position] }>,
  log: Log,
): void {
  for (const { entity } of moved) {
    log.lines.push(`echo ${entity}`);
  }
  for (const [a, b] of pairs(moved)) {
    log.lines.push(`two ${a.entity} ${b.entity}`);
  }
  const rows = moved.slice();
  if (rows.length !== moved.length) log.lines.push("lost");
}

/** Finds what is free again, and what got hot. */
export function free(
  freed: Query<{ entity: Entity; position: Readonly<Position> }, { removed: [Pinned]; without: [Paused] }>,
  hot: Query<{ entity: Entity; heat: Readonly<Heat> }, { added: [Heat] }>,
  log: Log,
): void {
  for (const { entity } of freed) {
    log.lines.push(`free ${entity}`);
  }
  for (const { entity } of hot) {
    log.lines.push(`hot ${entity}`);
  }
}

/** For each that got a velocity, what paused. */
export function compare(
  velocity: Velocity,
  entity: Entity,
  paused: Query<{ entity: Entity; velocity: Velocity }, { added: [Paused] }>,
  log: Log,
): void {
  velocity.x += 1;
  for (const other of paused) {
    other.velocity.x += 1;
    log.lines.push(`compare ${entity} ${other.entity}`);
  }
}

export function look(moved: Query<{ entity: Entity; position: Readonly<Position> }, { changed: [Position] }>): number {
  return moved.length;
}

export default systemModule({ core: watch, provides: { watching: { look } } });
