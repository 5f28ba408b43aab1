import type { Random } from "../runtime/resources/random.js";
import { f64, u32, type Fields, type Row, type RowInit } from "./fields.js";

declare const tagged: unique symbol;
declare const kind: unique symbol;
declare const given: unique symbol;

/**
 * A declared record: `class Position extends component({ … }) {}` makes one declaration both type and token. `Init` is what
 * may be given for one.
 */
export interface Declared<Kind extends string, Value, Init = Value> {
  readonly [kind]?: Kind;
  readonly [given]?: () => Init;
  new (): Value;
}

/** What every declaration may say of itself. */
export interface DeclarationOptions {
  /** The qualified names under which it was known before, so that its id stays. */
  readonly was?: readonly string[];
}

/** What a component may say of itself beside its fields. */
export interface ComponentOptions extends DeclarationOptions {
  /**
   * `table` (default): columns in the table of all entities with the same components; fastest to iterate.
   * `sparse`: dense columns of its own; fastest to add and remove.
   */
  readonly storage?: "table" | "sparse";
  /**
   * Its rows keep when they were added and written, so that queries can ask for what changed: 16 bytes a row, and one write
   * more for each write. Default: when a line of a schedule asks for it in `changed` or `added`.
   */
  readonly tracked?: boolean;
}

/** What a relation may say of its edges. */
export interface RelationOptions extends DeclarationOptions {
  /** A source has one target at a time: relating it again replaces the edge. Default: many. */
  readonly exclusive?: boolean;
  /** An edge that would lead back to where it starts is refused. Default: circles are fine. */
  readonly acyclic?: boolean;
  /**
   * What happens when the target of an edge is despawned. `remove` (default): the edge goes. `cascade`: the source is
   * despawned as well. `refuse`: the target cannot be despawned as long as the source lives.
   */
  readonly onTargetDespawn?: "remove" | "cascade" | "refuse";
}

/** The row of a declaration without data. */
export interface Marker {
  readonly [tagged]: true;
}

class Inert {}

/** A class to extend. Nothing runs it: only the syntax of the declaration counts. */
function declared<Kind extends string, Value, Init = Value>(): Declared<Kind, Value, Init>;
function declared(): unknown {
  return Inert;
}

/** Data that an entity can have. */
export function component<F extends Fields>(
  _fields: F,
  _options?: ComponentOptions,
): Declared<"component", Row<F>, RowInit<F>> {
  return declared();
}

/** A component without data, part of what tells tables apart. */
export function tag(_options?: DeclarationOptions): Declared<"component", Marker, never> {
  return declared();
}

/** A component without data that is switched on and off often: a bit per entity, no move between tables. */
export function toggle(_options?: DeclarationOptions): Declared<"component", Marker, never> {
  return declared();
}

/**
 * Edges from entities to entities, such as `ChildOf`; the fields are data that each edge has, and may be none: `{}`. At most
 * one edge leads from a source to the same target.
 */
export function relation<F extends Fields>(_fields: F, _options?: RelationOptions): Declared<"relation", Row<F>> {
  return declared();
}

/** One value per world, such as settings or a score. */
export function resource<F extends Fields>(_fields: F, _options?: DeclarationOptions): Declared<"resource", Row<F>> {
  return declared();
}

const clockFields = { delta: f64, elapsed: f64, tick: u32 };

/** A resource that `world.step(delta)` keeps: `delta` and `elapsed` in the unit of `step`, `tick` in steps. */
export function clock(_options?: DeclarationOptions): Declared<"resource", Row<typeof clockFields>> {
  return declared();
}

/** A resource that gives random numbers: the same ones for the same `seed` of the world, saved with it. */
export function random(_options?: DeclarationOptions): Declared<"resource", Random> {
  return declared();
}

/** Something that happened: kept for two steps, read by every system that asks for it. */
export function event<F extends Fields>(_fields: F, _options?: DeclarationOptions): Declared<"event", Row<F>> {
  return declared();
}

/** A record with an id of its own that belongs to no entity, kept in a pool that recycles and resets. */
export function model<F extends Fields>(_fields: F, _options?: DeclarationOptions): Declared<"model", Row<F>> {
  return declared();
}
