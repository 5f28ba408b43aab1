import { component, f32 } from "ecsgen/schema";

class Place extends component({ x: f32 }) {}
export { Place as Spot };
