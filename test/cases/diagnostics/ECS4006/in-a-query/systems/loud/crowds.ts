import { pairs, rowOf } from "ecsgen/runtime";
import type { Entity, Query } from "ecsgen/schema";
import type { Goal, Place } from "../../schema/crowd.js";

export function gather(places: Query<{ place: Place; goal: Readonly<Goal>; entity: Entity }>): void {
  for (const { place, goal } of places) {
    place.x = goal.x;
    goal.x += 1;
  }
  for (const [a, b] of pairs(places)) {
    a.goal.x = b.place.x;
    const third = rowOf(places, a.entity);
    if (third !== undefined) third.goal.x--;
    move(b);
  }
  for (const each of places) each.place.x++;
}

function move({ goal }: { goal: Readonly<Goal> }): void {
  goal.x = 1;
}
