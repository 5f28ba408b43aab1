import { component, f32 } from "ecsgen/schema";

const a = b + 1;
const b = a + 1;
const shape = { ...shape, x: f32 };
export class Health extends component({ now: f32.default(a) }) {}
