import type { Glow } from "./schema/lights.js";

export function glow(light: Glow): void {
  light.strength *= 1.5;
}
export function mark(light: Readonly<Glow>): void {
  Math.abs(light.strength);
}
