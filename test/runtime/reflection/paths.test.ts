// Values by path: in a world with every kind of field, against plain objects that are changed by hand.
import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import type { Entity, ValueDescription } from "ecsgen/runtime";
import { describe, expect, it } from "vitest";
import * as changes from "../queries/kit/generated/index.js";
import { reflection as changesReflection } from "../queries/kit/generated/reflection.js";
import * as fields from "../../cases/emit/fields/generated/index.js";
import { reflection } from "../../cases/emit/fields/generated/reflection.js";
import { codeOf } from "../kit/code-of.js";
import { settableIn, valuesOf } from "./arbitrary-value.js";
import { setIn } from "./set-in.js";

const { Body, Collections, Collider, Pinned, createWorld } = fields;

/** The components of the app that have fields. */
const components = reflection.types.flatMap((type) =>
  type.kind === "component" && Object.keys(type.fields).length > 0 ? [type] : [],
);
const everything = Object.fromEntries(components.map(({ key }) => [key, {}]));

function scene(): { readonly world: fields.World; readonly entity: Entity } {
  const world = createWorld();
  return { world, entity: world.spawn({ ...everything, pinned: true }) };
}

describe("every path of every component", () => {
  it.each(components)("of $name gives back what was set, and nothing else changes", (type) => {
    const description: ValueDescription = { kind: "struct", fields: reflection.of(type).fields };
    fc.assert(
      fc.property(fc.gen(), (take) => {
        const { world, entity } = scene();
        const entities = [entity, world.spawn()];
        reflection.setPath(world, entity, [type.key], take(valuesOf, description, entities));
        const others = reflection.inspect(world, entity).filter((each) => each.description.type !== type);
        for (const { pieces, values } of settableIn(description, world.get(entity, type), entities, [])) {
          const value = take(() => values);
          const wanted = setIn(world.get(entity, type), pieces, value);
          const path = [type.key, ...pieces];
          reflection.setPath(world, entity, path, value);
          const is = { at: reflection.getPath(world, entity, path), whole: world.get(entity, type) };
          if (!isDeepStrictEqual(is, { at: value, whole: wanted })) expect(is).toEqual({ at: value, whole: wanted });
          // What was replaced may have other paths inside.
          reflection.setPath(world, entity, [type.key], setIn(wanted, [], wanted));
        }
        const after = reflection.inspect(world, entity).filter((each) => each.description.type !== type);
        expect(isDeepStrictEqual(after, others)).toBe(true);
      }),
      { numRuns: 15 },
    );
  });
});

describe("getPath", () => {
  it("reads fields, parts, items, entries, shapes and whole components", () => {
    const { world, entity } = scene();
    const read = (path: string | readonly string[]): unknown => reflection.getPath(world, entity, path);
    world.set(entity, Collections, { prices: new Map([["a.b", 2]]) });
    expect(read("body.spin.axis.y")).toBe(1);
    expect(read("body.spin.axis")).toEqual({ x: 0, y: 1, z: 2 });
    expect(read("arrays.weights.1")).toBe(0.5);
    expect(read("collections.points.1.x")).toBe(3);
    expect(read(["collections", "prices", "a.b"])).toBe(2);
    expect(read("collections.stock.pear")).toBe(4);
    expect(read("collider.shape.kind")).toBe("box");
    expect(read("collider.shape.half.x")).toBe(2);
    expect(read("flags")).toEqual(world.get(entity, fields.Flags));
    expect(read("pinned")).toBe(true);
  });

  it("gives undefined for what is not there", () => {
    const { world, entity } = scene();
    const bare = world.spawn();
    expect(reflection.getPath(world, entity, "body.drag.linear")).toBeUndefined();
    expect(reflection.getPath(world, entity, "collections.numbers.7")).toBeUndefined();
    expect(reflection.getPath(world, entity, "collections.stock.plum")).toBeUndefined();
    expect(reflection.getPath(world, bare, "body.spin.axis.x")).toBeUndefined();
    expect(reflection.getPath(world, bare, "collider.shape.radius")).toBeUndefined();
    expect(reflection.getPath(world, bare, "pinned")).toBeUndefined();
  });
});

