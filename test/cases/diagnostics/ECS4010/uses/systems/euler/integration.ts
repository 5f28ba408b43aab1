import { randomInt } from "node:crypto";
import type { Position, Time, Velocity } from "../../schema/motion.js";

const { random: draw } = Math;
const started = Date.now();

export function integrate(position: Position, velocity: Readonly<Velocity>, time: Readonly<Time>): void {
  position.x += velocity.x * time.delta + Math.random() + draw() + randomInt(6);
  position.y += velocity.y * (performance.now() - started) + globalThis.crypto.getRandomValues(new Uint8Array(1)).length;
  if (new Date().getHours() > 12 && "a".localeCompare("b") < 0) setTimeout(() => undefined, 10);
  if (process.env["FAST"] !== undefined) position.x = new Date(2020, 1).getTime();
  shadowed({ now: () => 1 });
}

/** A parameter of that name is no clock of the host. */
function shadowed(performance: { now(): number }): number {
  return performance.now();
}

/** Nobody calls it from a schedule or a View. */
function describe(): string {
  return `at ${new Date().toLocaleString()}`;
}
