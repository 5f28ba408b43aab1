import type { Commands, Entity, EventReader, EventWriter, Query, World } from "ecsgen/schema";
import { Burning as BurningToken } from "../../generated/components/burning.js";
import { Health as HealthToken } from "../../generated/components/health.js";
import { Stunned as StunnedToken } from "../../generated/components/stunned.js";
import type { Burning, Dice, Died, Health, Hit, Stunned, Time, Walker } from "../../schema/bastion.js";

/** Points in a second. */
const HEAT = 2;

export function hurt(hits: EventReader<Hit>, world: World): void {
  const health = world.cursor(HealthToken);
  for (const { victim, damage, kind } of hits) {
    if (!world.isAlive(victim)) continue;
    const struck = health.at(victim);
    struck.points -= Math.max(0, damage - (struck.armour ?? 0));
    // Two hits may do the same, which commands take for once.
    if (kind === "fire") world.commands.add(victim, BurningToken, { left: 2 });
    if (kind === "shock") world.commands.add(victim, StunnedToken);
  }
}

export function burn(burning: Burning, health: Health, entity: Entity, time: Readonly<Time>, commands: Commands): void {
  health.points -= HEAT * time.delta;
  burning.left -= time.delta;
  if (burning.left <= 0) commands.remove(entity, BurningToken);
}

export function wake(stunned: Query<{ entity: Entity }, { with: [Stunned] }>, dice: Dice, commands: Commands): void {
  for (const { entity } of stunned) {
    if (dice.chance(0.03)) commands.remove(entity, StunnedToken);
  }
}

export function reap(
  health: Readonly<Health>,
  walker: Readonly<Walker>,
  entity: Entity,
  commands: Commands,
  died: EventWriter<Died>,
): void {
  if (health.points > 0) return;
  died.emit({ bounty: walker.bounty });
  commands.despawn(entity);
}
