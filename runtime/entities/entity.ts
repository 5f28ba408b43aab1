import { shownGiven } from "../given.js";
import type { Entity as EntityBits } from "../memory/column-kind.js";

/** The id of an entity. The package exports the type that this one is another name of: declarations of users' code name that. */
export type Entity = EntityBits;

const indexBits = 22;

/** Not exported, so that V8 takes it for a constant where ids are taken apart. */
const mask = (1 << indexBits) - 1;

/** All bits of an index; the index of this value is never used. */
export const indexMask = mask;

/** The generation that an index starts with. */
export const firstGeneration = 1;
/** The last generation of an index; afterwards it is retired. */
export const lastGeneration = (1 << (32 - indexBits)) - 1;

/** The reference that names no entity; `0`, so that fresh memory refers to nothing. */
export const NO_ENTITY: Entity = makeEntity(0, 0);

/** The place of an entity in everything that is kept by index: toggles, sparse sets. */
export function indexOf(entity: Entity): number {
  return entity & mask;
}

/** How often the index of an entity was in use, this entity included. */
export function generationOf(entity: Entity): number {
  return entity >>> indexBits;
}

/** Joins an index and a generation. */
export function makeEntity(index: number, generation: number): Entity;
export function makeEntity(index: number, generation: number): number {
  return (generation << indexBits) | index;
}

/** The id with these bits, which were those of an id. */
export function entityOf(bits: number): Entity;
export function entityOf(bits: number): number {
  return bits;
}

/** How messages name an entity: index and generation. */
export function describeEntity(entity: Entity): string {
  if (typeof entity !== "number") return `\`${shownGiven(entity)}\`, which is no entity,`;
  return entity === NO_ENTITY ? "no entity" : `entity ${indexOf(entity)} (generation ${generationOf(entity)})`;
}
