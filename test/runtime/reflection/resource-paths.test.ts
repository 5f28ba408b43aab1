// Values of resources by path: against plain objects that are changed by hand.
import fc from "fast-check";
import type { ResourceType, ValueDescription } from "ecsgen/runtime";
import { describe, expect, it } from "vitest";
import * as fields from "../../cases/emit/fields/generated/index.js";
import { reflection as ofFields } from "../../cases/emit/fields/generated/reflection.js";
import { codeOf } from "../kit/code-of.js";
import * as kit from "../kit/generated/index.js";
import { reflection as ofKit } from "../kit/generated/reflection.js";
import { settableIn, valuesOf } from "./arbitrary-value.js";
import { setIn } from "./set-in.js";

const apps = [
  { reflection: ofKit, make: () => kit.createWorld() },
  { reflection: ofFields, make: () => fields.createWorld() },
];
const resources = apps.flatMap(({ reflection, make }) =>
  reflection.types.flatMap((type) =>
    type.kind === "resource" && !type.clock ? [{ reflection, make, type, name: type.name }] : [],
  ),
);

const copyOf = (type: ResourceType, world: kit.World | fields.World): unknown => type.create(world.resource(type));

describe("every path of every resource", () => {
  it.each(resources)(
    "of $name gives back what was set, into the object that is there",
    ({ reflection, make, type }) => {
      const description: ValueDescription = { kind: "struct", fields: reflection.of(type).fields };
      fc.assert(
        fc.property(fc.gen(), (take) => {
          const world = make();
          const live = world.resource(type);
          const entities = [world.spawn(), world.spawn()];
          reflection.setPath(world, world, [type.key], take(valuesOf, description, entities));
          for (const { pieces, values } of settableIn(description, copyOf(type, world), entities, [])) {
            const value = take(() => values);
            const wanted = setIn(copyOf(type, world), pieces, value);
            reflection.setPath(world, world, [type.key, ...pieces], value);
            expect(reflection.getPath(world, world, [type.key, ...pieces])).toEqual(value);
            expect(copyOf(type, world)).toEqual(wanted);
          }
          expect(world.resource(type)).toBe(live);
        }),
        { numRuns: 15 },
      );
    },
  );
});

describe("a resource by path", () => {
  it("is given as a copy, and keeps what is not named as the objects that they were", () => {
    const world = kit.createWorld();
    const score = world.resource(kit.Score);
    score.best.push({ name: "anna", points: 3 });
    const { best } = score;
    expect(ofKit.getPath(world, world, "score.best.0.name")).toBe("anna");
    expect(ofKit.getPath(world, world, "score.best")).not.toBe(best);
    ofKit.setPath(world, world, "score.points", 9);
    expect(score.points).toBe(9);
    expect(score.best).toBe(best);
  });

  it("is checked like everything else, with nothing changed", () => {
    const world = kit.createWorld();
    expect(() => ofKit.setPath(world, world, "score.point", 9)).toThrow(
      /resource `app\.Score` of the world: `score` has no `point`\nhelp: did you mean `points`/,
    );
    expect(() => ofKit.setPath(world, world, "scores.points", 9)).toThrow(
      /no resource `scores`, which a path for the world begins with\nhelp: did you mean `score`/,
    );
    expect(codeOf(() => ofKit.setPath(world, world, "score.points", "many"))).toBe("InvalidArgument");
    expect(world.resource(kit.Score)).toEqual(kit.Score.create());
  });

  it("is not there when it was removed, not set while the world is locked, and no clock", () => {
    const world = kit.createWorld();
    expect(ofKit.getPath(world, world, "time.tick")).toBe(0);
    expect(() => ofKit.setPath(world, world, "time.tick", 5)).toThrow(
      /resource `app\.Time` is a clock, which the world keeps/,
    );
    world.lock();
    expect(codeOf(() => ofKit.setPath(world, world, "score.points", 9))).toBe("WorldLocked");
    world.unlock();
    world.resources.remove(kit.Score);
    expect(ofKit.getPath(world, world, "score.points")).toBeUndefined();
    expect(codeOf(() => ofKit.setPath(world, world, "score.points", 9))).toBe("ResourceMissing");
    expect(codeOf(() => world.resources.assign(kit.Score, { points: 9 }))).toBe("ResourceMissing");
  });
});
