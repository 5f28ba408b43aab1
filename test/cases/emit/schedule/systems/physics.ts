import { systemModule } from "ecsgen/schema";
import { physics, type Diary, type Position, type Rules } from "../schema/physics.js";

function pair(diary: Diary): void {
  diary.lines.push("pair");
}
function touch(diary: Diary): void {
  diary.lines.push("touch");
}
function wake(diary: Diary): void {
  diary.lines.push("wake");
}
function count(diary: Diary): void {
  diary.lines.push("count");
}
function part(position: Position): void {
  position.x += 1;
}
function touching(rules: Readonly<Rules>): boolean {
  return rules.contacts;
}
function counting(rules: Readonly<Rules>): boolean {
  return rules.counting;
}
function open(diary: Diary): void {
  diary.lines.push("open");
}
function close(diary: Diary): void {
  diary.lines.push("close");
}
export { close, count, counting, open, pair, part, touch, touching, wake };

export const bodies = systemModule({
  core: physics,
  provides: { collisions: { pair, touch, wake, part }, bookkeeping: { open, count, close }, questions: { touching, counting } },
});
