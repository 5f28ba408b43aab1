import { bundle, component, f32, prefab } from "ecsgen/schema";

export class Hull extends component({ points: f32 }) {}

export const ship = bundle({ components: [[Hull, { points: 50 }]] });
export const fighter = prefab({ components: [[Hull], [Hull, { points: 1 }, 3]] });
