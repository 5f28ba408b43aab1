import { component, f32 } from "ecsgen/schema";
import type { Shape } from "#shapes";

export class Place extends component({ x: f32 }) {}
