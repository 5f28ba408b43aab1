import { component, f32, prefab } from "ecsgen/schema";

export class Puck extends component({ size: f33, weight: f32 }) {}

export const heavy = prefab({ components: [[Puck, { size: 2, wight: 3 }]] });
