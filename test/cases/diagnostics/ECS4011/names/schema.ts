import { component, f32, list, resource, struct, vec2 } from "ecsgen/schema";

export class Body extends component({ at: vec2, spin: struct({ axis: vec2, rate: f32 }), marks: list(struct({ x: f32 })) }) {}
export class Notes extends resource({ first: struct({ x: f32 }), kept: list(struct({ x: f32, y: f32 })) }) {}
