// Edges between entities: made, read, written, taken away, at once and by command.
import fc from "fast-check";
import type { Entity, RelationType } from "ecsgen/runtime";
import { allRelations } from "../../kit/all-relations.js";
import * as kit from "../../kit/generated/index.js";
import type { Stage } from "../stage.js";
import { entityOf, entityRefs, operation, type EntityRef, type Operation } from "./operation.js";

/** A relation and what is given for an edge; references are filled in on the stage. */
interface GivenEdge {
  readonly type: RelationType;
  readonly init: object | undefined;
  readonly entity: EntityRef;
}

const halves = fc.integer({ min: -60, max: 60 }).map((value) => value / 2);
const likes = fc.record(
  { amount: halves, note: fc.constantFrom("", "much"), why: fc.constantFrom("so", undefined) },
  { requiredKeys: [] },
);
const aims = fc.record({ offset: fc.record({ x: halves, y: halves }, { requiredKeys: [] }) }, { requiredKeys: [] });
const inits = new Map<RelationType, fc.Arbitrary<object>>([
  [kit.Likes, likes],
  [kit.AimsAt, aims],
]);

export const relations: fc.Arbitrary<RelationType> = fc.constantFrom(...allRelations);

const givenEdges: fc.Arbitrary<GivenEdge> = fc.oneof(
  ...allRelations.map((type) =>
    fc.tuple(inits.get(type) ?? fc.constant(undefined), entityRefs).map(([init, entity]) => ({ type, init, entity })),
  ),
);

function initOf(stage: Stage, { type, init, entity }: GivenEdge): object | undefined {
  return type === kit.Holds ? { by: entityOf(stage, entity) } : init;
}

const targets = fc.option(entityRefs, { nil: undefined });

function targetOf(stage: Stage, target: EntityRef | undefined): Entity | undefined {
  return target && entityOf(stage, target);
}

export const relationOperations: readonly Operation[] = [
  operation(12, "relations.add", [entityRefs, givenEdges, entityRefs], (world, stage, source, given, target) =>
    world.relations.add(entityOf(stage, source), given.type, entityOf(stage, target), initOf(stage, given)),
  ),
  operation(3, "relations.remove", [entityRefs, relations, targets], (world, stage, source, type, target) =>
    world.relations.remove(entityOf(stage, source), type, targetOf(stage, target)),
  ),
  operation(2, "relations.set", [entityRefs, givenEdges, entityRefs], (world, stage, source, given, target) =>
    world.relations.set(entityOf(stage, source), given.type, entityOf(stage, target), initOf(stage, given) ?? {}),
  ),
  operation(1, "relations.get", [entityRefs, relations, entityRefs], (world, stage, source, type, target) => [
    world.relations.has(entityOf(stage, source), type),
    world.relations.has(entityOf(stage, source), type, entityOf(stage, target)),
    world.relations.get(entityOf(stage, source), type, entityOf(stage, target)),
  ]),
  operation(2, "relations.hierarchy", [relations], (world, _stage, type) => [
    world.relations.count(type),
    world.relations.roots(type),
    world.relations.hierarchy(type),
  ]),
  operation(1, "relations.ancestors", [entityRefs, relations], (world, stage, source, type) =>
    world.relations.ancestors(entityOf(stage, source), type),
  ),
  operation(1, "relations.descendants", [entityRefs, relations], (world, stage, target, type) =>
    world.relations.descendants(entityOf(stage, target), type),
  ),
  operation(2, "commands.relate", [entityRefs, givenEdges, entityRefs], (world, stage, source, given, target) =>
    world.commands.relate(entityOf(stage, source), given.type, entityOf(stage, target), initOf(stage, given)),
  ),
  operation(1, "commands.unrelate", [entityRefs, relations, targets], (world, stage, source, type, target) =>
    world.commands.unrelate(entityOf(stage, source), type, targetOf(stage, target)),
  ),
];
