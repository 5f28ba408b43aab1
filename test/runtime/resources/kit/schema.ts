// A small game of chance, for all that must come out the same again.
import { clock, component, f64, random, resource, tag, u32 } from "ecsgen/schema";

export class Position extends component({ x: f64, y: f64 }) {}
export class Velocity extends component({ x: f64, y: f64 }) {}
export class Luck extends component({ share: f64 }) {}
export class Frozen extends tag() {}
export class Score extends resource({ points: u32, throws: u32 }) {}
export class Time extends clock() {}
/** What moves things. */
export class Wind extends random() {}
/** What is thrown. */
export class Dice extends random() {}
