import { component, event, f32, oneOf, tag, u8 } from "ecsgen/schema";

class Hidden extends component({ x: f32 }) {}
export class Place extends component({ x: number, y: f32.max(3) }, { storag: "sparse" }) {}
export class Mood extends component({ now: oneOf("calm", "calm"), depth: u8.default(300) }) {}
export class Nothing extends component({}) {}
export class Pinned extends tag() {}
export class World extends event({ depth: u8.range(9, 0) }) {}
export const loud = (): void => {};
