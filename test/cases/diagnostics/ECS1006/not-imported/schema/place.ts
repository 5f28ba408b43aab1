import { component } from "ecsgen/schema";

export class Place extends component({ x: f32 }) {}
