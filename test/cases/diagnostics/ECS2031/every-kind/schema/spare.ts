import { component, event, f32, model, relation, resource, tag, toggle, u8 } from "ecsgen/schema";

/** Not to be mixed up with the Plating of a ship, the tag Spent, or Towed. */
export class Armour extends component({ plates: u8 }) {}
export class Plating extends component({ plates: u8 }, { storage: "sparse" }) {}
export class Spent extends tag() {}
export class Asleep extends toggle() {}
export class Towed extends relation({}) {}
export class Weather extends resource({ wind: f32 }) {}
export class Docked extends event({ force: f32 }) {}
export class Screen extends model({ width: u8 }) {}

/** Spawned by its key. */
export class Hull extends component({ points: u8 }) {}
/** Taken from the SDK by its class. */
export class Score extends resource({ points: u8 }) {}
