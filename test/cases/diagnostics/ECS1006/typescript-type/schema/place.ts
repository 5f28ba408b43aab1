import { component, f32 } from "ecsgen/schema";

export class Place extends component({ x: number, y: f32 }) {}
