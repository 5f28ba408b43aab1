import type { Position } from "./schema/motion.js";

export function drift(position: Position): void {
  position.x += 1;
}
function half(of: number): number;
function half(of: number, times?: number): number;
function half(of: number, times = 1): number {
  return of / 2 ** times;
}
export function drift(position: Position): void {
  position.x += half(1) + half(1, 2);
}
