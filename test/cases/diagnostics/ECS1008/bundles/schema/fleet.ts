import { bundle, component, f32, prefab } from "ecsgen/schema";

export class Hull extends component({ points: f32 }) {}

export const ship = bundle();
export const fighter = prefab({ was: ["app.hero"] });
export const ace = prefab({ components: [[Hull, { points: Math.random() }]], values: {} });
const hidden = bundle({ components: [Hull] });
export const hero = prefab({ extends: hidden });
export const nobody = prefab({ extends: nowhere });
