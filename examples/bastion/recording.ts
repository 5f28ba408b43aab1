import type { Recording } from "./game.js";

/** Forty seconds, in which somebody comes through. */
export const recording: Recording = {
  seed: 7,
  steps: 2400,
  orders: [
    { step: 0, x: 3, y: 1.5, kind: "bolt" },
    { step: 120, x: 12, y: 7, kind: "shock" },
    { step: 1500, x: 9, y: 4, kind: "fire" },
  ],
};
