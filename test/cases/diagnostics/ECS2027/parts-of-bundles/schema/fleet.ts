import { bundle, component, f32, prefab, relation, resource } from "ecsgen/schema";

export class Hull extends component({ points: f32 }) {}
export class Score extends resource({ points: f32 }) {}
export class Docked extends relation({}) {}
export class Plain {}

export const ship = bundle({ components: [Hull, Score, Docked, Plain] });
export const nothing = bundle({ components: [] });
export const bare = prefab({ components: [] });
export const hulk = prefab({ extends: Hull });
export const raider = prefab({ extends: ship, components: [[Score, { points: 1 }]] });
