// What the editor says of relations while they are typed.
import { core, f32, relation, tag, view, type World } from "ecsgen/schema";
import type { Entity, RelationType } from "ecsgen/runtime";

class Pinned extends tag() {}
class ChildOf extends relation({}, { exclusive: true, acyclic: true, onTargetDespawn: "cascade" }) {}
class Likes extends relation({ amount: f32 }, { was: ["app.Loves"] }) {}

export class Wrong extends relation({ amount: 1 }) {} //~ Type 'number' is not assignable to type 'Field<unknown
export class Odd extends relation({}, { onTargetDespawn: "explode" }) {} //~ Type '"explode"' is not assignable to type
export class Strange extends relation({}, { exclusive: 1 }) {} //~ Type 'number' is not assignable to type 'boolean | undefined'
export class Unknown extends relation({}, { symmetric: true }) {} //~ 'symmetric' does not exist in type 'RelationOptions'

interface Motion {
  move(): void;
}

export const motion = core({
  features: { motion: view<Motion>() },
  schedule: { update: [{ run: "motion.move", with: [ChildOf, Pinned], without: [Likes] }] },
});

export const refused = core({
  features: { motion: view<Motion>() },
  schedule: { update: [{ run: "motion.move", with: [f32] }] }, //~ is not assignable to type 'FilterClass'
});

export function reads(likes: Likes): void {
  likes.amount += 1;
  likes.amount = "much"; //~ Type 'string' is not assignable to type 'number'
}

declare const childOf: RelationType<true, true, true>;
declare const loves: RelationType<{ amount: number }, { amount?: number }, false>;

export function uses(world: World, a: Entity, b: Entity): void {
  world.relations.add(a, loves, b, { amount: 1 });
  world.relations.add(a, loves, b, { amount: "1" }); //~ Type 'string' is not assignable to type 'number'
  world.relations.add(a, loves); //~ Expected 3-4 arguments
  world.relations.add(a, 5, b); //~ Argument of type 'number' is not assignable
  world.relations.target(a, childOf)?.toFixed();
  world.relations.target(a, loves); //~ Type 'false' is not assignable to type 'true'
  world.relations.hierarchy(loves); //~ Type 'false' is not assignable to type 'true'
  world.relations.hierarchy(childOf).push(a); //~ Property 'push' does not exist on type 'readonly Entity[]'
  world.relations.eachTarget(a, loves, (_target, data) => {
    data.amount = 2;
    data.amount = "2"; //~ Type 'string' is not assignable to type 'number'
  });
  world.query({ all: [loves, [childOf, b]], none: [childOf] });
  world.query({ all: [[childOf, 5]] }); //~ Type 'number' is not assignable to type 'Entity'
  world.add(a, childOf); //~ Property 'storage' is missing in type 'RelationType<true, true, true>'
}
