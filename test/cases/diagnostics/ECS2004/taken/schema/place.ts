import { component, f32 } from "ecsgen/schema";

export class Place extends component({ x: f32 }, { was: ["motion.Position"] }) {}
export class Spot extends component({ x: f32 }, { was: ["app.Dot"] }) {}
export class Point extends component({ x: f32 }, { was: ["app.Dot"] }) {}
export class Self extends component({ x: f32 }, { was: ["motion.Self"] }) {}
