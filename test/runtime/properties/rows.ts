// What the rows of the kit's components and relations hold, written by hand: defaults, what `fill` and `assign` mean, rounding.
import { NO_ENTITY, type ComponentType, type RelationType } from "ecsgen/runtime";
import * as kit from "../kit/generated/index.js";

/** A row as a plain object, or what was given for one. */
export type Fields = Record<string, unknown>;

interface RowRules {
  /** The value of every field that is always there. */
  readonly defaults: () => Fields;
  /** Fields that can be `undefined`, with what they start as; those of a struct have its defaults as well. */
  readonly optional?: Readonly<Record<string, { readonly start: unknown; readonly whole?: () => Fields }>>;
  /** Fields of 32-bit floats. */
  readonly rounded?: readonly string[];
}

const rules = new Map<ComponentType | RelationType, RowRules>([
  [kit.Position, { defaults: () => ({ x: 0, y: 0 }), rounded: ["x", "y"] }],
  [kit.Velocity, { defaults: () => ({ x: 0, y: 1 }) }],
  [
    kit.Numbers,
    {
      defaults: () => ({
        f32: 0,
        f64: 0,
        i8: 0,
        i16: 0,
        i32: 0,
        u8: 0,
        u16: 0,
        u32: 0,
        i64: 0n,
        u64: 0n,
        flag: false,
        mood: "calm",
      }),
      rounded: ["f32"],
    },
  ],
  [kit.Link, { defaults: () => ({ to: NO_ENTITY }), optional: { back: { start: undefined }, strength: { start: 5 } } }],
  [
    kit.Body,
    {
      defaults: () => ({
        place: { x: 0, y: 0, z: 0 },
        spin: { axis: { x: 0, y: 0 }, rate: 2 },
        weights: { 0: 0, 1: 0, 2: 0 },
      }),
      optional: { drag: { start: undefined, whole: () => ({ linear: 0, angular: 0 }) } },
    },
  ],
  [
    kit.Label,
    {
      defaults: () => ({ text: "none", words: [], scores: new Map(), raw: new Uint8Array(), shape: square() }),
      optional: { handle: { start: undefined } },
    },
  ],
  [kit.Burning, { defaults: () => ({ heat: 20, cause: "", from: NO_ENTITY }), rounded: ["heat"] }],
  [kit.Wet, { defaults: () => ({ depth: 0 }) }],
  [
    kit.Likes,
    { defaults: () => ({ amount: 1, note: "" }), optional: { why: { start: undefined } }, rounded: ["amount"] },
  ],
  [kit.AimsAt, { defaults: () => ({ offset: { x: 0, y: 2 } }) }],
  [kit.Holds, { defaults: () => ({ by: NO_ENTITY }) }],
]);

/** What is written through cursors, by component. */
const throughCursors = new Map<ComponentType, Fields>([
  [kit.Velocity, { x: 3 }],
  [kit.Burning, { cause: "loop" }],
  [kit.Wet, { depth: 4 }],
  [kit.Numbers, { i64: 7n, mood: "sad" }],
  [kit.Label, { text: "through" }],
  [kit.Link, { back: undefined, strength: 2 }],
]);

function square(): Fields {
  return { kind: "square", side: 1 };
}

/** A new row: what `init` does not say takes its default. Tags and toggles are `true`. */
export function filled(type: ComponentType | RelationType, init: unknown): unknown {
  const rule = rules.get(type);
  if (rule === undefined) return true;
  const row: Fields = rule.defaults();
  for (const [name, { start }] of Object.entries(rule.optional ?? {})) row[name] = start;
  assign(type, row, init ?? {});
  return row;
}

/** Writes what `init` says into a row. */
export function assign(type: ComponentType | RelationType, row: unknown, init: unknown): void {
  const rule = rules.get(type);
  if (rule === undefined || !isFields(row) || !isFields(init)) return;
  for (const name of Object.keys(init)) {
    const given = init[name];
    const optional = rule.optional?.[name];
    if (optional !== undefined) row[name] = withOptional(row[name], given, optional.whole);
    else if (given !== undefined) row[name] = merged(row[name], given);
  }
  round(type, row);
}

/** Rounds what is stored in 32 bits; for rows that were written to. */
export function round(type: ComponentType | RelationType, row: unknown): void {
  if (!isFields(row)) return;
  for (const name of rules.get(type)?.rounded ?? []) row[name] = Math.fround(Number(row[name]));
}

/** A copy that shares nothing but objects of the host, which the field `handle` holds. */
export function copied(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copied);
  if (value instanceof Uint8Array) return value.slice();
  if (value instanceof Map) return new Map([...value].map(([key, item]) => [key, copied(item)]));
  if (!isFields(value)) return value;
  return Object.fromEntries(
    Object.keys(value).map((name) => [name, name === "handle" ? value[name] : copied(value[name])]),
  );
}

/** Writes through a cursor, as systems do; whether that is a write. */
export function writeThrough(type: ComponentType, row: unknown): boolean {
  const written = throughCursors.get(type);
  if (written === undefined || !isFields(row)) return false;
  Object.assign(row, written);
  return true;
}

/** A copy of what a cursor reads, or of a row. */
export function readThrough(row: unknown): unknown {
  return isCursor(row) ? row.$read() : copied(row);
}

/** A copy of the components of an entity. */
export function copyOfRows(rows: ReadonlyMap<ComponentType, unknown>): Map<ComponentType, unknown> {
  return new Map([...rows].map(([type, row]) => [type, copied(row)]));
}

/** Whether `init` says a value for a row, or for a part of it: `undefined` is one only for what is optional. */
export function writes(row: unknown, init: unknown): boolean {
  if (!isFields(row) || !isFields(init)) return false;
  return Object.keys(init).some((name) => {
    const [present, given] = [row[name], init[name]];
    if (given === undefined) return name === "drag" || name === "handle";
    return isPlain(present) && isPlain(given) && !("kind" in given) ? writes(present, given) : true;
  });
}

/** What is given, over what lies below it: `undefined` says nothing, but of what is optional that it is absent. */
export function overlaid(type: ComponentType, below: unknown, given: unknown): unknown {
  if (!isFields(given)) return below;
  if (!isPlain(below) || Object.keys(below).length === 0) return given;
  if (Array.isArray(given) || given instanceof Map || given instanceof Uint8Array || "kind" in given) return given;
  const result: Fields = { ...below };
  for (const name of Object.keys(given)) {
    if (given[name] !== undefined)
      result[name] =
        isFields(given[name]) && !(name === "handle") ? overlaid(type, below[name], given[name]) : given[name];
    else if (rules.get(type)?.optional?.[name] !== undefined) result[name] = undefined;
  }
  return result;
}

function withOptional(present: unknown, given: unknown, whole: (() => Fields) | undefined): unknown {
  if (given === undefined || whole === undefined) return given;
  return merged(present ?? whole(), given);
}

/** Structs and vectors are written part by part; a union is written whole, its other fields anew. */
function merged(present: unknown, given: unknown): unknown {
  if (!isPlain(present) || !isFields(given)) return copied(given);
  if ("kind" in given) return given["kind"] === "square" ? { ...square(), ...given } : { radius: 0, ...given };
  const row: Fields = { ...present };
  for (const name of Object.keys(given)) {
    if (given[name] !== undefined) row[name] = merged(present[name], given[name]);
  }
  return row;
}

function isPlain(value: unknown): value is Fields {
  return isFields(value) && Object.getPrototypeOf(value) === Object.prototype;
}

function isCursor(value: unknown): value is { $read(): unknown } {
  return typeof value === "object" && value !== null && "$read" in value;
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null;
}
