import type { Diary } from "./schema/physics.js";

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
