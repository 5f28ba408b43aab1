import fc from "fast-check";
import { EcsError, type Entity, type RelationType } from "ecsgen/runtime";
import { expect, it } from "vitest";
import {
  AimsAt,
  BoundTo,
  ChildOf,
  createWorld,
  Holds,
  Likes,
  Needs,
  Position,
  type World,
} from "./kit/generated/index.js";
import { ReferenceEdges, Refused } from "./reference-edges.js";

const relations: readonly RelationType[] = [AimsAt, BoundTo, ChildOf, Holds, Likes, Needs];

/** One step of a script; entities and relations are chosen by number, whatever there is. */
type Step =
  | { readonly do: "spawn" }
  | { readonly do: "despawn"; readonly a: number }
  | { readonly do: "add"; readonly a: number; readonly r: number; readonly b: number; readonly amount: number }
  | { readonly do: "remove"; readonly a: number; readonly r: number; readonly b: number }
  | { readonly do: "removeAll"; readonly a: number; readonly r: number };

const [a, b, r] = [fc.nat(11), fc.nat(11), fc.nat(relations.length - 1)];
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ do: fc.constant("spawn" as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("despawn" as const), a }) },
  { weight: 8, arbitrary: fc.record({ do: fc.constant("add" as const), a, r, b, amount: fc.nat(99) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("remove" as const), a, r, b }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("removeAll" as const), a, r }) },
);

/** The same step on both sides, and what each gives back or throws. */
function both(world: World, model: ReferenceEdges, entities: Entity[], taken: Step): [unknown, unknown] {
  if (taken.do === "spawn") {
    const entity = world.spawn(entities.length % 2 === 0 ? { position: {} } : {});
    model.alive.add(entity);
    entities.push(entity);
    return [undefined, undefined];
  }
  const living = entities.filter((entity) => model.alive.has(entity));
  if (living.length === 0) return [undefined, undefined];
  const at = (index: number): Entity => living[index % living.length];
  const source = at(taken.a);
  switch (taken.do) {
    case "despawn":
      return [refusal(() => world.despawn(source)), refusal(() => model.despawn(source))];
    case "add": {
      const relation = relations[taken.r];
      const target = at(taken.b);
      const init = relation === Likes ? { amount: taken.amount } : undefined;
      return [
        refusal(() => world.relations.add(source, relation, target, init)),
        refusal(() => model.add(source, relation, target, relation === Likes ? taken.amount : 0)),
      ];
    }
    case "remove": {
      const relation = relations[taken.r];
      const target = at(taken.b);
      return [world.relations.remove(source, relation, target), model.remove(source, relation, target)];
    }
    case "removeAll":
      return [world.relations.remove(source, relations[taken.r]), model.remove(source, relations[taken.r])];
  }
}

function refusal(run: () => unknown): string | undefined {
  try {
    run();
    return undefined;
  } catch (error) {
    if (error instanceof Refused || error instanceof EcsError) return error.code;
    throw error;
  }
}

/** Everything that can be asked, as text, so that a difference is seen at once. */
function seenInWorld(world: World, entities: readonly Entity[]): string[] {
  return relations.flatMap((relation) => [
    `${relation.key} ${world.relations.count(relation)}`,
    ...entities.map((entity) => {
      const targets = world.relations.targets(entity, relation);
      const data = targets.map((target) =>
        relation === Likes ? world.relations.get(entity, Likes, target)?.amount : 0,
      );
      const found = world.query({ all: [[relation, entity]] }).entities();
      const counts = [world.relations.countTargets(entity, relation), world.relations.countSources(entity, relation)];
      const missing = entities.filter(
        (target) => world.relations.has(entity, relation, target) !== targets.includes(target),
      );
      return [entity, targets, data, world.relations.sources(entity, relation), found, counts, missing].join(" | ");
    }),
    world
      .query({ all: [Position, relation] })
      .entities()
      .sort(byNumber)
      .join(),
  ]);
}

function seenInModel(world: World, model: ReferenceEdges, entities: readonly Entity[]): string[] {
  return relations.flatMap((relation) => [
    `${relation.key} ${model.count(relation)}`,
    ...entities.map((entity) => {
      const targets = model.targets(entity, relation);
      const data = targets.map((target) => model.find(entity, relation, target)?.amount);
      const sources = model.sources(entity, relation);
      return [entity, targets, data, sources, sources, [targets.length, sources.length], []].join(" | ");
    }),
    entities
      .filter((entity) => world.has(entity, Position) && model.targets(entity, relation).length > 0)
      .sort(byNumber)
      .join(),
  ]);
}

function byNumber(one: number, other: number): number {
  return one - other;
}

it("does what a list of edges does, whatever happens", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 120, size: "max" }), (script) => {
      const world = createWorld();
      const model = new ReferenceEdges(relations);
      const entities: Entity[] = [];
      for (const taken of script) {
        const [given, expected] = both(world, model, entities, taken);
        expect(given).toEqual(expected);
        const living = entities.filter((entity) => model.alive.has(entity));
        expect(world.entityCount).toBe(living.length);
        expect(seenInWorld(world, living)).toEqual(seenInModel(world, model, living));
      }
    }),
    { numRuns: 60 },
  );
});
