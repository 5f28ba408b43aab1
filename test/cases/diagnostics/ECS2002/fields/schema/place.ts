import { component, f32, f64 } from "ecsgen/schema";

export class Place extends component({ x: f32, y: f32, x: f64 }) {}
