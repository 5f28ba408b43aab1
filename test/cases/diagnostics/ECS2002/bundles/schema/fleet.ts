import { bundle, component, f32, prefab, tag } from "ecsgen/schema";

export class Hull extends component({ points: f32 }) {}
export class Armed extends tag() {}
export class Wing extends component({ span: f32 }) {}

export const wing = bundle({ components: [Wing] });
export const many = bundle({ components: [Hull] });
export const ship = bundle({ components: [Hull, Armed, Hull] });
export const shipMany = bundle({ components: [Hull] });
export const hullInit = prefab({ components: [[Hull, { points: 1 }], Hull] });
