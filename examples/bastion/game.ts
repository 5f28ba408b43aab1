import type { StepHash } from "ecsgen/runtime";
import { createWorld, Time, Track, type World } from "./generated/index.js";
import type { Kind } from "./schema/bastion.js";

/** What the player wants to be built, and before which step. */
export interface Order {
  readonly step: number;
  readonly x: number;
  readonly y: number;
  readonly kind: Kind;
}

/** All that a game follows from. */
export interface Recording {
  readonly seed: number;
  readonly steps: number;
  /** Ascending by step. */
  readonly orders: readonly Order[];
}

/** In metres. */
const track = [
  { x: 0, y: 0 },
  { x: 10, y: 0 },
  { x: 10, y: 8 },
  { x: 20, y: 8 },
];

/** A world in which nothing has happened yet, and which keeps a hash of each step. */
export function newGame(seed: number): World {
  const world = createWorld({ seed });
  world.resource(Track).points = track.map((point) => ({ ...point }));
  world.hashes.start({ steps: 10_000 });
  return world;
}

/** Plays from where the world is up to a step, and gives back the hashes of all steps that the world has seen. */
export function play(world: World, { orders, steps }: Recording, until = steps): readonly StepHash[] {
  for (let step = world.resource(Time).tick; step < until; step++) {
    for (const order of orders) {
      if (order.step === step) world.bastion.building.build(order.x, order.y, order.kind);
    }
    world.step(1 / 60);
  }
  return world.hashes.all();
}
