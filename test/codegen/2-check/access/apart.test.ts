// Two lines of different lists that no entity is in both of may run in any order; those that only look like it may not.
import { expect, it } from "vitest";
import { findingsIn, provenIn } from "../../support/prove-text.js";

/** A line of a core that writes places, and one of the app, in the same phase. */
function project(ofCore: string, ofApp: string): Record<string, string> {
  return {
    "schema.ts": `import { component, core, f32, tag, toggle, view } from "ecsgen/schema";
export class Place extends component({ x: f32 }) {}
export class Ghost extends component({ age: f32 }) {}
export class Dead extends tag() {}
export class Lit extends toggle() {}
export interface Moving { drift(place: Place): void; }
export const motion = core({ features: { moving: view<Moving>() }, schedule: { update: [{ run: "moving.drift", ${ofCore} }] } });
`,
    "system.ts": `import { systemModule } from "ecsgen/schema";
import { motion, type Place } from "./schema.js";
export function drift(place: Place): void { place.x += 1; }
export default systemModule({ core: motion, provides: { moving: { drift } } });
`,
    "own.ts": `import type { Entity, Query, World } from "ecsgen/schema";
import { Dead as DeadToken } from "./generated/components/dead.js";
import { Place as PlaceToken } from "./generated/components/place.js";
import type { Dead, Ghost, Place } from "./schema.js";
export function stop(place: Place): void { place.x = 0; }
export function haunt(place: Place, ghost: Readonly<Ghost>): void { place.x = ghost.age; }
export function maybe(place: Place, ghost?: Readonly<Ghost>): void { place.x = ghost?.age ?? 0; }
export function each(rows: Query<{ place: Place }, { without: [Dead] }>): void { for (const { place } of rows) place.x = 0; }
export function ghosts(rows: Query<{ place: Place; ghost: Readonly<Ghost> }>): void { for (const { place } of rows) place.x = 0; }
export function another(entity: Entity, world: World, _place: Readonly<Place>): void { world.set(entity, PlaceToken, { x: 0 }); }
export function revive(place: Place, entity: Entity, world: World): void { place.x = 0; world.remove(entity, DeadToken); }
`,
    "ecsgen.config.ts": `import { app, use } from "ecsgen/schema";
import { another, each, ghosts, haunt, maybe, revive, stop } from "./own.js";
import { Dead, Ghost, Lit, motion } from "./schema.js";
import module from "./system.js";
export default app({ cores: [use(motion, { features: ["moving"], systems: [module] })], schedule: { update: [${ofApp}] } });
`,
  };
}

it.each([
  ["one asks for a tag that the other leaves out", "without: [Dead]", "{ run: stop, with: [Dead] }"],
  ["the other way round", "with: [Dead]", "{ run: stop, without: [Dead] }"],
  ["a toggle is on in one, off in the other", "with: [Lit]", "{ run: stop, without: [Lit] }"],
  ["one takes a component that the other leaves out", "without: [Ghost]", "haunt"],
  ["a query leaves out what the other asks for", "with: [Dead]", "each"],
  ["a query takes what the other leaves out", "without: [Ghost]", "ghosts"],
])("are apart where %s", (_, ofCore, ofApp) => {
  const schedule = provenIn(project(ofCore, ofApp)).app?.schedule ?? [];
  expect(schedule.map(({ waitsFor, stage }) => ({ waitsFor, stage }))).toEqual([
    { waitsFor: [], stage: 1 },
    { waitsFor: [], stage: 1 },
  ]);
});

const bothTouch = (what: string): string => expect.stringMatching(new RegExp(`ECS2047 .*both touch ${what}$`));

it.each([
  ["nothing is said of one", "without: [Dead]", "stop", "`motion.Place.x`"],
  ["they ask for different things", "without: [Dead]", "{ run: stop, without: [Ghost] }", "`motion.Place.x`"],
  ["both leave out the same", "without: [Dead]", "{ run: stop, without: [Dead] }", "`motion.Place.x`"],
  ["what one leaves out may be missing in the other", "without: [Ghost]", "maybe", "`motion.Place.x`"],
  ["one may reach every entity", "without: [Dead]", "{ run: another, with: [Dead] }", "`motion.Place`"],
  [
    "one changes what tells them apart",
    "without: [Dead]",
    "{ run: revive, with: [Dead] }",
    "which entities have `motion.Dead`",
  ],
])("are in conflict where %s", (_, ofCore, ofApp, what) => {
  expect(findingsIn(project(ofCore, ofApp))).toEqual([bothTouch(what)]);
});
