// What the lines of a schedule really read and write: every column, every value beside the tables, every resource and every
// event of a running world is watched, whichever form a loop has. Changes of structure are found by comparing before and after.
import { vi } from "vitest";
import type { ComponentType, EventType, FieldTree, FieldType, ResourceType, World } from "ecsgen/runtime";
import { EventBus } from "../../../runtime/events/event-bus.js";
import { SystemRuns } from "../../../runtime/schedule/system-runs.js";
import { Edge } from "../../../runtime/tables/edge.js";
import { isPlain } from "../../../runtime/tables/field-tree.js";
import { Table } from "../../../runtime/tables/table.js";
import { World as WorldClass } from "../../../runtime/world/world.js";
import { untyped } from "../../runtime/kit/code-of.js";

/** Something that a line did, in the words of what is derived. */
export interface Recorded {
  readonly kind: "data" | "presence" | "event" | "ids";
  readonly of: string;
  readonly path: readonly string[];
  readonly write: boolean;
}

/** What lines did, by their names: each thing once. */
export class Recording {
  readonly lines = new Map<string, Map<string, Recorded>>();
  /** The line that runs at the moment. */
  line: string | undefined;
  /** Rows are moved by the world itself. */
  moves = false;

  note(kind: Recorded["kind"], of: string, write: boolean, path: readonly string[] = []): void {
    if (this.line === undefined || this.moves) return;
    const known = this.lines.get(this.line) ?? new Map<string, Recorded>();
    this.lines.set(this.line, known.set(`${kind} ${of} ${path.join(".")} ${write}`, { kind, of, path, write }));
  }
}

/** Watches all worlds that are made from now on, until the end of the test. */
export function startRecording(): Recording {
  const recording = new Recording();
  watchColumns(recording);
  watchHandles(recording);
  watchLines(recording);
  return recording;
}

type OnUse = (write: boolean) => void;

/** Plain columns and values beside the tables, as loops and cursors get them. */
function watchColumns(recording: Recording): void {
  const { move } = Edge.prototype;
  vi.spyOn(Edge.prototype, "move").mockImplementation(function (this: Edge, entity, index) {
    recording.moves = true;
    move.call(this, entity, index);
    recording.moves = false;
  });
  const { column, objects } = Table.prototype;
  vi.spyOn(Table.prototype, "column").mockImplementation(function (this: Table, index: number) {
    return untyped(indexed(untyped(column.call(this, index)), useOf(recording, this, index, "plain")));
  });
  vi.spyOn(Table.prototype, "objects").mockImplementation(function (this: Table, index: number) {
    return untyped(indexed(untyped(objects.call(this, index)), useOf(recording, this, index, "objects")));
  });
}

function useOf(recording: Recording, table: Table, index: number, sort: "plain" | "objects"): OnUse {
  for (const type of table.components) {
    const first = sort === "plain" ? table.firstColumn(type.index) : table.firstObject(type.index);
    const path = first < 0 ? undefined : pathsOf(type, sort)[index - first];
    if (path !== undefined && index >= first) return (write) => recording.note("data", type.name, write, path);
  }
  return () => undefined;
}

/** Where each column of a component belongs, in their order. */
function pathsOf({ fields, tracked }: ComponentType, sort: "plain" | "objects"): (readonly string[] | undefined)[] {
  const all = Object.entries(fields).flatMap(([name, type]) => columnsOf([name], type));
  const paths = all.filter(({ plain }) => plain === (sort === "plain")).map(({ path }) => path);
  // The ticks of tracked components belong to no field.
  return tracked === true && sort === "plain" ? [...paths, undefined, undefined] : paths;
}

interface ColumnPath {
  readonly path: readonly string[];
  readonly plain: boolean;
}

function columnsOf(path: readonly string[], type: FieldType): ColumnPath[] {
  if (typeof type === "string") return [{ path, plain: isPlain(type) }];
  if ("optional" in type) {
    // The byte that says whether it is there.
    return isPlain(type.optional)
      ? [{ path: [...path, "?"], plain: true }, ...columnsOf(path, type.optional)]
      : columnsOf(path, type.optional);
  }
  if ("struct" in type) return within(path, type.struct);
  if ("vector" in type)
    return Array.from({ length: type.length }, (_, part) => ({ path: [...path, String(part)], plain: true }));
  return [{ path, plain: isPlain(type) }];
}

