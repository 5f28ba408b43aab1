import { component, f32 } from "ecsgen/schema";

function startingHealth(): number;
export class Health extends component({ now: f32.default(startingHealth()) }) {}
