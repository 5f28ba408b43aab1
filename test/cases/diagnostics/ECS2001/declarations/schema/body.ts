import { component, event, f32 } from "ecsgen/schema";

export class World extends component({ x: f32 }) {}
export class Größe extends component({ x: f32 }) {}
export class of extends event({ x: f32 }) {}
