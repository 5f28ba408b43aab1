// A world lives through 10,000 ticks with churn in all that it can do, in the memory of the first 2,000.
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { AfterSpawn, BeforeDespawn, type Entity } from "ecsgen/runtime";
import { expect, it } from "vitest";
import * as kit from "./kit/generated/index.js";

/** How much the heap may differ between two moments, since it also holds what the engine learns of the code. */
const noise = 2_000_000;

/** Collects garbage, and gives back the bytes of the heap that are left. */
function heapInUse(): number {
  setFlagsFromString("--expose-gc");
  const collect: unknown = runInNewContext("gc");
  if (typeof collect === "function") Reflect.apply(collect, undefined, []);
  return process.memoryUsage().heapUsed;
}

/** Numbers that look random, and are the same in every run. */
function randomOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return (state >>> 8) % below;
  };
}

const random = randomOf(11);

/** One tick: everything comes and goes. */
function churn(world: kit.World, crowd: Entity[], tick: number): void {
  const { commands, events, relations, batches, queries, systems } = world;
  const place = random(crowd.length);
  const [one, two, three] = [crowd[place], crowd[random(crowd.length)], crowd[random(crowd.length)]];
  relations.add(one, kit.Likes, two, { amount: tick, note: `${tick}` });
  if (one !== three) relations.add(three, kit.AimsAt, one);
  relations.remove(two, kit.Likes);
  batches.replace(one, kit.Label, { text: `tick ${tick}`, words: [`${tick}`], handle: { name: `${tick}` } });
  batches.remove(two, [kit.Burning, kit.Paused, kit.Label]);
  batches.replace(three, kit.Burning, { heat: 30, cause: `${tick}` });
  commands.add(two, kit.Wet, { depth: random(9) });
  if (world.has(three, kit.Seen)) world.remove(three, kit.Seen);
  else world.add(three, kit.Seen);
  events.emit(kit.Cheer, { text: `${tick}` }, tick % 2 === 0 ? "High" : "Low", one);
  queries.create(`query ${tick}`, { all: [kit.Position, [kit.Likes, two]], none: [kit.Wet] });
  queries.run(`query ${tick}`);
  queries.delete(`query ${tick}`);
  systems.register(`system ${tick}`, (given) => void given.commands.despawn(given.spawn({ position: {} })));
  const stop = world.observers.observe(kit.Position, { added: () => undefined, removed: () => undefined });
  const subscription = events.subscribePre(BeforeDespawn, () => undefined);
  world.resources.insert(kit.Score, { best: [{ name: `${tick}`, points: tick }] });
  world.step(1 / 8);
  systems.unregister(`system ${tick}`);
  events.unsubscribe(subscription);
  stop();
  world.despawn(one);
  for (const [at, entity] of crowd.entries()) {
    if (!world.isAlive(entity)) crowd[at] = world.spawn({ position: { x: tick }, velocity: {}, wet: { depth: 1 } });
  }
}

it("keeps its memory through 10,000 ticks", () => {
  const world = kit.createWorld();
  const crowd = world.spawnMany(200, { position: {}, velocity: {} });
  const heard = { spawns: 0, cheers: 0 };
  world.events.subscribePost(AfterSpawn, () => void heard.spawns++);
  world.on(kit.Cheer, () => void heard.cheers++);
  let tick = 0;
  const live = (until: number): { bytes: number; used: number; heap: number; tables: number; queries: number } => {
    for (; tick < until; tick++) churn(world, crowd, tick);
    const { tables, queries, memory } = world.stats();
    return { bytes: memory.bytes, used: memory.used, heap: heapInUse(), tables, queries };
  };
  const early = live(2_000);
  expect(world.validate().filter(({ kind }) => kind !== "reference")).toEqual([]);
  const late = live(10_000);
  expect(world.validate().filter(({ kind }) => kind !== "reference")).toEqual([]);
  expect({ ...late, used: 0, heap: 0 }).toEqual({ ...early, used: 0, heap: 0 });
  expect(late.used).toBeLessThanOrEqual(early.bytes);
  expect(late.heap - early.heap).toBeLessThan(noise);
  expect(heard.cheers).toBeGreaterThan(9_000);
  expect(heard.spawns).toBeGreaterThan(10_000);
  expect(world.entityCount).toBe(crowd.length);
});
