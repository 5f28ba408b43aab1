import { component, f32 } from "ecsgen/schema";
import { Position } from "./motion.js";

export class Place extends Position {}
export class Spot extends component({ x: f32 }) {}
export class Spot3 extends Spot {}
