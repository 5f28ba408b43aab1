import type { Commands, Entity, EventReader, EventWriter, World } from "ecsgen/schema";
import { Dead } from "../../generated/components/dead.js";
import { Name as NameToken } from "../../generated/components/name.js";
import type { Died, Health, Journal } from "../../schema/battle.js";

export function reap(
  entity: Entity,
  health: Readonly<Health>,
  commands: Commands,
  world: World,
  died: EventWriter<Died>,
): void {
  if (health.now > 0) return;
  commands.add(entity, Dead);
  if (world.has(entity, NameToken)) died.emit({ name: world.get(entity, NameToken)?.text ?? "" });
}

export function record(died: EventReader<Died>, journal: Journal): void {
  for (const { name } of died) {
    journal.lines.push(`${name} died`);
    journal.kills++;
  }
}
