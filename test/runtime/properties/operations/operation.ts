// How families of operations are written: what varies, as arbitraries, and what is called with it.
import fc from "fast-check";
import { generationOf, indexOf, NO_ENTITY, type ComponentType, type Entity } from "ecsgen/runtime";
import { makeEntity } from "../../../../runtime/entities/entity.js";
import { allComponents } from "../../kit/all-components.js";
import { outcomeOf } from "../failures.js";
import { Step, type Stage } from "../stage.js";
import type { WorldLike } from "../world-like.js";

/** A family's operation, and how often it comes among the others. */
export interface Operation {
  readonly weight: number;
  readonly arbitrary: fc.Arbitrary<Step>;
}

/** An entity by the part it plays, since ids differ from script to script. */
export interface EntityRef {
  readonly pick: number;
  readonly forged: "no" | "next generation" | "other index" | "nobody";
}

/** An operation on one world: its outcome goes to the log. */
export function operation<Given extends unknown[]>(
  weight: number,
  name: string,
  given: { readonly [K in keyof Given]: fc.Arbitrary<Given[K]> },
  call: (world: WorldLike, stage: Stage, ...given: Given) => unknown,
): Operation {
  const arbitrary = fc.tuple<[boolean, ...Given]>(fc.boolean(), ...given).map(([other, ...values]) => {
    const text = (): string => `${other ? "b" : "a"}.${name}(${values.map(show).join(", ")})`;
    return new Step(text, (stage) => {
      const world = stage.world(other ? 1 : 0);
      stage.log.push(outcomeOf(() => call(world, stage, ...values)));
    });
  });
  return { weight, arbitrary };
}

const forgeries: readonly EntityRef["forged"][] = ["no", "next generation", "other index", "nobody"];

/** Mostly ids that were handed out; now and then one that nobody ever had. */
export const entityRefs: fc.Arbitrary<EntityRef> = fc.nat(16 * 40 - 1).map((number) => {
  const forgery = Math.floor(number / 16);
  return { pick: number % 16, forged: forgeries[forgery] ?? "no" };
});

/** The id that a reference means on this stage. */
export function entityOf(stage: Stage, ref: EntityRef): Entity {
  const entity = stage.pick(ref.pick);
  if (entity === undefined || ref.forged === "nobody") return NO_ENTITY;
  if (ref.forged === "next generation") return makeEntity(indexOf(entity), (generationOf(entity) % 1023) + 1);
  return ref.forged === "other index" ? makeEntity(indexOf(entity) + 999, generationOf(entity)) : entity;
}

/** Any component of the kit. */
export const types: fc.Arbitrary<ComponentType> = fc.constantFrom(...allComponents);

/** Components and bundles by name, steps by their text, anything else as it is. */
function show(value: unknown): string {
  if (typeof value === "object" && value !== null && "name" in value && ("cursor" in value || "create" in value))
    return String(value.name);
  if (value instanceof Step) return value.toString();
  if (Array.isArray(value)) return `[${value.map(show).join(", ")}]`;
  if (typeof value !== "object" || value === null || value instanceof Map) return fc.stringify(value);
  return `{ ${Object.entries(value)
    .map(([key, part]) => `${key}: ${show(part)}`)
    .join(", ")} }`;
}
