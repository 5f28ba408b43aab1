import { component, f32, list, struct } from "ecsgen/schema";

const branch = struct({ length: f32, branches: list(branch) });
export class Tree extends component({ trunk: branch }) {}
