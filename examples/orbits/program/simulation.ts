// The solar system as a world: what the program does with what ecsgen generated.
import {
  Approach,
  Asteroid as AsteroidOf,
  createWorld,
  Encounter,
  Energy,
  Mass,
  Name,
  Position,
  ShadowEnergy,
  Velocity,
  Vicinity,
  type Entity,
  type World,
} from "../generated/index.js";
import type { Conserved } from "../physics/conserved.js";
import type { State } from "../physics/kepler.js";
import type { Asteroid } from "../sky/asteroids.js";
import type { Celestial } from "../sky/ephemeris.js";

/** What a run starts from. */
export interface Setting {
  /** The attracting bodies, the Sun first. */
  readonly bodies: readonly Celestial[];
  readonly asteroids: readonly Asteroid[];
  readonly days: number;
  /** How many steps a day is divided into. */
  readonly stepsPerDay: number;
}

/** An asteroid came close to an attracting body. */
export interface CloseApproach {
  readonly asteroid: string;
  readonly body: string;
  /** The smallest there was, in AU. */
  readonly distance: number;
  /** Days since the start. */
  readonly day: number;
}

/** How much of an energy came or went, as a part of it. */
export interface Drift {
  readonly worst: number;
  readonly end: number;
}

/** What a run gave. States are in the frame of the ephemeris, and in the order of the setting. */
export interface Outcome {
  /** The attracting bodies at the start and after every day. */
  readonly history: readonly (readonly State[])[];
  /** The asteroids at the end. */
  readonly asteroids: readonly State[];
  /** Those that are over. */
  readonly approaches: readonly CloseApproach[];
  /** How many approaches were under way at the end. */
  readonly unfinished: number;
  /** What counts as close, in AU. */
  readonly vicinity: number;
  readonly energy: Drift;
  readonly shadowEnergy: Drift;
}

/** Runs the simulation; `onDay` is told of every day that is over. */
export function simulate(setting: Setting, onDay: (day: number) => void): Outcome {
  const world = worldOf(setting);
  const approaches: CloseApproach[] = [];
  world.on(Approach, ({ asteroid, body, distance, day }) => {
    approaches.push({ asteroid: nameOf(world, asteroid), body: nameOf(world, body), distance, day });
  });
  const history = [statesOf(world, Mass)];
  for (let day = 1; day <= setting.days; day++) {
    world.step(1);
    history.push(statesOf(world, Mass));
    onDay(day);
  }
  return {
    history,
    asteroids: statesOf(world, AsteroidOf),
    approaches,
    unfinished: world.query({ all: [Encounter] }).count(),
    vicinity: world.resource(Vicinity).distance,
    energy: driftOf(world.resource(Energy)),
    shadowEnergy: driftOf(world.resource(ShadowEnergy)),
  };
}

/** `step` is called with a day, which the world divides into fixed steps. */
function worldOf({ bodies, asteroids, stepsPerDay }: Setting): World {
  const world = createWorld({ fixedStep: 1 / stepsPerDay, maxFixedSteps: stepsPerDay });
  for (const { name, gm, place, velocity } of bodies) {
    world.spawn({ name: { text: name }, mass: { gm }, position: place, velocity });
  }
  world.spawnMany(asteroids.length, (index) => {
    const { name, population, place, velocity } = asteroids[index];
    return { name: { text: name }, asteroid: { population }, position: place, velocity };
  });
  return world;
}

/** Where all with a component are, and how they move: in the order of their spawning, as queries are. */
function statesOf(world: World, kind: typeof Mass | typeof AsteroidOf): State[] {
  const states: State[] = [];
  world.select([Position, Velocity], { all: [kind] }).each((position, velocity) => {
    states.push({
      place: { x: position.x, y: position.y, z: position.z },
      velocity: { x: velocity.x, y: velocity.y, z: velocity.z },
    });
  });
  return states;
}

function nameOf(world: World, entity: Entity): string {
  return world.get(entity, Name)?.text ?? "";
}

function driftOf({ start = NaN, current, worst }: Conserved): Drift {
  return { worst, end: current / start - 1 };
}
