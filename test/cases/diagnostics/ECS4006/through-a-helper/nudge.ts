import type { Position } from "./schema/motion.js";

export const nudge = (place: Position): void => further(2, place);

function further(by: number, place: Position): void {
  place.x += by;
}
