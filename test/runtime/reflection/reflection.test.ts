// What an app can be told of its declarations, compared with what its world does.
import { describe, expect, it } from "vitest";
import type { ComponentType, FieldDescription, ValueDescription } from "ecsgen/runtime";
import * as fields from "../../cases/emit/fields/generated/index.js";
import { reflection } from "../../cases/emit/fields/generated/reflection.js";
import { reflection as relations } from "../../cases/emit/relations/generated/reflection.js";
import { codeOf } from "../kit/code-of.js";

const { Arrays, Body, Collections, Collider, Flags, Measures, Texts, Vectors } = fields;

function fieldOf(type: ComponentType, name: string): FieldDescription | undefined {
  return reflection.of(type).fields.find((field) => field.name === name);
}

/** A description as one short text: `{ x: f32 }`. */
function shown(value: ValueDescription): string {
  const list = (parts: readonly FieldDescription[]): string =>
    parts.map((part) => `${part.name}${part.optional ? "?" : ""}: ${shown(part.value)}`).join(", ");
  switch (value.kind) {
    case "number":
      return value.of;
    case "enum":
      return value.words.join("|");
    case "struct":
      return `{ ${list(value.fields)} }`;
    case "vector":
      return value.indexed ? `${value.of} × ${value.fields.length}` : `vector(${list(value.fields)})`;
    case "list":
    case "map":
      return `${value.kind}(${shown(value.of)})`;
    case "union":
      return value.shapes.map((shape) => `${shape.kind}{ ${list(shape.fields)} }`).join(" or ");
    default:
      return value.kind;
  }
}

/** Numbers as a column of `f32` holds them. */
function stored(value: ValueDescription, whole: unknown): unknown {
  switch (value.kind) {
    case "number":
      return value.of === "f32" ? Math.fround(Number(whole)) : whole;
    case "struct":
      return storedFields(value.fields, whole);
    default:
      return whole;
  }
}

function storedFields(parts: readonly FieldDescription[], whole: unknown): object {
  return Object.fromEntries(
    parts.map(({ name, value }) => {
      const part: unknown = Object(whole)[name];
      return [name, part === undefined ? undefined : stored(value, part)];
    }),
  );
}

describe("types", () => {
  it("are all that the app declares, by kind and name", () => {
    const names = reflection.types.map(({ kind, name }) => `${kind} ${name}`);
    expect(names.length).toBe(22);
    expect(names.slice(0, 2)).toEqual(["component app.Arrays", "component app.Body"]);
    expect(names.slice(-6)).toEqual([
      "resource app.Score",
      "resource app.Settings",
      "resource app.Time",
      "event app.Hit",
      "event app.Started",
      "model app.Target",
    ]);
  });
});

describe("what is known", () => {
  it("of a declaration is its doc, its token and its fields", () => {
    const { type, doc, fields: parts } = reflection.of(Measures);
    expect([type, doc]).toEqual([Measures, "Every number type, with all that can be said of it."]);
    expect(parts.map(({ name }) => name)).toEqual(Object.keys(Measures.fields));
    const world = fields.createWorld();
    expect(reflection.of(world.tokens.component("app.Measures")).type).toBe(Measures);
    const related = relations.types.find(({ kind }) => kind === "relation");
    expect(related && relations.of(related).doc).not.toBe("");
  });

  it("of a field is its doc, unit, range and default", () => {
    expect(fieldOf(Measures, "temperature")).toEqual({
      name: "temperature",
      doc: "At two metres above the ground.",
      value: { kind: "number", of: "f32" },
      optional: false,
      unit: "°C",
      range: [-90, 60],
      default: 15,
    });
    expect(fieldOf(Measures, "height")?.doc).toBe("Above the level of the sea.\nBelow it when negative.");
    expect(fieldOf(Measures, "credit")).toMatchObject({ range: [-10n, 10n], default: -5n, unit: undefined });
    expect(fieldOf(Flags, "maybe")).toMatchObject({ optional: true, default: undefined, doc: "", range: undefined });
  });

  it("of a value can be walked", () => {
    const value = (type: ComponentType, name: string): string => shown(fieldOf(type, name)?.value ?? { kind: "bool" });
    expect(value(Body, "spin")).toBe(
      "{ axis: { x: f32, y: f32, z: f32 }, speed: f32, locked: bool, mode: free|driven, label: string }",
    );
    expect(value(Body, "drag")).toBe("{ linear: f32, offset: vector(x: f32, y: f32, z: f32), angular?: f32 }");
    expect(value(Vectors, "rotation")).toBe("vector(x: f32, y: f32, z: f32, w: f32)");
    expect(value(Vectors, "lattice")).toBe("vector(a: i64, b: i64)");
    expect(value(Arrays, "weights")).toBe("f32 × 4");
    expect(value(Collections, "parts")).toBe(
      "list({ name: string, weight: f32, at?: vector(x: f32, y: f32, z: f32) })",
    );
    expect(value(Collections, "places")).toBe("map({ at: vector(x: f32, y: f32), tags: list(string) })");
    expect(value(Collider, "layers")).toBe("list(solid{ thickness: f32 } or empty{  })");
    expect(value(Texts, "blob")).toBe("bytes");
    expect(value(Flags, "owner")).toBe("entity");
  });

  it("of fields inside of structs, lists and shapes is what was said of them", () => {
    const spin = fieldOf(Body, "spin")?.value;
    const speed = spin?.kind === "struct" ? spin.fields.find(({ name }) => name === "speed") : undefined;
    expect(speed).toMatchObject({ unit: "rad/s", default: 3 });
    const shape = fieldOf(Collider, "shape")?.value;
    const circle = shape?.kind === "union" ? shape.shapes[0]?.fields[0] : undefined;
    expect(circle).toMatchObject({ name: "radius", unit: "m", range: [0, 100], default: 1 });
    const parts = fieldOf(Collections, "parts")?.value;
    const item = parts?.kind === "list" && parts.of.kind === "struct" ? parts.of.fields[1] : undefined;
    expect(item).toMatchObject({ name: "weight", default: 1 });
  });
});

describe("defaults", () => {
  const components = reflection.types.flatMap((type) => (type.kind === "component" ? [type] : []));

  it.each(components)("of $name are what an entity starts with", (type) => {
    const world = fields.createWorld();
    const entity = world.spawn();
    world.add(entity, type);
    const { fields: parts } = reflection.of(type);
    const said = Object.fromEntries(parts.map((field) => [field.name, field.default]));
    expect(parts.length === 0 ? true : storedFields(parts, said)).toEqual(world.get(entity, type));
  });

  const records = reflection.types.flatMap((type) => ("create" in type ? [type] : []));

  it.each(records)("of $name are what one starts with", (type) => {
    const said = Object.fromEntries(reflection.of(type).fields.map((field) => [field.name, field.default]));
    expect(said).toEqual(type.create());
  });
});

describe("inspect", () => {
  it("lists what an entity has, with copies", () => {
    const world = fields.createWorld();
    const entity = world.spawn({ burning: { heat: 4 }, body: {}, pinned: true });
    const seen = reflection.inspect(world, entity);
    expect(seen.map(({ description }) => description.type.key)).toEqual(["body", "burning", "pinned"]);
    expect(seen.map(({ value }) => value)).toEqual([world.get(entity, Body), world.get(entity, fields.Burning), true]);
  });
});

it("knows nothing of tokens of others", () => {
  expect(codeOf(() => reflection.of({ ...Body }))).toBe("InvalidArgument");
});
