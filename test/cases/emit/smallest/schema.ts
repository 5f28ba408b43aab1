import { component, f32 } from "ecsgen/schema";

/** Where something is. */
export class Position extends component({ x: f32, y: f32 }) {}
