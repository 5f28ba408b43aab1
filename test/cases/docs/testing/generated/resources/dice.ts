import type { Random, ResourceType } from "ecsgen/runtime";
export declare const Dice: ResourceType<Random>;
