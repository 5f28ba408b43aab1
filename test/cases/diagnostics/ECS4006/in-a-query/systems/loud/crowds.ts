import { columnsOf, pairs, rowOf } from "ecsgen/runtime";
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
  for (const { $count, place, goal } of columnsOf(places)) {
    for (let row = 0; row < $count; row++) place.x[row] = goal.x[row] ?? 0;
    goal.x[0] = 1;
    goal.x.fill(2);
  }
}

function move({ goal }: { goal: Readonly<Goal> }): void {
  goal.x = 1;
}
