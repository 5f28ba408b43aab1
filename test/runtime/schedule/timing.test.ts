// What is measured while a world runs: statistics and traces, with a stopwatch that tells what the test says.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BeforeSystemRun, type RunTiming, type Trace, type TraceInterval } from "ecsgen/runtime";
import { codeOf } from "../kit/code-of.js";
import { Cheer, createWorld, type World } from "../kit/generated/index.js";

/** Every look at it is a millisecond later. */
function ticking(): () => number {
  let now = 1000;
  return () => now++;
}

/** By what they were called in the schedule. */
function measured(world: World): Record<string, Pick<RunTiming, "runs" | "mean" | "p95" | "rows">> {
  const entries = world.stats().timings.map(({ name, phase, runs, mean, p95, rows }) => {
    return [`${phase} ${name}`, { runs, mean, p95, rows }] as const;
  });
  return Object.fromEntries(entries);
}

/** Those of the events that have a time. */
function intervals({ traceEvents }: Trace): TraceInterval[] {
  return traceEvents.filter((event) => event.ph === "X");
}

const spans = (world: World): string[] =>
  intervals(world.timing.trace()).map(({ name, cat, ts, dur }) => `${cat} ${name} ${ts / 1000}..${(ts + dur) / 1000}`);

describe("statistics of lines", () => {
  it("are off until they are asked for", () => {
    const looks: number[] = [];
    const world = createWorld({ stopwatch: () => looks.push(0) });
    world.step(0.5);
    expect(world.timing.on).toBe(false);
    expect(world.stats().timings).toEqual([]);
    expect(world.stats().step.runs).toBe(0);
    expect(looks).toEqual([]);
  });

  it("count runs, times and rows of each line, in the order of the schedule", () => {
    const world = createWorld({ stopwatch: ticking() });
    world.spawnMany(3, { position: {}, velocity: {} });
    world.spawnMany(2, { position: {}, velocity: {}, pinned: true });
    world.spawnMany(4, { burning: {} });
    world.timing.start();
    world.step(0.5);
    world.step(0.25);
    const line = (runs: number, rows: number): object => ({ runs, mean: 1, p95: 1, rows });
    expect(measured(world)).toEqual({
      "fixedUpdate move": line(3, 9),
      "update brake": line(2, 10),
      "update burn": line(2, 8),
      "update splash": line(2, 0),
      "update count": line(2, 0),
    });
    expect(Object.keys(measured(world))).toEqual(world.schedule.lines().map(({ name, phase }) => `${phase} ${name}`));
  });

  it("know the lines that did not run", () => {
    const world = createWorld({ stopwatch: ticking() });
    world.timing.start();
    world.schedule.disable("burn");
    world.events.subscribePre(BeforeSystemRun, ({ system }) => (system === "brake" ? "cancel" : undefined));
    world.step(0);
    expect(measured(world)).toMatchObject({
      "fixedUpdate move": { runs: 0, mean: 0, p95: 0, rows: 0 },
      "update brake": { runs: 0 },
      "update burn": { runs: 0 },
      "update splash": { runs: 1, mean: 1 },
    });
  });

  it("stay when it is stopped, and begin anew when it is started", () => {
    const world = createWorld({ stopwatch: ticking() });
    world.timing.start();
    world.step(0.25);
    world.timing.stop();
    world.step(0.25);
    expect(measured(world)["update brake"]?.runs).toBe(1);
    world.timing.start();
    expect(measured(world)["update brake"]?.runs).toBe(0);
    world.reset();
    expect([world.timing.on, world.stats().timings]).toEqual([false, []]);
  });

  it("tell of registered systems behind the lines, also while it is off", () => {
    const world = createWorld({ stopwatch: ticking() });
    world.spawnMany(5, { position: {} });
    world.systems.register("look", () => undefined, { phase: "render" });
    world.step(0.25);
    expect(measured(world)).toEqual({ "render look": { runs: 1, mean: 1, p95: 1, rows: 5 } });
    world.timing.start();
    world.step(0.25);
    expect(Object.keys(measured(world)).at(-1)).toBe("render look");
    expect(world.systems.stats("look")).toMatchObject({ runs: 2, rows: 10, max: 1, failures: 0 });
  });

  it("use the clock of the host when nothing else is given", () => {
    const world = createWorld();
    world.timing.start();
    for (let i = 0; i < 20; i++) world.step(0.25);
    const [move] = world.stats().timings;
    expect(move?.total).toBeGreaterThan(0);
    expect(move?.mean).toBeCloseTo((move?.total ?? 0) / 20);
    expect(move?.max).toBeGreaterThanOrEqual(move?.p95 ?? Infinity);
  });

  it("are refused with what is no stopwatch, or no number of intervals", () => {
    // @ts-expect-error a number
    expect(codeOf(() => createWorld({ stopwatch: 5 }))).toBe("InvalidArgument");
    const world = createWorld();
    for (const intervals of [-1, 0.5, Number.NaN, 2 ** 25]) {
      expect(codeOf(() => world.timing.start({ intervals }))).toBe("InvalidArgument");
    }
    expect(world.timing.on).toBe(false);
  });
});

