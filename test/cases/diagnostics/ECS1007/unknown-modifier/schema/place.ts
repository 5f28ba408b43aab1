import { component, f32 } from "ecsgen/schema";

export class Place extends component({ x: f32.max(10), y: f32.default(1).required() }) {}
