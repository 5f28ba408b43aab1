import type { World } from "ecsgen/schema";
import { Fighter } from "../generated/bundles/fighter.js";
import type { Breeder } from "../schema/fleet.js";

/** Spawns while a loop runs. */
export function multiply(breeder: Breeder, world: World): void {
  if (breeder.left === 0) return;
  breeder.left -= 1;
  world.bundles.spawn(Fighter, { hull: { points: breeder.left } });
}
