import { bundle, prefab } from "ecsgen/schema";
import { Armed, Breeder, Cloaked, Crew, Ghost, Heat, Hull, Position } from "./parts.js";

export { Breeder };

const front = 3;

/** Anything that flies. */
export const ship = bundle({ components: [Position, Hull] });
/** A small armed ship. */
export const fighter = prefab({
  extends: ship,
  components: [
    Armed,
    Cloaked,
    [Heat, { degrees: 90 }],
    [
      Hull,
      {
        points: 50,
        material: "wood",
        mass: 5n,
        armour: { front, plate: { layers: 2 } },
        weights: [1, 2],
        note: "fast",
        bay: { size: 4, door: { y: 2 } },
      },
    ],
    [
      Crew,
      {
        names: ["Ann", "Bo"],
        stock: new Map([["shells", 9]]),
        log: new Uint8Array([1, 2]),
        orders: { kind: "go", to: { x: 1 }, speed: 2 },
      },
    ],
  ],
});
/**
 * The best pilot of a wing.
 * One a wing.
 */
export const ace = prefab({
  extends: fighter,
  components: [[Hull, { points: 80, armour: { plate: { alloy: "light" }, pivot: { z: 1 } }, bay: { door: { x: 7 } } }]],
  was: ["app.hero"],
});
/** The same under another name. */
export const wingman = prefab({ extends: fighter });
/** Nothing but marks. */
export const mirage = bundle({ components: [Ghost, Cloaked] });
