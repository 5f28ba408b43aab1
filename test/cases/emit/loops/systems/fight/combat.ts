import type { Entity, EventReader, EventWriter, World } from "ecsgen/schema";
import { Dead } from "../../generated/components/dead.js";
import { Health as HealthToken } from "../../generated/components/health.js";
import { Name } from "../../generated/components/name.js";
import type { Health, Hurt } from "../../schema/battle.js";

export function suffer(health: Health, hurt: EventReader<Hurt>): void {
  for (const { amount } of hurt) health.now -= amount;
}

export function strike(hurt: EventWriter<Hurt>, amount: number): void {
  hurt.emit({ amount });
}

export function count(world: World, named: boolean = false): number {
  return world.query({ all: named ? [HealthToken, Name] : [HealthToken], none: [Dead] }).count();
}

export async function names(world: World, ...entities: readonly Entity[]): Promise<string[]> {
  return entities.map((entity) => world.get(entity, Name)?.text ?? "");
}
