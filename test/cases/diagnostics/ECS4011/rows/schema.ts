import { component, f32, list, resource, struct, vec2 } from "ecsgen/schema";

export class Body extends component({ at: vec2 }) {}
export class Notes extends resource({ kept: list(struct({ x: f32 })), names: list(f32) }) {}
