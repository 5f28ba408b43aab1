import { component, f32 } from "ecsgen/schema";

export class Heat extends component({ kelvin: f32 ) {}
