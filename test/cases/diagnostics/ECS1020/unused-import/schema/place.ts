import { component, f32 } from "ecsgen/schema";
import { shapes } from "./shapes";
export * from "./other.js";

export class Place extends component({ x: f32 }) {}
