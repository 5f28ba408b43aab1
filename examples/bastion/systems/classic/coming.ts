import type { World } from "ecsgen/schema";
import { Goblin } from "../../generated/bundles/goblin.js";
import { Ogre } from "../../generated/bundles/ogre.js";
import type { Dice, Time, Track, Waves } from "../../schema/bastion.js";

/** In seconds. */
const BETWEEN_WAVES = 6;
/** In seconds. */
const BETWEEN_ENEMIES = 0.6;
const OGRES = 0.15;

export function advance(waves: Waves, track: Readonly<Track>, dice: Dice, time: Readonly<Time>, world: World): void {
  waves.wait -= time.delta;
  const [gate] = track.points;
  if (waves.wait > 0 || gate === undefined) return;
  if (waves.left === 0) {
    waves.number += 1;
    waves.left = 3 + 2 * waves.number;
    waves.wait = BETWEEN_WAVES;
    return;
  }
  waves.left -= 1;
  waves.wait = BETWEEN_ENEMIES;
  const position = { x: gate.x, y: gate.y + dice.between(-0.5, 0.5) };
  world.bundles.spawn(dice.chance(OGRES) ? Ogre : Goblin, { position });
}
