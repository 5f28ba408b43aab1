// What belongs to no entity.
import { clock, entity, event, f32, list, model, resource, string, struct, u32 } from "ecsgen/schema";

/** The clock of the step. */
export class Time extends clock() {}
/** One value per world. */
export class Score extends resource(
  { points: u32.default(7), best: list(struct({ name: string, points: u32 })) },
  { was: ["app.Points"] },
) {}
/** Something that happened. */
export class Hit extends event({ target: entity, damage: f32.default(1) }) {}
/** Something else that happened. */
export class Cheer extends event({ text: string }) {}
/** A record with an id of its own. */
export class Screen extends model({ width: u32.default(640), title: string, layers: list(string) }) {}
