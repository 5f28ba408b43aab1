// Every function of the case `rows` does the same where its loops over rows are printed as when it is called with cursors, bit
// for bit.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { generate } from "ecsgen";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as bodies from "../../cases/bodies/rows/systems/bodies.js";
import {
  Asleep,
  Follows,
  Glow,
  Place,
  Settings,
  Soul,
  Speed,
  Time,
  createWorld,
  type Components,
  type Entity,
  type World,
} from "../../cases/bodies/rows/generated/index.js";
import { AppMixedAwake } from "../../cases/bodies/rows/generated/queries/app/mixed/awake.js";
import { AppMixedBodies } from "../../cases/bodies/rows/generated/queries/app/mixed/bodies.js";
import { AppMixedGlowing } from "../../cases/bodies/rows/generated/queries/app/mixed/glowing.js";

type Run = (
  bodies: AppMixedBodies,
  awake: AppMixedAwake,
  glowing: AppMixedGlowing,
  time: Time,
  settings: Settings,
) => void;

/** Functions that are called with cursors; each says why in its body. */
const kept = new Set(["onlyWhole", "captures", "sparse", "handsOnlyBack"]);
const names = Object.keys(bodies).filter((name) => name !== "pace" && name !== "far");
const project = fileURLToPath(new URL("../../cases/bodies/rows", import.meta.url));

function fileOf(name: string): string {
  const kebab = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return `${project}/generated/loops/app/${kebab}.ts`;
}

async function printedOf(name: string): Promise<Run> {
  const file = (await import(/* @vite-ignore */ fileOf(name))) as Readonly<Record<string, Run>>;
  const found = file[`loopApp${name.charAt(0).toUpperCase()}${name.slice(1)}`];
  if (found === undefined) throw new Error(`\`${name}\` is not printed`);
  return found;
}

const number = fc.oneof(fc.constantFrom(0, -0, 1, 40, NaN, Infinity), fc.integer({ min: -60, max: 60 }));
const soul = fc.record({
  mood: fc.constantFrom("idle", "walk", "run"),
  awake: fc.boolean(),
  energy: fc.option(number, { nil: undefined }),
  spin: fc.record({ axis: fc.record({ x: number, y: number }), angle: number }),
  name: fc.string({ maxLength: 4 }),
  words: fc.array(fc.string({ maxLength: 2 }), { maxLength: 2 }),
});
const present = fc.constant(true as const);
const entity = fc.record(
  {
    place: fc.record({ x: number, y: number }),
    speed: fc.record({ x: number, y: number }),
    soul,
    glow: fc.record({ heat: number }),
    hidden: present,
    asleep: present,
  },
  { requiredKeys: ["place"] },
);
const following = fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { maxLength: 6 });
const worlds = fc.tuple(fc.array(entity, { maxLength: 10 }), following);

function populated([given, follows]: readonly [readonly Components[], readonly (readonly [number, number])[]]): World {
  const world = createWorld();
  const entities = given.map((components) => world.spawn(components));
  for (const [from, to] of follows) {
    const [source, target] = [entities[from], entities[to]];
    if (source !== undefined && target !== undefined) world.relations.add(source, Follows, target);
  }
  world.resource(Time).delta = 0.25;
  return world;
}

function run(world: World, called: Run): void {
  const rows = [new AppMixedBodies(world), new AppMixedAwake(world), new AppMixedGlowing(world)] as const;
  world.runs.waiting(called, ...rows, world.resource(Time), world.resource(Settings));
}

function stateOf(world: World): unknown {
  const all: Entity[] = world.query({ all: [Place] }).entities();
  const { factor, count, log } = world.resource(Settings);
  return [
    all.map((each) => [
      [world.get(each, Place), world.get(each, Speed), world.get(each, Soul)],
      [world.get(each, Glow), world.has(each, Asleep)],
    ]),
    { factor, count, log: [...log] },
  ];
}

it("is generated from its bodies", async () => {
  const result = await generate(project, { mode: "check", cache: false });
  expect(result.diagnostics).toEqual([]);
  expect(result).toMatchObject({ created: [], changed: [], removed: [] });
});

it("compiles as strictly as the rest", () => {
  const tsc = fileURLToPath(new URL("../../../node_modules/typescript/bin/tsc", import.meta.url));
  const { stdout } = spawnSync(process.execPath, [tsc, "-p", project, "--pretty", "false"], { encoding: "utf8" });
  expect(stdout).toBe("");
}, 60_000);

describe("printed loops over rows", () => {
  it.each(names.filter((name) => !kept.has(name)))("of `%s` do what its function does", async (name) => {
    const printed = await printedOf(name);
    const called = Object.entries(bodies).find(([key]) => key === name)?.[1] as Run;
    fc.assert(
      fc.property(worlds, (given) => {
        const [one, other] = [populated(given), populated(given)];
        run(one, printed);
        run(other, called);
        expect(stateOf(one)).toStrictEqual(stateOf(other));
      }),
      { numRuns: 30 },
    );
  });

  it.each(names)("of `%s` are there, unless something keeps all of them", (name) => {
    expect(existsSync(fileOf(name))).toBe(!kept.has(name));
  });
});
