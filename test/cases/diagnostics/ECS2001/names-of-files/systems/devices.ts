import type { Query } from "ecsgen/schema";
import type { Position } from "../schema/motion.js";

export function aux(position: Position): void {
  position.x += 1;
}

export function größer(position: Position): void {
  position.y += 1;
}

/** It is called once, and no file is named after it. */
export function nul(): void {}

export function count(con: Query<{ position: Readonly<Position> }>, 体: Query<{ position: Position }>): void {
  for (const { position } of con) for (const other of 体) other.position.y += position.x;
}
