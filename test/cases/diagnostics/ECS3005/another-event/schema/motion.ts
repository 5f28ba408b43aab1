import { core, event, f32, view, type EventReader } from "ecsgen/schema";

export class Hit extends event({ force: f32 }) {}
export class Miss extends event({ force: f32 }) {}
export interface Integration {
  count(hits: EventReader<Hit>): void;
}
export const motion = core({ features: { integration: view<Integration>() } });
