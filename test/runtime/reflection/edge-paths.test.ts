// Values of edges by path: against plain objects that are changed by hand.
import fc from "fast-check";
import type { Entity, ValueDescription } from "ecsgen/runtime";
import { describe, expect, it } from "vitest";
import { codeOf } from "../kit/code-of.js";
import * as kit from "../kit/generated/index.js";
import { reflection } from "../kit/generated/reflection.js";
import { settableIn, valuesOf } from "./arbitrary-value.js";
import { setIn } from "./set-in.js";

const { AimsAt, BoundTo, Likes } = kit;

const relations = reflection.types.flatMap((type) =>
  type.kind === "relation" && Object.keys(type.fields).length > 0 ? [type] : [],
);

function scene(): { readonly world: kit.World; readonly source: Entity; readonly target: Entity } {
  const world = kit.createWorld();
  return { world, source: world.spawn(), target: world.spawn() };
}

describe("every path of every relation", () => {
  it.each(relations)("of $name gives back what was set, and no other edge changes", (type) => {
    const description: ValueDescription = { kind: "struct", fields: reflection.of(type).fields };
    fc.assert(
      fc.property(fc.gen(), (take) => {
        const { world, source, target } = scene();
        const ends = { source, target };
        const entities = [source, target];
        world.relations.add(source, type, target);
        world.relations.add(target, type, source);
        const other = world.relations.get(target, type, source);
        reflection.setPath(world, ends, [type.key], take(valuesOf, description, entities));
        for (const { pieces, values } of settableIn(
          description,
          world.relations.get(source, type, target),
          entities,
          [],
        )) {
          const value = take(() => values);
          const wanted = setIn(world.relations.get(source, type, target), pieces, value);
          reflection.setPath(world, ends, [type.key, ...pieces], value);
          expect(reflection.getPath(world, ends, [type.key, ...pieces])).toEqual(value);
          expect(world.relations.get(source, type, target)).toEqual(wanted);
        }
        expect(world.relations.get(target, type, source)).toEqual(other);
      }),
      { numRuns: 15 },
    );
  });
});

it("reads nothing of an edge that is not there", () => {
  const { world, source, target } = scene();
  expect(reflection.getPath(world, { source, target }, "likes.amount")).toBeUndefined();
  world.relations.add(source, Likes, target, { amount: 3 });
  expect(reflection.getPath(world, { source, target }, "likes.amount")).toBe(3);
  expect(reflection.getPath(world, { source, target }, "likes.why")).toBeUndefined();
  expect(reflection.getPath(world, { source: target, target: source }, "likes")).toBeUndefined();
});

it("keeps what a part of a struct does not say", () => {
  const { world, source, target } = scene();
  world.relations.add(source, AimsAt, target, { offset: { x: 1, y: 5 } });
  reflection.setPath(world, { source, target }, "aimsAt.offset", { x: 4 });
  expect(world.relations.get(source, AimsAt, target)).toEqual({ offset: { x: 4, y: 5 } });
});

it("names what is wrong, and changes nothing", () => {
  const { world, source, target } = scene();
  const ends = { source, target };
  expect(() => reflection.setPath(world, ends, "likes.amount", 1)).toThrow(
    "there is no edge of `app.Likes` from entity 0 (generation 1) to entity 1 (generation 1), so `likes` cannot be set",
  );
  expect(codeOf(() => reflection.setPath(world, ends, "likes.amount", 1))).toBe("RelationMissing");
  world.relations.add(source, Likes, target);
  world.relations.add(source, BoundTo, target);
  expect(() => reflection.getPath(world, ends, "likes.amuont")).toThrow(
    "relation `app.Likes` from entity 0 (generation 1) to entity 1 (generation 1): `likes` has no `amuont`",
  );
  expect(() => reflection.getPath(world, ends, "position.x")).toThrow(
    "there is no relation `position`, which a path for an edge begins with",
  );
  expect(codeOf(() => reflection.setPath(world, ends, "likes.amount", "much"))).toBe("InvalidArgument");
  expect(codeOf(() => reflection.setPath(world, ends, "boundTo", {}))).toBe("InvalidArgument");
  expect(world.relations.get(source, Likes, target)).toEqual({ amount: 1, note: "", why: undefined });
  world.despawn(target);
  expect(codeOf(() => reflection.getPath(world, ends, "likes.amount"))).toBe("StaleEntity");
});
