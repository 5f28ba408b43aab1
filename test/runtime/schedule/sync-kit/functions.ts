// Functions that change entities at once and later, and functions that see it. One tells the order of rows.
import type { Commands, Entity, EventReader, EventWriter, Query, World } from "ecsgen/schema";
import { Age as AgeToken } from "./generated/components/age.js";
import { Energy as EnergyToken } from "./generated/components/energy.js";
import { Frozen } from "./generated/components/frozen.js";
import { Lit } from "./generated/components/lit.js";
import { ChildOf } from "./generated/relations/child-of.js";
import type { Age, Died, Energy, Newest, Rules, Seen } from "./schema.js";

export function breed(energy: Energy, commands: Commands): void {
  if (energy.value < 4) return;
  energy.value -= 2;
  commands.spawn({ energy: { value: 1 }, age: {} });
}

export function die(age: Readonly<Age>, it: Entity, world: World, died: EventWriter<Died>): void {
  if (age.value < 9) return;
  died.emit({ age: age.value });
  world.despawn(it);
}

export function freeze(energy: Readonly<Energy>, it: Entity, commands: Commands): void {
  if (energy.value % 3 === 0) commands.add(it, Frozen);
}

export function thaw(age: Readonly<Age>, it: Entity, world: World): void {
  if (age.value % 2 === 0) world.remove(it, Frozen);
}

export function light(energy: Readonly<Energy>, it: Entity, world: World): void {
  if (!world.has(it, Lit)) world.add(it, Lit);
  else if (energy.value > 2) world.remove(it, Lit);
}

export function grow(energy: Energy): void {
  energy.value += 1;
}

export function turnOlder(age: Age): void {
  age.value++;
}

export function bear(world: World, newest: Newest): void {
  const born = world.commands.spawn({ energy: { value: 3 } });
  world.add(born, AgeToken, { value: 1 });
  newest.last = born;
}

export function settle(world: World, seen: Readonly<Seen>): void {
  world.spawn({ age: { value: seen.entities % 7 }, ...(seen.lit % 2 === 0 && { energy: { value: 2 } }) });
}

export function starve(all: Query<{ readonly entity: Entity; age: Readonly<Age> }>, commands: Commands): void {
  for (const { entity, age } of all) if (age.value > 5) commands.remove(entity, EnergyToken);
}

export function adopt(age: Readonly<Age>, it: Entity, world: World, newest: Readonly<Newest>): void {
  const parent = newest.last;
  if (age.value % 4 !== 0 || !world.isAlive(parent) || parent === it) return;
  world.relations.add(it, ChildOf, parent);
}

export function count(world: World, seen: Seen): void {
  seen.entities += world.entityCount;
  seen.frozen += world.query({ all: [Frozen] }).count();
}

export function countLit(energy: Readonly<Energy>, seen: Seen): void {
  seen.lit += energy.value;
}

export function tell(energy: Readonly<Energy>, seen: Seen): void {
  seen.told = (seen.told * 31 + energy.value) % 65521;
}

export function recall(world: World, newest: Readonly<Newest>, seen: Seen): void {
  if (!world.isAlive(newest.last)) return;
  seen.known += world.has(newest.last, AgeToken) ? 2 : 1;
  seen.energy += world.get(newest.last, EnergyToken)?.value ?? 0;
  seen.children += world.relations.countSources(newest.last, ChildOf);
}

export function mourn(deaths: EventReader<Died>, seen: Seen): void {
  for (const { age } of deaths) seen.deaths += age;
}

export function stumble(rules: Readonly<Rules>): void {
  if (rules.fails) throw new Error("stumbled");
}

export function isCrowded(world: World): boolean {
  return world.query({ all: [EnergyToken], none: [Frozen] }).count() > 6;
}
