import { event, f32, list, resource } from "ecsgen/schema";

export class Blow extends event({ force: f32, marks: list(f32) }) {}
export class Sum extends resource({ force: f32 }) {}
