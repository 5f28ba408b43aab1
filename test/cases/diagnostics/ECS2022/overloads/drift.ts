import type { Position, Time, Velocity } from "./schema/motion.js";

export function drift(position: Position, by: number): void;
export function drift(position: Position, velocity: Readonly<Velocity>): void;
export function drift(position: Position, by: number | Readonly<Velocity>): void {
  position.x += typeof by === "number" ? by : by.x;
}

export function isCalm(time: Readonly<Time>): boolean;
export function isCalm(time: Readonly<Time>, limit: number): boolean;
export function isCalm(time: Readonly<Time>, limit = 1): boolean {
  return time.delta < limit;
}
