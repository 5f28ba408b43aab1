import type { Position } from "./schema/motion.js";

export const move = (position: Readonly<Position>): void => {
  position.x += 1;
};
