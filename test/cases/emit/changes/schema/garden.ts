import { component, core, f32, list, relation, string, struct, tag, vec2, view } from "ecsgen/schema";

/** Where a plant grows: tracked, since the schedule asks what changed. */
export class Place extends component({ at: vec2, depth: f32 }) {}
/** How wet its soil is: tracked by its own word, outside of the tables. */
export class Water extends component({ litres: f32 }, { storage: "sparse", tracked: true }) {}
/** What is known of it: no columns but those of its changes. */
export class Diary extends component({ title: string, lines: list(string) }, { tracked: true }) {}
/** Whose changes nobody asks for. */
export class Leaf extends component({ shape: struct({ length: f32, width: f32.default(1) }) }) {}
/** Grows in the dark. */
export class Shaded extends tag() {}
/** Grows beside. */
export class NextTo extends relation({ distance: f32 }) {}

export interface Growth {
  /** Lets a leaf grow where a plant was moved. */
  grow(leaf: Leaf, place: Readonly<Place>): void;
  /** Lets water run away. */
  drain(water: Water): void;
}

export const garden = core({
  features: { growth: view<Growth>() },
  schedule: {
    update: [
      { run: "growth.grow", without: [NextTo], changed: [Place], removed: [Shaded] },
      { run: "growth.drain", added: [Shaded, Water] },
      "growth.drain",
    ],
  },
});
