// Shuffling: every allowed order comes up, no other one, and the state of a world does not tell in which order its lines ran.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BeforeSystemRun, firstDifference, LineShuffle, type StepHash } from "ecsgen/runtime";
import { codeOf } from "../kit/code-of.js";
import { createWorld, Rules, type World } from "./kit/generated/index.js";
import { shuffle } from "./kit/generated/shuffle.js";

/** For each line, the earlier ones that it waits for. */
const phases = fc
  .array(fc.uniqueArray(fc.nat(7), { maxLength: 3 }), { maxLength: 8 })
  .map((lines) => lines.map((waits, line) => waits.filter((other) => other < line)));

function runOnce(shuffled: LineShuffle, phase: readonly (readonly number[])[]): number[] {
  const ran: number[] = [];
  phase.forEach((waits, line) => {
    if (waits.length > 0) shuffled.after(...waits);
    shuffled.add(() => void ran.push(line));
  });
  shuffled.run();
  return ran;
}

/** All orders in which no line comes before one that it waits for. */
function allowed(phase: readonly (readonly number[])[], before: readonly number[] = []): string[] {
  const next = [...phase.keys()].filter(
    (line) => !before.includes(line) && (phase[line] ?? []).every((other) => before.includes(other)),
  );
  return next.length === 0 ? [before.join()] : next.flatMap((line) => allowed(phase, [...before, line]));
}

describe("a phase", () => {
  it("runs every line once, behind those that it waits for", () => {
    fc.assert(
      fc.property(phases, fc.maxSafeInteger(), (phase, seed) => {
        const shuffled = new LineShuffle(seed, () => undefined);
        for (let step = 0; step < 3; step++) {
          const ran = runOnce(shuffled, phase);
          expect([...ran].sort((a, b) => a - b)).toEqual([...phase.keys()]);
          phase.forEach((waits, line) => {
            for (const other of waits) expect(ran.indexOf(other)).toBeLessThan(ran.indexOf(line));
          });
        }
      }),
    );
  });

  it("runs in every order that is allowed, sooner or later", () => {
    const shuffled = new LineShuffle(1, () => undefined);
    for (const phase of [
      [[], [], []],
      [[], [0], []],
      [[], [0], [0], [1, 2]],
      [[], [], [0], [1]],
    ]) {
      const seen = new Set(Array.from({ length: 400 }, () => runOnce(shuffled, phase).join()));
      expect([...seen].sort()).toEqual(allowed(phase).sort());
    }
  });

  it("runs in the same orders for the same seed, with a sync point behind every line", () => {
    const log: string[] = [];
    const orders = (seed: number): string[] => {
      const shuffled = new LineShuffle(seed, () => void log.push("sync"));
      return Array.from({ length: 20 }, () => runOnce(shuffled, [[], [], [], []]).join());
    };
    expect(orders(7)).toEqual(orders(7));
    expect(orders(7)).not.toEqual(orders(8));
    expect(log).toHaveLength(4 * 20 * 4);
    expect(codeOf(() => new LineShuffle(0.5, () => undefined))).toBe("InvalidArgument");
  });

  it("asks once for all lines, and not before one of them runs", () => {
    const shuffled = new LineShuffle(1, () => undefined);
    const log: string[] = [];
    const isOpen = shuffled.once(() => log.push("asked") > 5);
    shuffled.add(() => void log.push("first"));
    shuffled.after(0);
    shuffled.add(() => void log.push(`second ${isOpen()}`));
    shuffled.after(1);
    shuffled.add(() => void log.push(`third ${isOpen()}`));
    shuffled.run();
    expect(log).toEqual(["first", "asked", "second false", "third false"]);
  });
});

function started(seed: number, bodies: number): World {
  const world = createWorld({ seed });
  world.spawnMany(bodies, (i) => ({
    position: { x: i / 50 },
    velocity: { x: (i % 5) / 5, y: i },
    ...(i % 2 === 0 && { size: {} }),
    ...(i % 3 === 0 && { luck: {} }),
    ...(i % 4 === 0 && { heat: { degrees: i } }),
  }));
  world.hashes.start();
  return world;
}

function play(world: World, steps: readonly number[]): readonly StepHash[] {
  for (const delta of steps) world.step(delta);
  return world.hashes.all();
}

const steps = fc.array(fc.constantFrom(0.0625, 0.125, 0.3), { minLength: 1, maxLength: 25 });

describe("a shuffled world", () => {
  it("runs in many orders, and keeps those that matter", () => {
    const world = started(1, 20);
    shuffle(world, 3);
    const orders = new Set<string>();
    let order: string[] = [];
    world.on(BeforeSystemRun, ({ system }) => void order.push(system));
    for (let i = 0; i < 30; i++) {
      order = [];
      world.step(0.125);
      orders.add(order.join());
      const before = (a: string, b: string): boolean => order.indexOf(a) < order.indexOf(b);
      expect(before("blow", "move") || !order.includes("blow")).toBe(true);
      expect(before("move", "total") && before("hope", "play") && before("strike", "tally")).toBe(true);
    }
    expect(orders.size).toBeGreaterThan(20);
  });

  it("has the same state behind every step, whatever the order", () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.nat(40), steps, fc.maxSafeInteger(), (seed, bodies, deltas, order) => {
        const [plain, shuffled] = [started(seed, bodies), started(seed, bodies)];
        shuffle(shuffled, order);
        expect(firstDifference(play(plain, deltas), play(shuffled, deltas))).toBeUndefined();
        expect(shuffled.entities.living()).toEqual(plain.entities.living());
        expect(shuffled.validate()).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it("has the same state as the one that was saved and goes on in order", () => {
    const shuffled = started(5, 30);
    shuffle(shuffled, 1);
    play(
      shuffled,
      Array.from({ length: 15 }, () => 0.125),
    );
    const loaded = createWorld();
    loaded.state.load(shuffled.state.save("binary"));
    loaded.hashes.start();
    const later = Array.from({ length: 15 }, () => 0.125);
    expect(firstDifference(play(loaded, later), play(shuffled, later))).toBeUndefined();
  });

  it("leaves out what is disabled, and what a set's condition says no to", () => {
    const [plain, shuffled] = [started(2, 10), started(2, 10)];
    shuffle(shuffled, 9);
    for (const world of [plain, shuffled]) {
      world.schedule.disable("play");
      world.schedule.disable("move");
      world.resource(Rules).windy = false;
    }
    expect(firstDifference(play(plain, [0.125, 0.125]), play(shuffled, [0.125, 0.125]))).toBeUndefined();
    const ran: string[] = [];
    shuffled.on(BeforeSystemRun, ({ system }) => void ran.push(system));
    shuffled.schedule.disable("turn");
    shuffled.resource(Rules).windy = false;
    shuffled.step(0.125);
    expect(ran.filter((line) => ["play", "move", "turn", "blow", "gust"].includes(line))).toEqual([]);
  });
});
