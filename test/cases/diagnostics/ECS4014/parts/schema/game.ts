import { component, f32, list, resource, struct, vec2 } from "ecsgen/schema";

export class Body extends component({ at: vec2, from: vec2, spin: struct({ axis: vec2 }), trail: list(vec2) }) {}
export class Best extends resource({ at: vec2, spin: struct({ axis: vec2 }), spots: list(vec2), x: f32 }) {}
