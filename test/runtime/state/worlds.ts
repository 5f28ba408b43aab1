// Random worlds of any app: scripts made from the field trees of its tokens, and a picture of all that a program can see.
import fc from "fast-check";
import {
  EcsError,
  NO_ENTITY,
  type ComponentType,
  type Entity,
  type FieldTree,
  type FieldType,
  type ModelType,
  type RelationType,
  type ResourceType,
  type World,
} from "ecsgen/runtime";
import { remapRow } from "../../../runtime/state/remap.js";
import { untyped } from "../kit/code-of.js";

/** An app: how its worlds are made, and its tokens. */
export interface App {
  readonly make: (options?: { readonly maxEntities?: number }) => World;
  readonly components: readonly ComponentType[];
  readonly relations: readonly RelationType[];
  readonly resources: readonly ResourceType[];
  readonly models: readonly ModelType[];
}

/** The app whose entry point this is. */
export function appOf(entry: object): App {
  const tokens: readonly unknown[] = Object.values(entry);
  const ofKind = <Type extends { readonly index: number }>(kind: string): readonly Type[] =>
    tokens
      .filter(
        (token): token is Type => typeof token === "object" && token !== null && "kind" in token && token.kind === kind,
      )
      .sort((a, b) => a.index - b.index);
  return {
    make: untyped<App["make"]>(Reflect.get(entry, "createWorld")),
    components: ofKind("component"),
    relations: ofKind("relation"),
    resources: ofKind("resource"),
    models: ofKind("model"),
  };
}

/** Something that is done to a world. */
export type Action = (world: World, made: Entity[]) => void;

const integers: { readonly [kind: string]: readonly [number, number] | undefined } = {
  i8: [-128, 127],
  i16: [-32_768, 32_767],
  i32: [-2_147_483_648, 2_147_483_647],
  u8: [0, 255],
  u16: [0, 65_535],
  u32: [0, 4_294_967_295],
};

const texts = fc.oneof(fc.string({ unit: "binary", maxLength: 5 }), fc.constantFrom("", "__proto__", "\ud800", "1"));
const floats = fc.oneof(fc.constantFrom(Number.NaN, -0, 0, Infinity, -Infinity, 1e300, 0.1), fc.double());

/** Any value of a type; entities are numbers of those that were made. */
export function valueOf(type: FieldType): fc.Arbitrary<unknown> {
  if (typeof type === "string") return simpleOf(type);
  if ("oneOf" in type) return fc.constantFrom(...type.oneOf);
  if ("struct" in type) return rowOf(type.struct);
  if ("optional" in type) return fc.option(valueOf(type.optional), { nil: undefined });
  if ("list" in type) return fc.array(valueOf(type.list), { maxLength: type.list === "object" ? 0 : 3 });
  if ("map" in type) {
    return fc.array(fc.tuple(texts, valueOf(type.map)), { maxLength: 3 }).map((entries) => new Map(entries));
  }
  if ("vector" in type) {
    return fc.array(simpleOf(type.vector), { minLength: type.length, maxLength: type.length });
  }
  return fc.oneof(
    ...Object.entries(type.union).map(([kind, fields]) => rowOf(fields).map((shape) => ({ kind, ...shape }))),
  );
}

/** Any row of some fields, complete. */
export function rowOf(fields: FieldTree): fc.Arbitrary<object> {
  return fc.record(Object.fromEntries(Object.entries(fields).map(([name, type]) => [name, valueOf(type)])));
}

function simpleOf(type: FieldType & string): fc.Arbitrary<unknown> {
  switch (type) {
    case "bool":
      return fc.boolean();
    case "string":
      return texts;
    case "bytes":
      return fc.uint8Array({ maxLength: 4 });
    case "entity":
      return fc.integer({ min: 0, max: 12 });
    case "object":
      return fc.constant(undefined);
    case "i64":
      return fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });
    case "u64":
      return fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });
    default: {
      const [min, max] = integers[type] ?? [];
      return min === undefined || max === undefined ? floats : fc.integer({ min, max });
    }
  }
}

