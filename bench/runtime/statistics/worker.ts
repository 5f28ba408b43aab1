// What statistics cost, in a process of its own: one world, on and off in turns. Two worlds would differ by more than that, since
// their columns lie elsewhere. Writes a `StatisticsMeasurement` as JSON.
import { median } from "../../harness/statistics.js";
import { tagsOf } from "../crowd.js";
import { Amount, createWorld, type Components, type World } from "../crowd/generated/index.js";
import type { StatisticsMeasurement, StatisticsTask } from "./suite.js";

type Way = keyof StatisticsMeasurement["times"];
const ways: readonly Way[] = ["off", "on", "everyStep"];

/** After so many steps all values are what they were. */
const period = 64;
/** Statistics know by then what steps take. */
const settling = 96;

const task = JSON.parse(process.argv[2] ?? "") as StatisticsTask;
process.stdout.write(JSON.stringify(measure(task)));

function measure({ entities, samples, steps }: StatisticsTask): StatisticsMeasurement {
  const world = crowdOf(entities);
  const lines = world.schedule.lines().filter(({ enabled }) => enabled).length;
  const samplesOf: Record<Way, number[]> = { off: [], on: [], everyStep: [] };
  let ran = stepTimes(world, settling);
  let miscounted = 0;
  for (let sample = 0; sample < samples; sample++) {
    for (const turn of ways.keys()) {
      const way = ways[(turn + sample) % ways.length];
      world.timing.stop();
      if (way !== "off") world.timing.start({ everyStep: way === "everyStep" });
      ran += stepTimes(world, settling);
      samplesOf[way].push(timeOf(world, steps) / (steps * lines));
      ran += steps;
      if (way !== "off") miscounted += miscountedOf(world, settling + steps);
    }
  }
  const expected = crowdOf(entities);
  stepTimes(expected, ran % period);
  // Beside what was measured just before or after it: a slow minute of the machine slows both.
  const relative = (way: Way): number => median(samplesOf[way].map((time, sample) => time / samplesOf.off[sample]));
  const off = median(samplesOf.off);
  const times = { off, on: off * relative("on"), everyStep: off * relative("everyStep") };
  return { times, miscounted, sum: sumOf(world), expected: sumOf(expected) };
}

function crowdOf(entities: number): World {
  const world = createWorld();
  world.schedule.disable("crowd.sets.weighing");
  for (let i = 0; i < entities; i++) {
    const tags = tagsOf(i).map((letter) => [`tag${letter}`, true]);
    const components: Components = { amount: { value: i & 63 }, ...Object.fromEntries(tags) };
    world.spawn(components);
  }
  return world;
}

function stepTimes(world: World, times: number): number {
  for (let i = 0; i < times; i++) world.step(1 / 60);
  return times;
}

/** Nanoseconds, of this process or of the clock, whichever are fewer: whatever else the machine does only ever adds to them. */
function timeOf(world: World, steps: number): number {
  const [start, busy] = [performance.now(), process.cpuUsage()];
  stepTimes(world, steps);
  const { user, system } = process.cpuUsage(busy);
  return Math.min((performance.now() - start) * 1e6, (user + system) * 1e3);
}

/** How many functions were counted more or less often than they ran: each that has several lines, in each of them. */
function miscountedOf(world: World, steps: number): number {
  const enabled = world.schedule.lines().filter((line) => line.enabled);
  return world
    .stats()
    .timings.filter(({ name, runs }) => runs !== steps * enabled.filter((line) => line.name === name).length).length;
}

function sumOf(world: World): number {
  let sum = 0;
  world.select([Amount]).each(({ value }) => (sum += value));
  return sum;
}
