import { event, f32, list, object, resource, struct } from "ecsgen/schema";

export class Blow extends event({ force: f32, marks: list(f32) }) {}
export class Sum extends resource({ force: f32 }) {}

export interface Mesh {
  visible: boolean;
  marks: number[];
}
export class Shown extends event({ mesh: object<Mesh>(), parts: list(object<Mesh>()) }) {}
export class Door extends event({ side: struct({ mesh: object<Mesh>() }) }) {}
