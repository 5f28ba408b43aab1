import { component, f32 } from "ecsgen/schema";

export class Health extends component({ now: f32.default(Number(process.env.HEALTH)), most: f32.default(process.pid) }) {}
