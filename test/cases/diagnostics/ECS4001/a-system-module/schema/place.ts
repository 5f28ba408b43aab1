import { component, f32 } from "ecsgen/schema";
import { speed } from "../systems/euler/speed.js";

export class Place extends component({ x: f32.default(speed) }) {}
