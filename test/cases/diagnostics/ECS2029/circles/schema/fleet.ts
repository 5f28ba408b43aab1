import { component, f32, prefab } from "ecsgen/schema";

export class Hull extends component({ points: f32 }) {}

export const ship = prefab({ extends: fighter, components: [Hull] });
export const fighter = prefab({ extends: ace });
export const ace = prefab({ extends: ship, components: [[Hull, { points: 80 }]] });
/** Not part of the circle. */
export const hero = prefab({ extends: ace });
export const self = prefab({ extends: self, components: [Hull] });
