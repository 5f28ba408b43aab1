import { component, event, f32, resource } from "ecsgen/schema";

export class Hit extends component({ at: f32 }) {}
export class HitInit extends component({ at: f32 }) {}
export class POSITION extends resource({ x: f32 }) {}
