import { component, core, f32, view, type Query } from "ecsgen/schema";

export class Near extends component({ distance: f32 }) {}

export interface Close {
  approachAll(near: Near): void;
  look(near: Near): void;
  Look(near: Near): void;
  compare(a: Query<{ near: Readonly<Near> }>, A: Query<{ near: Near }>): void;
}
export interface CloseApproach {
  all(near: Near): void;
}
export interface Far {
  close(near: Near): void;
}
export interface Further {
  close(near: Near): void;
}
/** `closeApproach.all` and `close.approachAll` would share a file, and so would system modules of `far` and `Far`. */
export const close = core({
  features: { close: view<Close>(), closeApproach: view<CloseApproach>(), far: view<Far>(), Far: view<Further>() },
});
