// Functions of a View, which are called with values.
import type { Query } from "ecsgen/schema";
import type { Limits, Place } from "./schema.js";

export function chosen(places: Query<{ place: Place }>, limit = 3): void {
  for (const { place } of places) place.x = limit;
}
export function many(places: Query<{ place: Place }>, ...limits: number[]): void {
  for (const { place } of places) place.x = limits.length;
}
export function unspoken(places: Query<{ place: Place }>, limits: Limits): void {
  for (const { place } of places) place.x = limits.low;
}
export function surplus(places: Query<{ place: Place }>, more?: number): void {
  for (const { place } of places) {
    place.x = more ?? 1;
  }
}
