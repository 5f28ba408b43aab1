// A bundle, and prefabs that say values for every kind of field, one on top of the other.
import { bundle, prefab } from "ecsgen/schema";
import { Body, Burning, Label, Link, Numbers, Pinned, Position, Seen, Velocity } from "./components.js";

/** Whatever moves. */
export const mover = bundle({ components: [Position, Velocity, Pinned] });
/** Carried about, and burning. */
export const torch = prefab({
  extends: mover,
  components: [
    Seen,
    [Burning, { heat: 50, cause: "hand" }],
    [Body, { place: { z: 3 }, spin: { axis: { x: 1 }, rate: 4 }, weights: [7, 8], drag: { linear: 2 } }],
    [Label, { text: "torch", words: ["a", "bc"], shape: { kind: "circle", radius: 5 } }],
    [Link, { strength: 9 }],
  ],
});
/** The one that all are led by. */
export const beacon = prefab({
  extends: torch,
  components: [
    [Velocity, { y: 3 }],
    [Numbers, { i64: 5n, flag: true, mood: "sad" }],
    [Body, { place: { x: 1 }, spin: { axis: { y: 2 } }, drag: { angular: 6 } }],
    [Label, { words: [], scores: new Map([["déf", 2]]) }],
  ],
});