function within(path: readonly string[], fields: FieldTree): ColumnPath[] {
  return Object.entries(fields).flatMap(([name, type]) => columnsOf([...path, name], type));
}

/** A column, of which only elements count. */
function indexed<Column extends object>(column: Column, onUse: OnUse): Column {
  return new Proxy(column, {
    get: (of, key) => {
      if (typeof key === "symbol" || !/^\d+$/.test(key)) return bound(of, Reflect.get(of, key));
      onUse(false);
      return watched(Reflect.get(of, key), onUse);
    },
    set: (of, key, value) => {
      if (typeof key !== "symbol" && /^\d+$/.test(key)) onUse(true);
      return Reflect.set(of, key, rawOf(value));
    },
  });
}

function bound(of: object, value: unknown): unknown {
  return typeof value === "function" ? untyped<(...given: unknown[]) => unknown>(value).bind(of) : value;
}

const raw = new WeakMap<object, object>();

function rawOf(value: unknown): unknown {
  return typeof value === "object" && value !== null ? (raw.get(value) ?? value) : value;
}

/** A value beside the tables: whatever is done with any part of it is done with all of it. */
function watched(value: unknown, onUse: OnUse): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (!Array.isArray(value) && Object.getPrototypeOf(value) !== Object.prototype) return opaque(value, onUse);
  const made = new Proxy(value, {
    get: (of, key) => {
      onUse(false);
      return watched(Reflect.get(of, key), onUse);
    },
    set: (of, key, given) => {
      onUse(true);
      return Reflect.set(of, key, rawOf(given));
    },
    deleteProperty: (of, key) => {
      onUse(true);
      return Reflect.deleteProperty(of, key);
    },
  });
  raw.set(made, value);
  return made;
}

const changing = new Set("set add delete clear fill sort reverse copyWithin".split(" "));

/** Maps and bytes cannot be called through a proxy. */
function opaque(value: object, onUse: OnUse): object {
  const made = new Proxy(value, {
    get: (of, key) => {
      const member: unknown = Reflect.get(of, key, of);
      onUse(false);
      if (typeof member !== "function") return watched(member, onUse);
      return (...given: unknown[]): unknown => {
        if (changing.has(String(key))) onUse(true);
        return watched(untyped<(...given: unknown[]) => unknown>(member).apply(of, given.map(rawOf)), onUse);
      };
    },
    set: (of, key, given) => {
      onUse(true);
      return Reflect.set(of, key, given, of);
    },
  });
  raw.set(made, value);
  return made;
}

/** Resources, readers and writers, and what a world is asked about entities. */
function watchHandles(recording: Recording): void {
  const { resource, has, query, select, isAlive } = WorldClass.prototype;
  vi.spyOn(WorldClass.prototype, "resource").mockImplementation(function (this: World, type: ResourceType) {
    return untyped(resourceProxy(untyped(resource.call(this, type)), type, recording));
  });
  vi.spyOn(WorldClass.prototype, "has").mockImplementation(function (this: World, entity, type) {
    recording.note("presence", type.name, false);
    return has.call(this, entity, type);
  });
  vi.spyOn(WorldClass.prototype, "isAlive").mockImplementation(function (this: World, entity) {
    recording.note("presence", "", false);
    return isAlive.call(this, entity);
  });
  vi.spyOn(WorldClass.prototype, "query").mockImplementation(function (this: World, filter) {
    for (const term of [...(filter.all ?? []), ...(filter.any ?? []), ...(filter.none ?? [])]) {
      const type = Array.isArray(term) ? term[0] : term;
      recording.note("presence", untyped<ComponentType>(type).name, false);
    }
    return query.call(this, filter);
  });
  vi.spyOn(WorldClass.prototype, "select").mockImplementation(function (this: World, types, filter) {
    for (const type of types) recording.note("presence", type.name, false);
    return select.call(this, types, filter);
  });
  watchEvents(recording);
}

