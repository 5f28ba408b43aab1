import { component, f32, tag } from "ecsgen/schema";

export const Place = component({ x: f32 });
const Seen = tag();
export const Thing = class extends component({ x: f32 }) {};
export namespace Far {
  export class Star extends component({ x: f32 }) {}
}
