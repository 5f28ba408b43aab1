import { component, core, event, f32, view, type EventReader, type EventWriter } from "ecsgen/schema";

export class Wound extends event({ depth: f32 }) {}
export class Health extends component({ now: f32 }) {}
export interface Hurting {
  hurt(health: Health, wound: Wound): void;
  heal(wounds: EventReader<Health>): void;
  mend(wounds: EventWriter<number>): void;
  read(wounds: EventReader): void;
}
export const hurting = core({ features: { hurting: view<Hurting>() } });
