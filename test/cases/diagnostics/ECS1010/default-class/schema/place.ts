import { component, f32 } from "ecsgen/schema";

export default class Place extends component({ x: f32 }) {}
