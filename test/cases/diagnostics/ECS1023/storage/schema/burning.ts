import { component, f32 } from "ecsgen/schema";

export class Burning extends component({ since: f32 }, { storage: "heap" }) {}
