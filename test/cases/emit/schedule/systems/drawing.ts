import { systemModule } from "ecsgen/schema";
import { drawing } from "../schema/drawing.js";
import type { Diary } from "../schema/physics.js";

export function measure(diary: Diary): void {
  diary.lines.push("measure");
}
export function prepare(diary: Diary): void {
  diary.lines.push("prepare");
}
export function draw(diary: Diary): void {
  diary.lines.push("draw");
}
export function outline(diary: Diary): void {
  diary.lines.push("outline");
}

export const pens = systemModule({ core: drawing, provides: { pictures: { measure, prepare, draw, outline } } });
