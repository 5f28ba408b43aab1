import { component, f32, vector } from "ecsgen/schema";

export class Grid extends component({ a: vector(f32, 0), b: vector(f32, 2.5), c: vector(f32, "x"), d: f32.unit(3) }) {}
