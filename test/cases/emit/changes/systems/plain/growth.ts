import type { Leaf, Place, Water } from "../../schema/garden.js";

export function grow(leaf: Leaf, place: Readonly<Place>): void {
  leaf.shape.length += place.depth;
}

export function drain(water: Water): void {
  water.litres /= 2;
}
