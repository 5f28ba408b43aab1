// A relation for every rule about targets.
import { entity, f32, optional, relation, string, struct } from "ecsgen/schema";

/** Parts of a whole: they end with it. */
export class ChildOf extends relation({}, { exclusive: true, acyclic: true, onTargetDespawn: "cascade" }) {}
/** Who likes whom, and how much. */
export class Likes extends relation(
  { amount: f32.default(1), note: string, why: optional(string) },
  { was: ["app.Fancies", "app.Adores"] },
) {}
/** Whom somebody aims at; two may aim at each other. */
export class AimsAt extends relation({ offset: struct({ x: f32, y: f32.default(2) }) }, { exclusive: true }) {}
/** What must not go as long as it is held. */
export class Holds extends relation({ by: entity }, { onTargetDespawn: "refuse" }) {}
/** Bound to all of these: when one goes, it goes. */
export class BoundTo extends relation({}, { acyclic: true, onTargetDespawn: "cascade" }) {}
