// A world in which much happens at once, for all that must not depend on the order of lines that nothing puts in order.
import { bool, clock, component, entity, event, f32, f64, random, resource, tag, toggle, u32 } from "ecsgen/schema";

export class Position extends component({ x: f64, y: f64 }) {}
export class Velocity extends component({ x: f64, y: f64 }) {}
export class Size extends component({ value: f32.default(1) }) {}
export class Luck extends component({ share: f64 }) {}
export class Heat extends component({ degrees: f32 }, { storage: "sparse" }) {}
export class Old extends tag() {}
export class Asleep extends toggle() {}
export class Hit extends event({ target: entity, force: f64 }) {}
export class Rules extends resource({ windy: bool.default(true) }) {}
export class Score extends resource({ points: u32, throws: u32 }) {}
export class Census extends resource({ hits: u32, force: f64 }) {}
export class Sum extends resource({ x: f64 }) {}
export class Time extends clock() {}
export class Wind extends random() {}
export class Dice extends random() {}
