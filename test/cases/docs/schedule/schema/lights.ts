import { component, f32, resource, string, tag } from "ecsgen/schema";

export class Glow extends component({ strength: f32 }) {}
export class Marked extends tag() {}
export class Report extends resource({ text: string }) {}