describe("setPath", () => {
  it("keeps what a struct does not say, and makes shapes and items anew", () => {
    const { world, entity } = scene();
    reflection.setPath(world, entity, "body.spin", { axis: { x: 7 }, mode: "driven" });
    expect(world.get(entity, Body)?.spin).toEqual({
      axis: { x: 7, y: 1, z: 2 },
      speed: 3,
      locked: false,
      mode: "driven",
      label: "",
    });
    reflection.setPath(world, entity, "body.drag", { linear: 4 });
    expect(world.get(entity, Body)?.drag?.linear).toBe(4);
    reflection.setPath(world, entity, "body.drag", undefined);
    expect(world.get(entity, Body)?.drag).toBeUndefined();
    reflection.setPath(world, entity, "collider.shape", { kind: "circle" });
    expect(world.get(entity, Collider)?.shape).toEqual({ kind: "circle", radius: 1 });
    reflection.setPath(world, entity, "collections.parts", [{ name: "wheel" }]);
    expect(world.get(entity, Collections)?.parts).toEqual([{ name: "wheel", weight: 1, at: undefined }]);
    reflection.setPath(world, entity, "collections.stock.plum", 5);
    expect(world.get(entity, Collections)?.stock.get("plum")).toBe(5);
  });

  it("is seen by observers and by queries for changes", () => {
    const { Body: Tracked, Position } = changes;
    const world = changes.createWorld();
    const entity = world.spawn({ position: {}, body: {} });
    const told: Entity[] = [];
    world.observers.observe(Tracked, { changed: (which) => void told.push(which) });
    const query = world.tracking.query({ changed: [Tracked] });
    const others = world.tracking.query({ changed: [Position] });
    for (const each of [query, others]) each.run(() => undefined);
    changesReflection.setPath(world, entity, "body.spin.axis.x", 3);
    expect([told, query.entities(), others.entities()]).toEqual([[entity], [entity], []]);
  });

  it("is refused while the world is locked", () => {
    const { world, entity } = scene();
    world.lock();
    expect(codeOf(() => reflection.setPath(world, entity, "body.mass", 2))).toBe("WorldLocked");
    expect(reflection.getPath(world, entity, "body.mass")).toBe(1);
  });
});

