import type { World } from "ecsgen/runtime";
export declare function createWorld(): World<{ health?: { points?: number } }>;
