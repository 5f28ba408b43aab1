import { systemModule } from "ecsgen/schema";
import { physics, type Diary, type Position } from "../schema/physics.js";

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
function open(diary: Diary): void {
  diary.lines.push("open");
}
function close(diary: Diary): void {
  diary.lines.push("close");
}
export { close, count, open, pair, part, touch, wake };

export const bodies = systemModule({
  core: physics,
  provides: { collisions: { pair, touch, wake, part }, bookkeeping: { open, count, close } },
});