describe("misuse", () => {
  const who = "entity 0 (generation 1)";
  /** The path, what is set, the code, the message, the help. */
  const cases: readonly (readonly [string, unknown, string, string, string])[] = [
    [
      "bdy.mass",
      1,
      "UnknownPath",
      `there is no component \`bdy\`, which a path for ${who} begins with`,
      "did you mean `body`?",
    ],
    [
      "body.spin.axsi.x",
      1,
      "UnknownPath",
      `component \`app.Body\` of ${who}: \`body.spin\` has no \`axsi\``,
      "did you mean `axis`?",
    ],
    [
      "body.spin.axis.w",
      1,
      "UnknownPath",
      `component \`app.Body\` of ${who}: \`body.spin.axis\` has no \`w\``,
      "use one of `x`, `y`, `z`",
    ],
    [
      "body.mass.kg",
      1,
      "UnknownPath",
      `component \`app.Body\` of ${who}: \`body.mass\` has no \`kg\``,
      "end the path at `body.mass`, which is a number (`f32`)",
    ],
    [
      "arrays.weights.4",
      1,
      "UnknownPath",
      `component \`app.Arrays\` of ${who}: \`arrays.weights\` has no \`4\``,
      "use one of `0`, `1`, `2`, `3`",
    ],
    [
      "collections.words.two",
      "c",
      "UnknownPath",
      `component \`app.Collections\` of ${who}: \`collections.words\` has no \`two\``,
      "name an item by its number, from `0` on",
    ],
    [
      "collections.words.2",
      "c",
      "UnknownPath",
      `component \`app.Collections\` of ${who}: \`collections.words\` has 2 items, and none at 2`,
      "set the list as a whole to make it longer",
    ],
    [
      "body.drag.linear",
      1,
      "UnknownPath",
      `component \`app.Body\` of ${who}: \`body.drag\` is not there`,
      "set it as a whole: an object with `linear`, `offset`, `angular`",
    ],
    [
      "collider.shape.radius",
      1,
      "UnknownPath",
      `component \`app.Collider\` of ${who}: \`collider.shape\` has no \`radius\``,
      "use one of `kind`, `half`, `corners`",
    ],
    [
      "collider.shape.kind",
      "circle",
      "InvalidArgument",
      `the \`kind\` of component \`app.Collider\` of ${who}: \`collider.shape\` cannot be set alone`,
      "set it as a whole to an object with that `kind`; what it does not say takes its default",
    ],
    [
      "measures.temperature",
      61,
      "OutOfRange",
      `component \`app.Measures\` of ${who}: \`measures.temperature\` cannot be 61`,
      "give -90 to 60 °C",
    ],
    [
      "measures.temperature",
      NaN,
      "OutOfRange",
      `component \`app.Measures\` of ${who}: \`measures.temperature\` cannot be NaN`,
      "give -90 to 60 °C",
    ],
    [
      "collider.shape",
      { kind: "circle", radius: -1 },
      "OutOfRange",
      `component \`app.Collider\` of ${who}: \`collider.shape.radius\` cannot be -1`,
      "give 0 to 100 m",
    ],
    [
      "numbers.u8",
      256,
      "InvalidArgument",
      `component \`app.Numbers\` of ${who}: \`numbers.u8\` cannot be \`256\``,
      "give a whole number from 0 to 255 (`u8`)",
    ],
    [
      "numbers.i64",
      1,
      "InvalidArgument",
      `component \`app.Numbers\` of ${who}: \`numbers.i64\` cannot be \`1\``,
      "give a bigint from -9223372036854775808 to 9223372036854775807 (`i64`)",
    ],
    [
      "numbers.f32",
      undefined,
      "InvalidArgument",
      `component \`app.Numbers\` of ${who}: \`numbers.f32\` cannot be \`undefined\``,
      "give a number (`f32`)",
    ],
    [
      "flags.state",
      "run",
      "InvalidArgument",
      `component \`app.Flags\` of ${who}: \`flags.state\` cannot be \`run\``,
      "give one of `idle`, `walk`",
    ],
    [
      "body.spin",
      { sped: 1 },
      "InvalidArgument",
      `component \`app.Body\` of ${who}: \`body.spin\` has no \`sped\``,
      "did you mean `speed`?",
    ],
    [
      "collections.parts",
      [{ name: "a" }, { name: 1 }],
      "InvalidArgument",
      `component \`app.Collections\` of ${who}: \`collections.parts.1.name\` cannot be \`1\``,
      "give a text",
    ],
    [
      "arrays.weights",
      [1, 2],
      "InvalidArgument",
      `component \`app.Arrays\` of ${who}: \`arrays.weights\` cannot be \`a list\``,
      "give a list of 4 numbers (`f32`)",
    ],
    [
      "pinned",
      false,
      "InvalidArgument",
      "component `app.Pinned` has no fields that could be set",
      "add or remove it instead",
    ],
    [
      "",
      1,
      "UnknownPath",
      `there is no component \`\`, which a path for ${who} begins with`,
      "use one of `arrays`, `body`, ",
    ],
  ];

  it.each(cases)("%s = %j", (path, value, code, message, help) => {
    const { world, entity } = scene();
    const before = reflection.inspect(world, entity);
    expect(() => reflection.setPath(world, entity, path, value)).toThrow(
      expect.objectContaining({ code, message: expect.stringContaining(message) }),
    );
    expect(() => reflection.setPath(world, entity, path, value)).toThrow(help);
    expect(reflection.inspect(world, entity)).toEqual(before);
  });

  it("of paths that are none, entities that are dead, components that are not there, and worlds of others", () => {
    const { world, entity } = scene();
    expect(codeOf(() => reflection.getPath(world, entity, []))).toBe("InvalidArgument");
    expect(codeOf(() => reflection.getPath(world, entity, JSON.parse("7")))).toBe("InvalidArgument");
    const bare = world.spawn();
    expect(codeOf(() => reflection.setPath(world, bare, "body.mass", 1))).toBe("ComponentMissing");
    expect(codeOf(() => reflection.getPath(world, bare, "body.maß"))).toBe("UnknownPath");
    world.remove(entity, Pinned);
    expect(codeOf(() => reflection.setPath(world, entity, "pinned", true))).toBe("ComponentMissing");
    world.despawn(bare);
    expect(codeOf(() => reflection.getPath(world, bare, "body.mass"))).toBe("StaleEntity");
    expect(codeOf(() => reflection.setPath(world, bare, "body.mass", 1))).toBe("StaleEntity");
    expect(codeOf(() => reflection.inspect(world, bare))).toBe("StaleEntity");
    expect(codeOf(() => changesReflection.getPath(world, entity, "body.spin"))).toBe("UnknownComponent");
  });
});
