// In which steps statistics measure, with a clock of the test's own that time passes on when lines run, and when it is looked at.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BeforeSystemRun, type RunTiming } from "ecsgen/runtime";
import { createWorld, type World } from "../kit/generated/index.js";
import { createWorld as createWindy, Rules } from "./kit/generated/index.js";
import { shuffle } from "./kit/generated/shuffle.js";

/** What a look at the clock takes, in milliseconds. */
const look = 0.0003;

interface Watched {
  readonly world: World;
  /** How many looks there were. */
  readonly looks: () => number;
  /** The milliseconds that each line took in each of its runs. */
  readonly truth: ReadonlyMap<string, readonly number[]>;
}

/** A world whose lines take as long as `cost` says, by their names and the number of the step. */
function watched(cost: (line: string, step: number) => number): Watched & { readonly step: (times: number) => void } {
  const truth = new Map<string, number[]>();
  let [now, looks, step] = [0, 0, 0];
  const world = createWorld({
    stopwatch: () => {
      looks++;
      return (now += look);
    },
  });
  world.events.subscribePre(BeforeSystemRun, ({ system }) => {
    const milliseconds = cost(system, step);
    now += milliseconds;
    const known = truth.get(system);
    if (known === undefined) truth.set(system, [milliseconds]);
    else known.push(milliseconds);
    return undefined;
  });
  const run = (times: number): void => {
    for (let i = 0; i < times; i++, step++) world.step(0);
  };
  return { world, looks: () => looks, truth, step: run };
}

function timingOf(world: { stats(): { readonly timings: readonly RunTiming[] } }, line: string): RunTiming {
  const timing = world.stats().timings.find(({ name }) => name === line);
  if (timing === undefined) throw new Error(`there is no line ${line}`);
  return timing;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);
const meanOf = (numbers: readonly number[]): number => sum(numbers) / numbers.length;

describe("the steps in which statistics measure", () => {
  it.each([0.0005, 0.002, 0.007, 0.02])(
    "are so few that they cost less than one per cent of lines of %d ms",
    (long) => {
      const { world, looks, truth, step } = watched(() => long);
      world.timing.start();
      step(64);
      const before = looks();
      step(6000);
      const spent = (looks() - before) * look;
      const took = sum([...truth.values()].flatMap((each) => each.slice(64)));
      expect(spent / took).toBeLessThan(0.01);
      expect(timingOf(world, "burn").measured).toBeGreaterThan(66);
    },
  );

  it("are all of them where lines are long, and those that begin", () => {
    const long = watched(() => 0.4);
    long.world.timing.start();
    long.step(500);
    expect(timingOf(long.world, "burn")).toMatchObject({ runs: 500, measured: 500 });
    const short = watched(() => 0.001);
    short.world.timing.start();
    short.step(64);
    expect(timingOf(short.world, "burn").measured).toBe(64);
    short.step(436);
    expect(timingOf(short.world, "burn")).toMatchObject({ runs: 500 });
    expect(timingOf(short.world, "burn").measured).toBeLessThan(120);
  });

  it("are all of them when that is asked for, or a trace is kept", () => {
    for (const options of [{ everyStep: true }, { intervals: 10 }, { everyStep: false, intervals: 10 }]) {
      const { world, step } = watched(() => 0);
      world.timing.start(options);
      step(300);
      expect(timingOf(world, "burn")).toMatchObject({ runs: 300, measured: 300 });
      expect(world.stats().step).toMatchObject({ runs: 300, measured: 300 });
    }
  });

  it("follow what steps take", () => {
    const { world, step } = watched((_, number) => (number < 1000 ? 0.001 : 1));
    world.timing.start();
    step(1000);
    expect(timingOf(world, "burn").measured).toBeLessThan(150);
    step(2000);
    expect(timingOf(world, "burn").measured).toBeGreaterThan(1000);
  });

  it("are measured as a whole more often than line by line", () => {
    const { world, step } = watched(() => 0.01);
    world.timing.start();
    step(2000);
    const whole = world.stats().step;
    expect(whole.runs).toBe(2000);
    expect(whole.measured).toBeGreaterThan(timingOf(world, "burn").measured);
    expect(whole.mean).toBeCloseTo(4 * 0.01, 2);
  });

  it("do not depend on chance or the clock of the world, nor it on them", () => {
    const [plain, measured] = [createWindy(), createWindy()];
    measured.timing.start();
    for (let i = 0; i < 200; i++) {
      plain.step(0.125);
      measured.step(0.125);
    }
    expect(measured.state.hash()).toEqual(plain.state.hash());
  });
});

