import { component, f32 } from "ecsgen/schema";

export class Aux extends component({ x: f32 }) {}
export class COM1 extends component({ x: f32 }) {}
export class Console extends component({ x: f32 }) {}
