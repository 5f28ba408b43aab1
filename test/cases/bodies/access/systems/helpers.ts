import type { ComponentType, World } from "ecsgen/runtime";
import type { Entity, Query } from "ecsgen/schema";
import { Frozen } from "../generated/components/frozen.js";
import { Lit } from "../generated/components/lit.js";
import type { Body, Speed } from "../schema/life.js";

export { pairs as couples } from "ecsgen/runtime";
export const kinds = [Frozen, Lit] as const;
export const half = (value: number): number => value / 2;
export function ignore(_value: number): void {}
export function atOf(body: Body): Body["at"] {
  return body.name === "" ? body.spin.axis : body.at;
}
export const both = (body: Body): { at: Body["at"]; far: { axis: Body["at"] } } => ({
  at: atOf(body),
  far: { axis: body.spin.axis },
});
export const same = <Kind>(value: Kind): Kind => value;
export function push({ at, spin: { axis } }: Body, by = axis.x): void {
  at.x += by;
}
export function deeper(body: Body, depth: number): void {
  if (depth > 0) deeper(body, depth - 1);
  else body.spin.speed++;
}
export function toggleAll(world: World, entity: Entity, types: readonly ComponentType[]): void {
  for (const type of types) flip(world, entity, type);
}
export function flip(world: World, entity: Entity, type: ComponentType): void {
  if (!world.isAlive(entity)) return;
  if (world.has(entity, type)) world.remove(entity, type);
  else world.add(entity, type);
}
export function first(world: World): Entity {
  return world.query({ all: [Frozen] }).first() ?? (0 as Entity);
}
export function total(all: Query<{ speed: Readonly<Speed> }>): number {
  return all.slice().reduce((sum, { speed }) => sum + speed.x, 0);
}
