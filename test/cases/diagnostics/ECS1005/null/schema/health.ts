import { component, f32, optional } from "ecsgen/schema";

export class Health extends component({ now: optional(f32).default(null) }) {}