describe("percentiles", () => {
  it("are at most 3.2 per cent off those of all runs", () => {
    const duration = fc.double({ min: 2 ** -14, max: 2 ** 16, noNaN: true });
    const runs = fc.array(duration, { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(runs, (durations) => {
        const left = durations.flatMap((each) => [0, each]);
        const world = createWorld({ stopwatch: () => left.shift() ?? 0 });
        world.systems.register("each", () => undefined);
        for (const _ of durations) world.systems.run("each", 0);
        const exact = [...durations].sort((a, b) => a - b)[Math.ceil(durations.length * 0.95) - 1] ?? 0;
        const found = world.systems.stats("each")?.p95 ?? 0;
        expect(Math.abs(found - exact) / exact).toBeLessThan(0.032);
      }),
    );
  });

  it("are never longer than the longest run, nor lost for what is out of range", () => {
    const left = [0, 0, 0, 1e-9, 0, 1e9];
    const world = createWorld({ stopwatch: () => left.shift() ?? 0 });
    world.systems.register("each", () => undefined);
    world.systems.run("each", 0);
    expect(world.systems.stats("each")?.p95).toBe(0);
    world.systems.run("each", 0);
    expect(world.systems.stats("each")?.p95).toBe(1e-9);
    world.systems.run("each", 0);
    expect(world.systems.stats("each")?.p95).toBeGreaterThan(1e5);
  });
});

describe("a trace", () => {
  it("has steps, in them phases, in them lines and systems", () => {
    const world = createWorld({ stopwatch: ticking() });
    world.spawn({ position: {}, velocity: {} });
    world.systems.register("look", () => undefined, { phase: "render" });
    world.timing.start({ intervals: 100 });
    world.step(0.25);
    expect(spans(world)).toEqual([
      "step step 1000..1012",
      "phase fixedUpdate 1001..1003",
      "line move 1001..1002",
      "phase update 1003..1008",
      "line brake 1003..1004",
      "line burn 1004..1005",
      "line splash 1005..1006",
      "line count 1006..1007",
      "phase render 1008..1011",
      "system look 1009..1010",
    ]);
    const [step, , move] = intervals(world.timing.trace());
    expect([step?.args, move?.args]).toEqual([{ step: 0 }, { rows: 1 }]);
  });

  it("has sync points of their own, where something waited", () => {
    const world = createWorld({ stopwatch: ticking() });
    world.spawn({ wet: { depth: 7 } });
    world.timing.start({ intervals: 100 });
    world.step(0);
    const inUpdate = spans(world).filter((span) => /^(?:phase|line|sync)/.test(span));
    expect(inUpdate).toEqual([
      "phase update 1001..1008",
      "line brake 1001..1002",
      "line burn 1002..1003",
      "line splash 1003..1004",
      "line count 1004..1005",
      "sync sync point 1006..1007",
    ]);
  });

  it("is JSON of the trace event format, of complete events that nest", () => {
    const world = createWorld();
    world.spawnMany(100, { position: {}, velocity: {}, burning: {} });
    world.timing.start({ intervals: 1000 });
    for (let i = 0; i < 5; i++) world.step(0.3);
    const read = JSON.parse(JSON.stringify(world.timing.trace())) as Trace;
    const ends: number[] = [];
    const depths = new Set<number>();
    // As Perfetto reads them: cut off at whole nanoseconds, and then what overlaps is left out.
    for (const { ts, dur, ...event } of intervals(read)) {
      expect(event).toMatchObject({ ph: "X", pid: 1, tid: 1 });
      const [start, length] = [Math.trunc(ts * 1000), Math.trunc(dur * 1000)];
      while (ends.length > 0 && start >= (ends.at(-1) ?? 0)) ends.pop();
      expect(start + length).toBeLessThanOrEqual(ends.at(-1) ?? Infinity);
      ends.push(start + length);
      depths.add(ends.length);
    }
    expect(intervals(read).filter(({ cat }) => cat === "step")).toHaveLength(5);
    expect(read.traceEvents.filter(({ ph }) => ph === "M").map(({ name, args }) => [name, args])).toEqual([
      ["process_name", { name: "ecsgen" }],
      ["thread_name", { name: "world" }],
    ]);
    expect(depths).toContain(3);
  });

  it("loses no nanosecond where microseconds are cut off at them", () => {
    const time = fc.integer({ min: 0, max: 10 ** 13 });
    fc.assert(
      fc.property(time, fc.integer({ min: 0, max: 10 ** 10 }), (begin, length) => {
        const looks = [begin, begin, begin + length].map((nanoseconds) => nanoseconds / 1e6);
        const world = createWorld({ stopwatch: () => looks.shift() ?? (begin + length) / 1e6 });
        world.timing.start({ intervals: 100 });
        world.step(0);
        const brake = intervals(world.timing.trace()).find(({ name }) => name === "brake");
        expect([brake?.ts, brake?.dur].map((told = -1) => Math.trunc(told * 1000))).toEqual([begin, length]);
      }),
      { examples: [[1001, 1001]] },
    );
  });

  it("keeps the last intervals only", () => {
    const world = createWorld({ stopwatch: ticking() });
    world.timing.start({ intervals: 7 });
    for (let i = 0; i < 10; i++) world.step(0);
    const kept = intervals(world.timing.trace());
    expect(kept).toHaveLength(7);
    expect(kept.filter(({ cat }) => cat === "step").map(({ args }) => args)).toEqual([{ step: 8 }, { step: 9 }]);
  });

  it("is refused where none is kept", () => {
    const world = createWorld();
    expect(codeOf(() => world.timing.trace())).toBe("NoTrace");
    world.timing.start();
    world.step(0);
    expect(codeOf(() => world.timing.trace())).toBe("NoTrace");
    world.timing.start({ intervals: 10 });
    expect(world.timing.trace().traceEvents).toEqual([]);
    world.step(0);
    world.timing.stop();
    expect(intervals(world.timing.trace())).not.toEqual([]);
    world.reset();
    expect(codeOf(() => world.timing.trace())).toBe("NoTrace");
  });

  it("has systems that are stepped alone, in their phases", () => {
    const world = createWorld({ stopwatch: ticking() });
    world.systems.register("look", () => undefined, { phase: "render" });
    world.timing.start({ intervals: 100 });
    world.stepSystems(0);
    expect(spans(world)).toEqual(["phase render 1000..1003", "system look 1001..1002"]);
  });

  it("begins with a whole step", () => {
    const world = createWorld({ stopwatch: ticking() });
    world.systems.register("start", () => {
      if (!world.timing.on) world.timing.start({ intervals: 100 });
    });
    world.step(0);
    expect(spans(world).filter((span) => !span.startsWith("system"))).toEqual([]);
    expect([world.stats().step.runs, measured(world)["update brake"]?.runs]).toEqual([0, 0]);
    world.step(0);
    expect(spans(world).filter((span) => span.startsWith("step"))).toHaveLength(1);
    expect([world.stats().step.runs, measured(world)["update brake"]?.runs]).toEqual([1, 1]);
  });

  it("begins with a whole step, also where a handler starts it before the first phase", () => {
    const world = createWorld({ stopwatch: ticking() });
    world.on(Cheer, () => world.timing.start({ intervals: 100 }));
    world.emit(Cheer);
    world.step(0);
    expect(world.timing.on).toBe(true);
    expect(spans(world)).toEqual([]);
    expect(measured(world)["update brake"]?.runs).toBe(0);
    world.step(0);
    expect(spans(world)[0]).toMatch(/^step/);
    expect([world.stats().step.runs, measured(world)["update brake"]?.runs]).toEqual([1, 1]);
  });
});
