import type { EventReader, EventWriter, Query, Random } from "ecsgen/schema";
interface Position { x: number }
export declare function walk(position: Position, velocity: Readonly<Position>, time: Readonly<{ delta: number; elapsed: number; tick: number }>): void;
export declare function separate(bodies: Query<{ position: Position }>): void;
export declare function count(died: EventReader<{ points: number }>, score: { points: number }): void;
export declare function strike(weapon: Readonly<{ damage: number }>, dice: Random, hits: EventWriter<{ damage: number }>): void;
