import { component, f32, tag } from "ecsgen/schema";

export const Place = component({ x: f32 });
const Seen = tag();
