import { component, f32 } from "ecsgen/schema";

export class Health extends component({ now: f32, ...more() }) {}
