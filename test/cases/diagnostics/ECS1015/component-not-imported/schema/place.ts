import { f32 } from "ecsgen/schema";

export class Place extends component({ x: f32 }) {}
export class Spot extends compnent({ x: f32 }) {}