describe("what is known of runs that were not measured", () => {
  it("is how many they were, whatever kept lines from running", () => {
    const change = fc.record({
      line: fc.constantFrom("move", "gust", "blow", "age", "tally", "weather"),
      enabled: fc.boolean(),
      windy: fc.boolean(),
      delta: fc.constantFrom(0, 0.125, 0.3),
      steps: fc.integer({ min: 1, max: 120 }),
      cancelled: fc.constantFrom("grow", "arrive", undefined),
      shuffled: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 5 }), (changes) => {
        const world = createWindy();
        if (changes[0]?.shuffled === true) shuffle(world, 7);
        const ran = new Map<string, number>();
        let stopped: string | undefined;
        world.events.subscribePre(BeforeSystemRun, ({ system }) => {
          if (system === stopped) return "cancel";
          ran.set(system, (ran.get(system) ?? 0) + 1);
          return undefined;
        });
        world.timing.start();
        for (const { line, enabled, windy, delta, steps, cancelled } of changes) {
          stopped = cancelled;
          world.resource(Rules).windy = windy;
          if (enabled) world.schedule.enable(line as "move");
          else world.schedule.disable(line as "move");
          for (let i = 0; i < steps; i++) world.step(delta);
        }
        for (const { name, runs } of world.stats().timings) expect([name, runs]).toEqual([name, ran.get(name) ?? 0]);
      }),
      { numRuns: 20 },
    );
  });

  it.each([2, 3, 7])("is how long they took, also where one in %d is slow", (period) => {
    const { world, truth, step } = watched((line, number) => {
      if (line !== "burn") return 0.02;
      return number % period === 0 ? 0.2 : 0.02;
    });
    world.timing.start();
    step(20_000);
    const burn = timingOf(world, "burn");
    expect(burn.runs).toBe(20_000);
    expect(burn.measured).toBeLessThan(20_000 / 2);
    const exact = meanOf(truth.get("burn") ?? []) + look;
    expect(Math.abs(burn.mean / exact - 1)).toBeLessThan(0.1);
    expect(burn.total).toBeCloseTo(burn.mean * 20_000);
    expect(Math.abs(burn.p95 / (0.2 + look) - 1)).toBeLessThan(0.032);
    expect(timingOf(world, "brake").mean).toBeCloseTo(0.02 + look, 6);
  });

  it("does not come from the first steps alone, which are slow and all measured", () => {
    const { world, truth, step } = watched((_, number) => (number < 60 ? 0.05 : 0.005));
    world.timing.start();
    step(20_000);
    const { mean, p95, max } = timingOf(world, "burn");
    expect(Math.abs(mean / (meanOf(truth.get("burn") ?? []) + look) - 1)).toBeLessThan(0.03);
    expect(Math.abs(p95 / (0.005 + look) - 1)).toBeLessThan(0.032);
    expect(max).toBeCloseTo(0.05 + look);
  });

  it("is how many rows they looked at", () => {
    const { world, step } = watched(() => 0.002);
    world.spawnMany(5, { burning: {} });
    world.timing.start();
    step(3000);
    const { runs, measured, rows } = timingOf(world, "burn");
    expect(measured).toBeLessThan(1000);
    expect(rows).toBe(5 * runs);
  });
});
