import { component, f32, list, map, optional, string } from "ecsgen/schema";

export class Path extends component({ lengths: list(f32.default(1)), names: map(optional(string)) }) {}
