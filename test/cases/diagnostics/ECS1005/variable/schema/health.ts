import { component, f32 } from "ecsgen/schema";

let start = 100;
export class Health extends component({ now: f32.default(start) }) {}