function watchEvents(recording: Recording): void {
  const { reader, writer, emit } = EventBus.prototype;
  const noting = <Handle extends object>(handle: Handle, type: EventType, write: boolean): Handle =>
    new Proxy(handle, {
      get: (of, key) => {
        recording.note("event", type.name, write);
        return bound(of, Reflect.get(of, key, of));
      },
    });
  vi.spyOn(EventBus.prototype, "reader").mockImplementation(function (this: EventBus, type) {
    return untyped(noting(reader.call(this, type), type, false));
  });
  vi.spyOn(EventBus.prototype, "writer").mockImplementation(function (this: EventBus, type) {
    return untyped(noting(writer.call(this, type), type, true));
  });
  vi.spyOn(EventBus.prototype, "emit").mockImplementation(function (this: EventBus, type, init) {
    recording.note("event", type.name, true);
    return emit.call(this, type, init);
  });
}

/** A resource, part by part as its fields say. */
function resourceProxy(value: object, type: ResourceType, recording: Recording): object {
  return structProxy(value, type.fields, [], (path) => (write) => recording.note("data", type.name, write, path));
}

function structProxy(
  value: object,
  fields: FieldTree,
  path: readonly string[],
  useAt: (path: readonly string[]) => OnUse,
): object {
  const made = new Proxy(value, {
    get: (of, key) => {
      const type = fields[String(key)];
      const member: unknown = Reflect.get(of, key, of);
      if (type === undefined) return typeof member === "function" ? method(of, member, useAt(path)) : member;
      return partOf(member, type, [...path, String(key)], useAt);
    },
    set: (of, key, given) => {
      useAt([...path, String(key)])(true);
      return Reflect.set(of, key, rawOf(given), of);
    },
  });
  raw.set(made, value);
  return made;
}

function partOf(
  value: unknown,
  type: FieldType,
  path: readonly string[],
  useAt: (path: readonly string[]) => OnUse,
): unknown {
  if (typeof type === "object" && "optional" in type) {
    if (value === undefined) useAt(path)(false);
    else return partOf(value, type.optional, path, useAt);
  }
  if (typeof value === "object" && value !== null && typeof type === "object" && "struct" in type) {
    return structProxy(value, type.struct, path, useAt);
  }
  useAt(path)(false);
  return watched(value, useAt(path));
}

/** Generators of random numbers: whether a call changed them is told by comparing. */
function method(of: object, member: unknown, onUse: OnUse): unknown {
  return (...given: unknown[]): unknown => {
    const before = JSON.stringify(of);
    const result = untyped<(...given: unknown[]) => unknown>(member).apply(of, given);
    onUse(JSON.stringify(of) !== before);
    return result;
  };
}

/** Knows which line runs. What waits is applied behind each, so that it is known whose changes these are. */
function watchLines(recording: Recording): void {
  for (const how of ["loop", "changes", "once", "over"] as const) {
    const run = untyped<(this: SystemRuns<World>, line: string, ...given: unknown[]) => void>(
      SystemRuns.prototype[how],
    );
    vi.spyOn(SystemRuns.prototype, how).mockImplementation(function (
      this: SystemRuns<World>,
      line: string,
      ...given: unknown[]
    ) {
      const world = worlds.get(this);
      const before = world && structureOf(world);
      recording.line = line;
      try {
        run.call(this, line, ...given);
        this.sync();
      } finally {
        if (world !== undefined && before !== undefined) compare(before, structureOf(world), recording);
        recording.line = undefined;
      }
    });
  }
}

const worlds = new WeakMap<object, World>();

/** Lets changes of structure in a world be seen as well. */
export function watchStructure(world: World): World {
  worlds.set(world.runs, world);
  return world;
}

type Structure = ReadonlyMap<number, ReadonlySet<string>>;

function structureOf(world: World): Structure {
  const all = world.entities.living();
  return new Map(all.map((entity) => [entity, new Set(world.batches.componentsOf(entity).map(({ name }) => name))]));
}

function compare(before: Structure, after: Structure, recording: Recording): void {
  for (const [entity, names] of after) {
    const had = before.get(entity);
    if (had === undefined) recording.note("ids", "", true);
    for (const name of names) if (had?.has(name) !== true) recording.note("presence", name, true);
    for (const name of had ?? []) if (!names.has(name)) recording.note("presence", name, true);
  }
  for (const entity of before.keys()) if (!after.has(entity)) recording.note("presence", "", true);
}
