import type { Query } from "ecsgen/schema";
import type { Goal, Place } from "../../schema/crowd.js";

export function gather(places: Query<{ place: Readonly<Place>; goal: Goal }>): void {
  for (const { place, goal } of places) goal.x = place.x;
}
