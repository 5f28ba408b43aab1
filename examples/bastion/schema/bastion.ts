// A tower defence: what there is, what can be asked of it, and what happens in a step.
import {
  bundle,
  clock,
  component,
  core,
  entity,
  event,
  f32,
  list,
  oneOf,
  optional,
  prefab,
  random,
} from "ecsgen/schema";
import { relation, resource, tag, toggle, u16, u32, u8, vec2, view } from "ecsgen/schema";
import type { Commands, Entity, EventReader, EventWriter, Query, World } from "ecsgen/schema";

export const KINDS = ["bolt", "fire", "shock"] as const;
/** What a turret shoots. */
export type Kind = "bolt" | "fire" | "shock";

/** Where something is, in metres. */
export class Position extends component({ x: f32, y: f32 }) {}
/** How fast it moves, in metres per second. */
export class Velocity extends component({ x: f32, y: f32 }) {}
/** What it can still take. */
export class Health extends component({
  points: f32.default(6).range(0, 1000),
  /** Taken off each hit. Few have it. */
  armour: optional(f32),
}) {}
/** An enemy on its way along the track. */
export class Walker extends component({
  speed: f32.default(1.5).unit("m/s"),
  /** The point of the track that it walks to. */
  next: u8,
  /** What is paid for its end. */
  bounty: u16.default(1),
  mood: oneOf("march", "charge"),
}) {}
/** On fire. It comes and goes, so it is kept outside of the tables. */
export class Burning extends component({ left: f32.default(2).unit("s") }, { storage: "sparse" }) {}
/** Cannot move for a moment. */
export class Stunned extends toggle() {}
/** What a turret stands on. */
export class Base extends tag() {}
/** Shoots at whoever is near. */
export class Turret extends component({
  kind: oneOf(...KINDS),
  range: f32.default(4).unit("m"),
  damage: f32.default(3),
  reload: f32.default(0.8).unit("s"),
  /** Until it can shoot again. */
  wait: f32.unit("s"),
  target: entity,
}) {}
/** On its way to somebody. */
export class Shot extends component({ kind: oneOf(...KINDS), damage: f32, target: entity }) {}

/** A turret stands on its base, and ends with it. */
export class StandsOn extends relation({}, { exclusive: true, onTargetDespawn: "cascade" }) {}

/** What the player has. */
export class Purse extends resource({ coins: u32.default(20), lives: u8.default(10), score: u32 }) {}
/** Which wave comes, how many of it are to come, and when the next one does. */
export class Waves extends resource({ number: u16, left: u16, wait: f32.default(1).unit("s") }) {}
/** The way of the enemies, from their gate to what they want. */
export class Track extends resource({ points: list(vec2) }) {}
export class Dice extends random() {}
export class Time extends clock() {}

/** A shot met its target. */
export class Hit extends event({ victim: entity, damage: f32, kind: oneOf(...KINDS) }) {}
/** An enemy has no points left. */
export class Died extends event({ bounty: u16 }) {}
/** An enemy came through. */
export class Passed extends event({}) {}

/** All enemies. */
export const enemy = bundle({ components: [Position, Velocity, Health, Walker] });
export const goblin = prefab({ extends: enemy, components: [] });
export const ogre = prefab({
  extends: enemy,
  components: [
    [Health, { points: 30, armour: 1 }],
    [Walker, { speed: 0.8, bounty: 5 }],
  ],
});
export const plinth = bundle({ components: [Position, Base] });
export const gun = prefab({ components: [Position, Turret] });
export const torch = prefab({
  extends: gun,
  components: [[Turret, { kind: "fire", range: 3, damage: 1, reload: 1.5 }]],
});
export const coil = prefab({
  extends: gun,
  components: [[Turret, { kind: "shock", range: 5, damage: 0.5, reload: 2 }]],
});
export const missile = bundle({ components: [Position, Velocity, Shot] });

/** What can be shot at. */
export interface Target {
  readonly entity: Entity;
  position: Readonly<Position>;
  walker: Readonly<Walker>;
}

export interface Coming {
  /** Counts down to the next wave, and lets its enemies in. */
  advance(waves: Waves, track: Readonly<Track>, dice: Dice, time: Readonly<Time>, world: World): void;
}
export interface Marching {
  /** The wounded run. */
  decide(walker: Walker, health: Readonly<Health>): void;
  /** Turns an enemy to where it wants to go. */
  steer(walker: Walker, position: Readonly<Position>, velocity: Velocity, track: Readonly<Track>): void;
  /** Moves all that moves. */
  move(position: Position, velocity: Readonly<Velocity>, time: Readonly<Time>): void;
  /** Takes away who is at the end of the track. */
  arrive(
    walker: Readonly<Walker>,
    track: Readonly<Track>,
    entity: Entity,
    commands: Commands,
    passed: EventWriter<Passed>,
  ): void;
}
export interface Shooting {
  /** Chooses the nearest enemy in range. */
  aim(turret: Turret, position: Readonly<Position>, targets: Query<Target>): void;
  /** Shoots when it can. */
  fire(turret: Turret, position: Readonly<Position>, time: Readonly<Time>, commands: Commands): void;
  /** Shots follow their targets, until they meet them or these are gone. */
  follow(
    shot: Readonly<Shot>,
    position: Readonly<Position>,
    velocity: Velocity,
    entity: Entity,
    targets: Query<Target>,
    commands: Commands,
    hits: EventWriter<Hit>,
  ): void;
}
export interface Harm {
  /** Does to each victim what the hit says. */
  hurt(hits: EventReader<Hit>, world: World): void;
  burn(burning: Burning, health: Health, entity: Entity, time: Readonly<Time>, commands: Commands): void;
  /** Nobody stays stunned for long. */
  wake(stunned: Query<{ entity: Entity }, { with: [Stunned] }>, dice: Dice, commands: Commands): void;
  /** Ends who has no points left. */
  reap(
    health: Readonly<Health>,
    walker: Readonly<Walker>,
    entity: Entity,
    commands: Commands,
    died: EventWriter<Died>,
  ): void;
}
export interface Rules {
  /** Pays for the dead, and takes a life for each that passed. */
  count(died: EventReader<Died>, passed: EventReader<Passed>, purse: Purse): void;
  isPlaying(purse: Readonly<Purse>): boolean;
}
export interface Building {
  /** Builds a turret on its base, and gives back the base; undefined when the coins are not enough. */
  build(world: World, x: number, y: number, kind: Kind): Entity | undefined;
}

/** Enemies come in waves along a track; turrets shoot at them. */
export const bastion = core({
  features: {
    coming: view<Coming>({ implies: ["marching", "rules"] }),
    marching: view<Marching>(),
    shooting: view<Shooting>({ implies: ["harm"] }),
    harm: view<Harm>(),
    rules: view<Rules>(),
    building: view<Building>({ implies: ["shooting"] }),
  },
  sets: { playing: { if: "rules.isPlaying" } },
  schedule: {
    fixedUpdate: [
      { run: "rules.count" },
      { run: "coming.advance", set: "playing" },
      { run: "marching.decide", set: "playing" },
      { run: "marching.steer", set: "playing" },
      { run: "shooting.aim", set: "playing" },
      { run: "shooting.fire", set: "playing" },
      { run: "shooting.follow", set: "playing" },
      { run: "marching.move", without: [Stunned], set: "playing" },
      { run: "marching.arrive", set: "playing" },
      { run: "harm.hurt", set: "playing" },
      { run: "harm.burn", set: "playing" },
      { run: "harm.wake", set: "playing" },
      { run: "harm.reap", set: "playing" },
    ],
  },
});
