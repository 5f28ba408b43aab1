import type { Commands, Entity } from "ecsgen/schema";
export declare function reap(health: Readonly<{ points: number }>, entity: Entity, commands: Commands): void;