/** Any script for worlds of an app. */
export function scripts(app: App, maxLength = 40): fc.Arbitrary<Action[]> {
  const who = fc.nat(14);
  const component = fc.constantFrom(...app.components);
  const initOf = (type: { readonly fields: FieldTree }): fc.Arbitrary<object> => rowOf(type.fields);
  const given = component.chain((type) => initOf(type).map((init) => [type, init] as const));
  const all: fc.Arbitrary<Action>[] = [
    fc.uniqueArray(given, { maxLength: 4, selector: ([type]) => type.index }).map((list): Action => (world, made) => {
      const keyed = list.map(([type, init]) => [type.key, valueFor(type, init, made)]);
      made.push(world.spawn(untyped(Object.fromEntries(keyed))));
    }),
    who.map(
      (n): Action =>
        (world, made) =>
          world.despawn(at(made, n)),
    ),
    fc.tuple(who, given).map(([n, [type, init]]): Action => (world, made) => {
      world.add(at(made, n), type, valueFor(type, init, made));
    }),
    fc.tuple(who, component).map(
      ([n, type]): Action =>
        (world, made) =>
          world.remove(at(made, n), type),
    ),
    fc.double({ min: 0, max: 2, noNaN: true }).map(
      (dt): Action =>
        (world) =>
          world.step(dt),
    ),
  ];
  if (app.relations.length > 0) {
    const relation = fc.constantFrom(...app.relations);
    const edge = relation.chain((type) => initOf(type).map((init) => [type, init] as const));
    const relate = fc.tuple(who, edge, who).map(([n, [type, init], m]): Action => (world, made) => {
      world.relations.add(at(made, n), type, at(made, m), valueFor(type, init, made));
    });
    const unrelate = fc.tuple(who, relation).map(([n, type]): Action => (world, made) => {
      world.relations.remove(at(made, n), type);
    });
    all.push(relate, relate, relate, unrelate);
  }
  if (app.resources.length > 0) {
    const resource = fc.constantFrom(...app.resources);
    all.push(
      resource.chain((type) =>
        initOf(type).map((init): Action => (world, made) => {
          world.resources.insert(type, type.clock ? undefined : valueFor(type, init, made));
        }),
      ),
    );
  }
  if (app.models.length > 0) {
    const model = fc.constantFrom(...app.models);
    all.push(
      model.chain((type) =>
        initOf(type).map(
          (init): Action =>
            (world, made) =>
              void world.pool(type).create(valueFor(type, init, made)),
        ),
      ),
      fc.tuple(model, who).map(([type, n]): Action => (world) => {
        const pool = world.pool(type);
        const id = pool.ids()[n];
        if (id !== undefined) pool.release(id);
      }),
    );
  }
  return fc.array(fc.oneof(...all), { maxLength });
}

/** Runs a script; what is refused is left out. Gives back every entity that was made. */
export function play(script: readonly Action[], world: World, made: Entity[] = []): Entity[] {
  for (const action of script) {
    try {
      action(world, made);
    } catch (error) {
      if (!(error instanceof EcsError)) throw error;
    }
  }
  return made;
}

function at(made: readonly Entity[], n: number): Entity {
  return made[n % Math.max(made.length, 1)] ?? NO_ENTITY;
}

function valueFor(type: { readonly fields: FieldTree }, init: object, made: readonly Entity[]): object {
  return untyped(remapRow(type.fields, init, (n) => at(made, n)));
}

/** All that a program can see of a world's state. */
export function pictureOf(world: World, app: App): object {
  const entities = world.entities.living();
  return {
    entities: entities.map((entity) => [
      entity,
      ...app.components.map((type) => (world.has(entity, type) ? [type.name, world.get(entity, type)] : [])),
      ...app.relations.map((type) => [
        type.name,
        world.relations.targets(entity, type).map((target) => [target, world.relations.get(entity, type, target)]),
        world.relations.sources(entity, type),
      ]),
    ]),
    orders: app.components.map((type) => world.query({ all: [type] }).entities()),
    edges: app.relations.map((type) => {
      const edges: unknown[] = [];
      world.relations.each(type, (source, target) => void edges.push([source, target]));
      return edges;
    }),
    resources: world.resources.all().map(([type, value]) => [type.name, structuredClone(value)]),
    models: app.models.map((type) => {
      const pool = world.pool(type);
      return pool.ids().map((id) => [id, structuredClone(pool.get(id))]);
    }),
  };
}
