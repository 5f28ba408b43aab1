// A step of the kit's schedule, with the kit's own functions, over plain objects; but for
// `splash`, which wants a real world.
import type { Entity, EventType, ResourceType } from "ecsgen/runtime";
import * as kit from "../kit/generated/index.js";
import { brake, burn, count, move } from "../kit/systems/functions.js";
import { failWith } from "./failures.js";
import type { ReferenceWorld } from "./reference-world.js";
import { round } from "./rows.js";
import type { ResourcesLike } from "./world-like.js";

const fixedStep = 1 / 4;
const maxFixedSteps = 3;

/** The resources of the kit. */
export class ReferenceResources implements ResourcesLike {
  readonly #requireOpen: () => void;
  score: kit.Score | undefined = kit.Score.create();
  time: kit.Time | undefined = kit.Time.create();

  constructor(requireOpen: () => void) {
    this.#requireOpen = requireOpen;
  }

  find(type: ResourceType): unknown {
    return type === kit.Score ? this.score : this.time;
  }

  insert(type: ResourceType, init?: kit.ScoreInit): unknown {
    this.#requireOpen();
    if (type === kit.Score) this.score = kit.Score.create(init);
    else this.time = kit.Time.create();
    return this.find(type);
  }

  remove(type: ResourceType): boolean {
    this.#requireOpen();
    const present = this.find(type) !== undefined;
    if (type === kit.Score) this.score = undefined;
    else this.time = undefined;
    return present;
  }

  reset(): void {
    this.score = kit.Score.create();
    this.time = kit.Time.create();
  }
}

/** An event that waits for `count`, which reads all of them in every step, unless it is cancelled. */
interface WaitingHit {
  readonly hit: kit.Hit;
  /** At the end of how many steps it was there. */
  steps: number;
}

/** How far the time of a world had come. */
export interface TimeCopy {
  readonly elapsed: number;
  readonly rest: number;
  readonly systemRest: number;
  readonly fixedTick: number;
  readonly tick: number;
}

/** How far the time has come, and the events that wait. */
export class ReferenceSteps {
  readonly #world: ReferenceWorld;
  #hits: WaitingHit[] = [];
  #rest = 0;
  #systemRest = 0;
  #fixedTick = 0;
  #tick = 0;

  constructor(world: ReferenceWorld) {
    this.#world = world;
  }

  /** An event that readers see. */
  emitted(type: EventType, payload: unknown): void {
    if (type === kit.Hit) this.#hits.push({ hit: kit.Hit.create(Object(payload)), steps: 0 });
  }

  step(delta: number): void {
    const { gate, resources, structure, systems } = this.#world;
    const { time } = resources;
    const due = dueIn(this.#rest + delta);
    this.#rest += delta - due * fixedStep;
    repeat(due, () => {
      show(time, fixedStep, this.#fixedTick * fixedStep, this.#fixedTick);
      this.#fixedUpdate();
      structure.sync();
      systems.runPhase("fixedUpdate", fixedStep);
      structure.sync();
      this.#fixedTick++;
    });
    show(time, delta, gate.elapsed, this.#tick);
    this.#update();
    systems.runPhase("update", delta);
    structure.sync();
    gate.elapsed += delta;
    this.#tick++;
    show(time, delta, gate.elapsed, this.#tick);
    this.#hits = this.#hits.filter((waiting) => waiting.steps++ === 0);
  }

  /** The registered systems alone. */
  stepSystems(delta: number): void {
    const { structure, systems } = this.#world;
    structure.sync(); // behind `preUpdate`, in which nothing stands
    const due = dueIn(this.#systemRest + delta);
    this.#systemRest += delta - due * fixedStep;
    structure.sync(); // behind the phases before the fixed ones
    repeat(due, () => {
      systems.runPhase("fixedUpdate", fixedStep);
      structure.sync();
    });
    systems.runPhase("update", delta);
    structure.sync();
  }

  copy(): TimeCopy {
    const { elapsed } = this.#world.gate;
    const [rest, systemRest, fixedTick, tick] = [this.#rest, this.#systemRest, this.#fixedTick, this.#tick];
    return { elapsed, rest, systemRest, fixedTick, tick };
  }

  takeOver({ elapsed, rest, systemRest, fixedTick, tick }: TimeCopy): void {
    this.#world.gate.elapsed = elapsed;
    [this.#rest, this.#systemRest, this.#fixedTick, this.#tick] = [rest, systemRest, fixedTick, tick];
    this.#hits = [];
  }

  reset(): void {
    this.#world.gate.elapsed = 0;
    this.#rest = this.#systemRest = this.#fixedTick = this.#tick = 0;
    this.#hits = [];
  }

  #fixedUpdate(): void {
    const { Position, Velocity, Pinned, Paused } = kit;
    const world = this.#world;
    this.#loop("move", () => {
      const time = world.resources.time ?? failWith("ResourceMissing");
      for (const entity of world.query({ all: [Position, Velocity], none: [Pinned, Paused] }).entities()) {
        const position = world.live(entity, Position);
        const velocity = world.live(entity, Velocity);
        if (position === undefined || velocity === undefined) continue;
        move(position, velocity, time);
        round(Position, position);
      }
    });
  }

  #update(): void {
    const { Velocity, Chosen, Seen, Link, Burning, Wet } = kit;
    const world = this.#world;
    this.#loop("brake", () => {
      for (const entity of world.query({ all: [Velocity], any: [Chosen, Seen] }).entities()) {
        const velocity = world.live(entity, Velocity);
        if (velocity !== undefined) brake(velocity, world.live(entity, Link));
      }
    });
    this.#loop("burn", () => {
      for (const entity of world.query({ all: [Burning] }).entities()) this.#burn(entity);
    });
    this.#loop("splash", () => {
      for (const entity of world.query({ all: [Wet] }).entities()) {
        const depth = world.live(entity, Wet)?.depth ?? 0;
        if (depth > 10) world.despawn(entity);
        else if (depth > 5) world.commands.despawn(entity);
      }
    });
    const score = world.resources.score ?? failWith("ResourceMissing");
    world.systems.runWatched("count", () => {
      const hits = this.#hits.splice(0).map(({ hit }) => hit);
      count(Object.assign(hits, { unread: hits.length, skip: () => undefined }), score);
      if (world.systems.areWatched) world.structure.sync();
    });
    world.structure.sync();
  }

  /** No line of a phase could see what waits, so it waits until the end of the phase; but whoever is told of runs sees it at once. */
  #loop(system: string, run: () => void): void {
    const { structure, systems } = this.#world;
    const watched = systems.areWatched;
    systems.runWatched(system, () => (watched ? structure.loop(run) : structure.defer(run)));
  }

  #burn(entity: Entity): void {
    const world = this.#world;
    const burning = world.live(entity, kit.Burning);
    const position = world.live(entity, kit.Position);
    if (burning === undefined) return;
    const hits = { emit: (hit?: kit.HitInit) => world.events.emit(kit.Hit, hit) };
    burn(burning, hits, entity, world.live(entity, kit.Wet), position);
    round(kit.Burning, burning);
    round(kit.Position, position);
  }
}

/** How often the fixed step fits. */
function dueIn(passed: number): number {
  return Math.floor(passed / fixedStep);
}

function repeat(due: number, run: () => void): void {
  for (let i = 0; i < Math.min(due, maxFixedSteps); i++) run();
}

function show(time: kit.Time | undefined, delta: number, elapsed: number, tick: number): void {
  if (time !== undefined) Object.assign(time, { delta, elapsed, tick });
}
