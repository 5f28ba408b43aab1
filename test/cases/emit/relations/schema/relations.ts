// A relation for every rule, and for every way of storing data.
import {
  component,
  entity,
  f32,
  i64,
  object,
  optional,
  relation,
  resource,
  string,
  struct,
  tag,
  toggle,
  u32,
} from "ecsgen/schema";

export class Position extends component({ x: f32, y: f32 }) {}
export class Burning extends component({ heat: f32 }, { storage: "sparse" }) {}
export class Pinned extends tag() {}
export class Paused extends toggle() {}
/** What functions of the schedule saw. */
export class Seen extends resource({ children: u32, free: u32 }) {}

/** Parts of a whole: they end with it. */
export class ChildOf extends relation({}, { exclusive: true, acyclic: true, onTargetDespawn: "cascade" }) {}
/** Who likes whom, and how much. */
export class Likes extends relation({ amount: f32.default(1), since: i64, note: string, why: optional(string) }) {}
/** Whom somebody aims at; two may aim at each other. */
export class AimsAt extends relation({ offset: struct({ x: f32, y: f32.default(2) }) }, { exclusive: true }) {}
/** What has to be done before. */
export class Needs extends relation({ handle: object<{ label: string }>() }, { acyclic: true }) {}
/** What must not go as long as it is held. */
export class Holds extends relation({ by: entity }, { onTargetDespawn: "refuse" }) {}
/** Bound to all of these: when one goes, it goes. */
export class BoundTo extends relation({}, { onTargetDespawn: "cascade" }) {}
