import {
  clock,
  component,
  entity,
  event,
  f32,
  f64,
  i32,
  list,
  oneOf,
  optional,
  relation,
  resource,
  string,
  tag,
  toggle,
  u32,
} from "ecsgen/schema";

/** Where something is. */
export class Position extends component({ x: f32, y: f32 }) {}
/** How fast it moves. */
export class Velocity extends component({ x: f32, y: f32 }) {}
/** What is left of it. */
export class Health extends component(
  { points: i32.default(100).range(0, 1000), shield: optional(f64) },
  { tracked: true },
) {}
/** What it is called. */
export class Label extends component({ text: string, tone: oneOf("plain", "loud") }) {}
/** Whom it follows. */
export class Target extends component({ entity }) {}
/** What it carries. */
export class Inventory extends component({ items: list(entity), gold: u32 }) {}
/** Added and removed often. */
export class Burning extends component({ heat: f32.default(1) }, { storage: "sparse", tracked: true }) {}
/** Stands still. */
export class Pinned extends tag() {}
/** Is skipped for a while. */
export class Paused extends toggle() {}

/** Whom it works for. */
export class WorksFor extends relation({ since: u32 }) {}

/** The clock of the step. */
export class Time extends clock() {}
/** Points of the player. */
export class Score extends resource({ points: u32, best: u32.default(10) }) {}
/** How the game is set up. */
export class Settings extends resource({ title: string.default("untitled"), volume: f32.default(0.5) }) {}

/** Something was hit. */
export class Hit extends event({ target: entity, damage: f32.default(1) }) {}
/** Something ended. */
export class Died extends event({ who: entity }) {}
/** Somebody is glad. */
export class Cheer extends event({ text: string }) {}
