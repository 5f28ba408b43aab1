import {
  clock,
  component,
  core,
  event,
  f32,
  list,
  resource,
  string,
  tag,
  toggle,
  u32,
  view,
  type Commands,
  type Entity,
  type EventReader,
  type EventWriter,
  type World,
} from "ecsgen/schema";

export class Health extends component({ now: f32.default(100), most: f32.default(100) }) {}
export class Armor extends component({ value: f32.default(1) }) {}
export class Name extends component({ text: string }) {}
export class Burning extends component({ heat: f32.default(1) }, { storage: "sparse" }) {}
export class Frozen extends component({ cold: f32.default(1) }, { storage: "sparse" }) {}
export class Dead extends tag() {}
export class Stunned extends toggle() {}
export class Time extends clock() {}
export class Journal extends resource({ lines: list(string), kills: u32 }) {}
export class Hurt extends event({ amount: f32 }) {}
export class Died extends event({ name: string }) {}

export interface Upkeep {
  /** Heals who is not dead. */
  heal(health: Health, time: Readonly<Time>): void;
  /** Burns who burns; armour helps. */
  burn(burning: Burning, health: Health, armor?: Readonly<Armor>): void;
  /** Frost and fire cancel each other. */
  thaw(frozen: Frozen, burning: Burning): void;
  /** Cools what burns, when it does. */
  cool(health: Readonly<Health>, burning?: Burning): void;
}

export interface Death {
  /** Marks the dead, and tells of it. */
  reap(
    entity: Entity,
    health: Readonly<Health>,
    commands: Commands,
    world: World,
    died: EventWriter<Died>,
    name?: Readonly<Name>,
  ): void;
  /** Writes down who died. */
  record(died: EventReader<Died>, journal: Journal): void;
}

export interface Combat {
  /** Everyone suffers what was suffered. */
  suffer(health: Health, hurt: EventReader<Hurt>): void;
  /** Hurts everyone. */
  strike(hurt: EventWriter<Hurt>, amount: number): void;
  /** How many are alive, of those with a name when `named`. */
  count(world: World, named?: boolean): number;
  /** Names, in order of the list. */
  names(world: World, ...entities: readonly Entity[]): Promise<string[]>;
}

/** A battle. */
export const battle = core({
  features: {
    /** What happens to everyone. */
    upkeep: view<Upkeep>(),
    death: view<Death>({ implies: ["upkeep"] }),
    combat: view<Combat>({ implies: ["death"] }),
  },
  schedule: {
    fixedUpdate: [
      "upkeep.burn",
      { run: "upkeep.heal", with: [Name], without: [Dead, Stunned] },
      { run: "upkeep.thaw", without: [Dead] },
    ],
    update: [
      "combat.suffer",
      { run: "upkeep.cool", any: [Name, Armor] },
      { run: "death.reap", without: [Dead] },
      "death.record",
    ],
  },
});
