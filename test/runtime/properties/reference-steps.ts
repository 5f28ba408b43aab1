// A step of the kit's schedule, with the kit's own functions, over plain objects; but for
// `splash`, which wants a real world.
import type { Entity } from "ecsgen/runtime";
import * as kit from "../kit/generated/index.js";
import { brake, burn, count, move } from "../kit/systems/functions.js";
import type { ReferenceWorld } from "./reference-world.js";
import { round } from "./rows.js";

const fixedStep = 1 / 4;
const maxFixedSteps = 3;

/** The clock, the score, and the events that wait for `count`, which reads all of them in every step. */
export class ReferenceSteps {
  readonly time: kit.Time = { delta: 0, elapsed: 0, tick: 0 };
  readonly score: kit.Score = { points: 7, best: [] };
  #hits: kit.Hit[] = [];
  #rest = 0;
  #fixedTick = 0;
  #elapsed = 0;
  #tick = 0;

  emit(hit: kit.HitInit = {}): void {
    this.#hits.push({ target: hit.target ?? kit.NO_ENTITY, damage: hit.damage ?? 1 });
  }

  step(world: ReferenceWorld, delta: number): void {
    const due = Math.floor((this.#rest + delta) / fixedStep);
    this.#rest += delta - due * fixedStep;
    for (let i = 0; i < Math.min(due, maxFixedSteps); i++) {
      Object.assign(this.time, { delta: fixedStep, elapsed: this.#fixedTick * fixedStep, tick: this.#fixedTick });
      this.#fixedUpdate(world);
      this.#fixedTick++;
    }
    Object.assign(this.time, { delta, elapsed: this.#elapsed, tick: this.#tick });
    this.#update(world);
    this.#elapsed += delta;
    this.#tick++;
    Object.assign(this.time, { elapsed: this.#elapsed, tick: this.#tick });
  }

  #fixedUpdate(world: ReferenceWorld): void {
    const { Position, Velocity, Pinned, Paused } = kit;
    for (const entity of world.query({ all: [Position, Velocity], none: [Pinned, Paused] }).entities()) {
      const position = world.live(entity, Position);
      const velocity = world.live(entity, Velocity);
      if (position === undefined || velocity === undefined) continue;
      move(position, velocity, this.time);
      round(Position, position);
    }
  }

  #update(world: ReferenceWorld): void {
    const { Velocity, Chosen, Seen, Link, Burning, Wet } = kit;
    for (const entity of world.query({ all: [Velocity], any: [Chosen, Seen] }).entities()) {
      const velocity = world.live(entity, Velocity);
      if (velocity !== undefined) brake(velocity, world.live(entity, Link));
    }
    for (const entity of world.query({ all: [Burning] }).entities()) this.#burn(world, entity);
    world.loop(() => {
      for (const entity of world.query({ all: [Wet] }).entities()) {
        const depth = world.live(entity, Wet)?.depth ?? 0;
        if (depth > 10) world.despawn(entity);
        else if (depth > 5) world.commands.despawn(entity);
      }
    });
    const hits = this.#hits;
    this.#hits = [];
    count(Object.assign(hits, { unread: hits.length, skip: () => undefined }), this.score);
  }

  #burn(world: ReferenceWorld, entity: Entity): void {
    const burning = world.live(entity, kit.Burning);
    const position = world.live(entity, kit.Position);
    if (burning === undefined) return;
    burn(burning, this, entity, world.live(entity, kit.Wet), position);
    round(kit.Burning, burning);
    round(kit.Position, position);
  }
}
