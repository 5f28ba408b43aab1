import { component, f32 } from "ecsgen/schema";
import { Position } from "../generated/components/position.js";
import config from "../ecsgen.config.js";

export class Place extends component({ x: f32 }) {}
