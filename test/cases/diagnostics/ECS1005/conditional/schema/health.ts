import { component, f32 } from "ecsgen/schema";

const easy = true;
export class Health extends component({ now: f32.default(easy ? 200 : 100) }) {}
