import type { Position, Seen } from "../schema/relations.js";

export function countChildren(_position: Readonly<Position>, seen: Seen): void {
  seen.children++;
}

export function countFree(_position: Readonly<Position>, seen: Seen): void {
  seen.free++;
}
