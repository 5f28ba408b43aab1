import type { EventReader, World } from "ecsgen/schema";
import type { Diary, Knock, Rules } from "./schema/physics.js";

export function think(diary: Diary): void {
  diary.lines.push("think");
}
export function sleep(diary: Diary): void {
  diary.lines.push("sleep");
}
export function mark(diary: Diary): void {
  diary.lines.push("mark");
}
export function plan(diary: Diary): void {
  diary.lines.push("plan");
}
export function isSomebodyThere(knocks: EventReader<Knock>): boolean {
  const there = knocks.unread > 0;
  knocks.skip();
  return there;
}
export function isCrowded(world: World): boolean {
  return world.entityCount > 2;
}
export function answer(diary: Diary): void {
  diary.lines.push("answer");
}
export function recallAllThatEverHappenedInThisWorld(
  diary: Diary,
  rules: Readonly<Rules>,
  knocks: EventReader<Knock>,
  world: World,
): void {
  if (rules.counting && knocks.unread >= 0 && world.entityCount >= 0) diary.lines.push("recall");
}
export function isThereAnythingThatIsWorthRememberingAtAll(rules: Readonly<Rules>, diary: Readonly<Diary>): boolean {
  return rules.counting && diary.lines.length > 0;
}
