import { component, f32 } from "ecsgen/schema";

export class Place extends component({ x: f23, y: f32 }) {}
