import { bool, clock, component, entity, event, relation, resource, tag, toggle, u32 } from "ecsgen/schema";

export class Energy extends component({ value: u32 }) {}
export class Age extends component({ value: u32 }) {}
export class Frozen extends tag() {}
export class Lit extends toggle() {}
export class ChildOf extends relation({}) {}
export class Rules extends resource({ fails: bool }) {}
/** Who was born last, by id. */
export class Newest extends resource({ last: entity }) {}
/** What lines saw. */
export class Seen extends resource({
  entities: u32,
  frozen: u32,
  lit: u32,
  known: u32,
  energy: u32,
  children: u32,
  deaths: u32,
  told: u32,
}) {}
export class Time extends clock() {}
export class Died extends event({ age: u32 }) {}
