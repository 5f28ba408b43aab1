// What the benchmarks of the runtime stand on: fifty components, most of which a case does not use, as in a real project.
import { component, core, f32, resource, vec3, view, type Query } from "ecsgen/schema";

export class Position extends component({ x: f32, y: f32 }) {}
export class Velocity extends component({ x: f32, y: f32 }) {}
export class Place extends component({ x: f32, y: f32, z: f32 }) {}
export class Speed extends component({ x: f32, y: f32, z: f32 }) {}
export class Body extends component({ at: vec3 }) {}
export class Motion extends component({ by: vec3 }) {}
export class Mark extends component({ value: f32 }) {}
export class Glow extends component({ value: f32 }, { storage: "sparse" }) {}

/** What comes and goes beside these. */
export const filler = { first: f32, second: f32 };
export class Filler1 extends component({ ...filler }) {}
export class Filler2 extends component({ ...filler }) {}
export class Filler3 extends component({ ...filler }) {}
export class Filler4 extends component({ ...filler }) {}
export class Filler5 extends component({ ...filler }) {}
export class Filler6 extends component({ ...filler }) {}
export class Filler7 extends component({ ...filler }) {}
export class Filler8 extends component({ ...filler }) {}
export class Filler9 extends component({ ...filler }) {}
export class Filler10 extends component({ ...filler }) {}

/** One of these, and an entity is in a table of its own. */
export const letter = { value: f32 };
export class LetterA extends component({ ...letter }) {}
export class LetterB extends component({ ...letter }) {}
export class LetterC extends component({ ...letter }) {}
export class LetterD extends component({ ...letter }) {}
export class LetterE extends component({ ...letter }) {}
export class LetterF extends component({ ...letter }) {}
export class LetterG extends component({ ...letter }) {}
export class LetterH extends component({ ...letter }) {}
export class LetterI extends component({ ...letter }) {}
export class LetterJ extends component({ ...letter }) {}
export class LetterK extends component({ ...letter }) {}
export class LetterL extends component({ ...letter }) {}
export class LetterM extends component({ ...letter }) {}
export class LetterN extends component({ ...letter }) {}
export class LetterO extends component({ ...letter }) {}
export class LetterP extends component({ ...letter }) {}
export class LetterQ extends component({ ...letter }) {}
export class LetterR extends component({ ...letter }) {}
export class LetterS extends component({ ...letter }) {}
export class LetterT extends component({ ...letter }) {}
export class LetterU extends component({ ...letter }) {}
export class LetterV extends component({ ...letter }) {}
export class LetterW extends component({ ...letter }) {}
export class LetterX extends component({ ...letter }) {}
export class LetterY extends component({ ...letter }) {}
export class LetterZ extends component({ ...letter }) {}

/** Declared, and never used. */
export const unused = { first: vec3, second: vec3, third: f32 };
export class Unused1 extends component({ ...unused }) {}
export class Unused2 extends component({ ...unused }) {}
export class Unused3 extends component({ ...unused }) {}
export class Unused4 extends component({ ...unused }) {}
export class Unused5 extends component({ ...unused }) {}
export class Unused6 extends component({ ...unused }) {}

/** How long a step is. */
export class Step extends resource({ delta: f32.default(1) }) {}

export interface Moves {
  /** Two additions. */
  plane(position: Position, velocity: Readonly<Velocity>, step: Readonly<Step>): void;
  /** Three additions. */
  space(place: Place, speed: Readonly<Speed>, step: Readonly<Step>): void;
  /** Three additions to the parts of a vector. */
  vector(body: Body, motion: Readonly<Motion>, step: Readonly<Step>): void;
  /** Additions, and two branches that are hard to foresee. */
  bounce(position: Position, velocity: Velocity, step: Readonly<Step>): void;
}

/** Looks at whole queries. */
export interface Crowds {
  /** What `plane` does. */
  drift(bodies: Query<{ position: Position; velocity: Readonly<Velocity> }>, step: Readonly<Step>): void;
  /** Every body with every body: counts in their speed what is near. */
  nested(bodies: Query<{ position: Readonly<Position>; velocity: Velocity }>): void;
  /** Every two bodies once, which push each other away. */
  pairwise(bodies: Query<{ position: Readonly<Position>; velocity: Velocity }>): void;
}

/** Loops to be measured, one at a time. */
export const loops = core({ features: { moves: view<Moves>(), crowds: view<Crowds>() } });
