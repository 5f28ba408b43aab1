import type { EventReader } from "ecsgen/schema";
import type { Died, Passed, Purse } from "../../schema/bastion.js";

export function count(died: EventReader<Died>, passed: EventReader<Passed>, purse: Purse): void {
  for (const { bounty } of died) {
    purse.coins += bounty;
    purse.score += 10 * bounty;
  }
  purse.lives = Math.max(0, purse.lives - passed.unread);
  passed.skip();
}

export function isPlaying(purse: Readonly<Purse>): boolean {
  return purse.lives > 0;
}
