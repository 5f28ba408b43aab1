// Whatever a schema lets be said of any kind of field is what is read afterwards, by every way of writing, and after a save.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ComponentType, Entity, FieldTree, FieldType, SaveFormat, World } from "ecsgen/runtime";
import { remapRow } from "../../../runtime/state/remap.js";
import * as fields from "../../cases/emit/fields/generated/index.js";
import { untyped } from "../../runtime/kit/code-of.js";
import { appOf, rowOf, valueOf } from "../../runtime/state/worlds.js";

type Row = Readonly<Record<string, unknown>>;

const app = appOf(fields);

/** Each of some declarations with fields. */
function cases<Type extends { readonly name: string; readonly fields: FieldTree; readonly clock?: boolean }>(
  types: readonly Type[],
): { readonly name: string; readonly type: Type }[] {
  const filled = types.filter((type) => Object.keys(type.fields).length > 0 && type.clock !== true);
  return filled.map((type) => ({ name: type.name, type }));
}

/** What is read after a value was written: columns of 32 bits round, and nothing else changes anything. */
function readOf(type: FieldType, value: unknown): unknown {
  if (value === undefined) return undefined;
  if (type === "f32") return Math.fround(Number(value));
  if (typeof type === "string") return value;
  if ("optional" in type) return readOf(type.optional, value);
  if ("struct" in type) return rowRead(type.struct, untyped(value));
  if ("vector" in type) return untyped<unknown[]>(value).map((part) => readOf(type.vector, part));
  return value;
}

function rowRead(tree: FieldTree, row: Row): Row {
  return Object.fromEntries(Object.entries(tree).map(([name, type]) => [name, readOf(type, row[name])]));
}

/** Some of the fields, and some parts of structs that are always there. */
function partialOf(tree: FieldTree): fc.Arbitrary<object> {
  const parts = Object.entries(tree).map(([name, type]): [string, fc.Arbitrary<unknown>] => [
    name,
    typeof type === "object" && "struct" in type ? partialOf(type.struct) : valueOf(type),
  ]);
  return fc.record(Object.fromEntries(parts), { requiredKeys: [] });
}

/** `undefined` says nothing, but for an optional field, which it makes absent. */
function merged(tree: FieldTree, before: Row, given: Row): Row {
  const entries = Object.entries(tree).map(([name, type]) => {
    if (typeof type === "object" && "struct" in type) {
      return [name, merged(type.struct, untyped(before[name]), untyped(given[name] ?? {}))];
    }
    const optional = typeof type === "object" && "optional" in type;
    const isSaid = name in given && (optional || given[name] !== undefined);
    return [name, isSaid ? given[name] : before[name]];
  });
  return Object.fromEntries(entries);
}

/** Numbers of entities in a random row stand for these. */
function inWorld(world: World): (tree: FieldTree, row: object) => Row {
  const others: readonly Entity[] = Array.from({ length: 4 }, () => world.spawn({}));
  return (tree, row) => untyped(remapRow(tree, row, (number) => others[number % others.length] ?? fields.NO_ENTITY));
}

/** Rows, partial rows, and what makes both mean something in a world. */
function check(
  type: { readonly fields: FieldTree },
  ways: (world: World, first: Row, second: Row, part: Row) => void,
): void {
  fc.assert(
    fc.property(rowOf(type.fields), rowOf(type.fields), partialOf(type.fields), (first, second, part) => {
      const world = app.make();
      const meant = inWorld(world);
      ways(world, meant(type.fields, first), meant(type.fields, second), onlyNamed(meant(type.fields, part), part));
    }),
    { numRuns: 15 },
  );
}

/** What was not said stays unsaid. */
function onlyNamed(row: Row, said: object): Row {
  return Object.fromEntries(Object.entries(row).filter(([name]) => name in said));
}

const formats: readonly SaveFormat[] = ["binary", "json"];

function reloaded(world: World, format: SaveFormat): World {
  const other = app.make();
  other.state.load(world.state.save(format));
  return other;
}

describe.each(cases(app.components))("component $name", ({ type }) => {
  const read = (row: Row): Row => rowRead(type.fields, row);

  it("is read as it was written", () => {
    check(type, (world, first, second, part) => {
      const entity = world.spawn(untyped({ [type.key]: first }));
      expect(world.get(entity, type)).toEqual(read(first));
      world.set(entity, type, untyped(second));
      expect(world.get(entity, type)).toEqual(read(second));
      world.set(entity, type, untyped(part));
      expect(world.get(entity, type)).toEqual(read(merged(type.fields, second, part)));
      assignAll(world, type, first);
      expect(world.get(entity, type)).toEqual(read(first));
      for (const format of formats) expect(reloaded(world, format).get(entity, type)).toEqual(read(first));
    });
  });
});

/** Through the setters of its cursor. */
function assignAll(world: World, type: ComponentType, row: Row): void {
  world.select([type]).each((cursor) => {
    for (const name of Object.keys(type.fields)) Reflect.set(untyped<object>(cursor), name, row[name]);
  });
}

describe.each(cases(app.resources))("resource $name", ({ type }) => {
  it("is read as it was written", () => {
    check(type, (world, first) => {
      world.resources.insert(type, untyped(first));
      expect(world.resource(type)).toEqual(first);
      for (const format of formats) expect(reloaded(world, format).resource(type)).toEqual(first);
    });
  });
});

describe.each(cases(app.models))("model $name", ({ type }) => {
  it("is read as it was written", () => {
    check(type, (world, first) => {
      const id = world.pool(type).create(untyped(first));
      expect(world.pool(type).get(id)).toEqual(first);
      for (const format of formats) expect(reloaded(world, format).pool(type).get(id)).toEqual(first);
    });
  });
});

it("starts a rotation as the identity wherever it stands, in every part that is not given", () => {
  const world = fields.createWorld();
  const rotations = {
    tilt: {},
    steps: [{ x: 1 }],
    poses: new Map([["rest", {}]]),
    aim: { kind: "along", swing: { y: 1 } },
  } as const;
  const entity = world.spawn({ rotations });
  expect(world.get(entity, fields.Rotations)).toEqual({
    plain: { x: 0, y: 0, z: 0, w: 1 },
    roll: { x: 0.5, y: 0, z: 0, w: 1 },
    tilt: { x: 0, y: 0, z: 0, w: 1 },
    steps: [{ x: 1, y: 0, z: 0, w: 1 }],
    poses: new Map([["rest", { x: 0, y: 0, z: 0, w: 1 }]]),
    aim: { kind: "along", turn: { x: 0, y: 0, z: 0, w: 1 }, swing: { x: 0, y: 1, z: 0, w: 1 } },
  });
  world.set(entity, fields.Rotations, { tilt: undefined });
  world.set(entity, fields.Rotations, { tilt: { z: 1 } });
  expect(world.get(entity, fields.Rotations)?.tilt).toEqual({ x: 0, y: 0, z: 1, w: 1 });
});
