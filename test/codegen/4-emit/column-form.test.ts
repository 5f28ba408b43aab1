// Every function of the case `columns` does the same in its loop as when it is called with cursors, bit for bit.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { generate } from "ecsgen";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as own from "../../cases/bodies/columns/systems/bodies.js";
import * as handed from "../../cases/bodies/columns/systems/handed.js";
import {
  Body,
  Other,
  Settings,
  Time,
  Trail,
  createWorld,
  type BodyInit,
  type Entity,
  type OtherInit,
  type World,
} from "../../cases/bodies/columns/generated/index.js";
import type { ChangeQuery, Query, World as AnyWorld } from "../../../runtime/index.js";

type Loop = (world: AnyWorld, query: Query) => void;
type PerEntity = (body: Body, other: Other, time: Time, settings: Settings) => void;

const bodies = { ...own, ...handed };
/** Functions that keep the form of cursors; each says why at its end of the file. */
const kept = new Set([
  "handsForever",
  "handsSpread",
  "handsToCallbacks",
  "handsToComparer",
  "handsToGeneric",
  "handsToKeeper",
  "handsToOwnType",
  "handsToLanguage",
  "handsToLastSwitch",
  "handsToSwitchInBranch",
  "handsToOverloads",
  "handsToOwnDefault",
  "handsWholeOnward",
  "maybeHeldOtherwise",
  "trailInPassing",
  "trailDivides",
  "captures",
  "variable",
  "computed",
  "wholeCaptured",
  "wholeOfSome",
  "wholeOfMaybe",
  "wholeOfOther",
  "indexedBeyond",
  "indexedTwice",
  "indexedDown",
  "whole",
  "beforehand",
  "typed",
  "typedAfter",
  "template",
  "flagsInPassing",
  "narrowedShape",
  "narrowedTarget",
  "narrowedUpdate",
  "narrowedTest",
  "narrowedItem",
  "narrowedWord",
  "narrowedForVariable",
  "narrowedForVariables",
  "narrowedByBranch",
  "narrowedBehind",
  "continued",
  "keepsHanded",
  "handsTable",
  "passesFunction",
  "keepsOverloads",
  "keepsLeaked",
  "keepsChance",
]);
const others = new Set(["factor", "twice", "pace", "forget", "refuse"]);
const optional = [
  "optional",
  "optionalWords",
  "optionalTrue",
  "optionalChained",
  "optionalHanded",
  "optionalWordsSwitched",
  "optionalHeld",
];
const trails = Object.keys(bodies).filter((name) => name.startsWith("trail"));
const names = Object.keys(bodies).filter((name) => ![...others, ...optional, ...trails].includes(name));
const folder = new URL("../../cases/bodies/columns/generated/loops/app/", import.meta.url);

function fileOf(name: string): string {
  const kebab = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return fileURLToPath(new URL(`${kebab}.ts`, folder));
}

async function loopOf(name: string): Promise<Loop> {
  const file = (await import(/* @vite-ignore */ fileOf(name))) as Readonly<Record<string, Loop>>;
  const loop = file[`loopApp${name.charAt(0).toUpperCase()}${name.slice(1)}`];
  if (loop === undefined) throw new Error(`there is no loop of \`${name}\``);
  return loop;
}

const number = fc.oneof(
  fc.constantFrom(0, -0, 1, -1, 0.5, 3, 300, NaN, Infinity, -Infinity, 2 ** 31, 1e30),
  fc.double({ min: -1000, max: 1000 }),
);
const whole = fc.integer({ min: -1000, max: 1000 });
const vector = fc.record({ x: number, y: number, z: number });
const text = fc.string({ maxLength: 6 });
const body: fc.Arbitrary<BodyInit> = fc.record({
  x: number,
  y: number,
  count: whole,
  small: fc.nat(255),
  big: fc.bigInt({ min: -(2n ** 40n), max: 2n ** 40n }),
  on: fc.boolean(),
  mood: fc.constantFrom("idle", "walk", "run"),
  speed: fc.option(number, { nil: undefined }),
  level: fc.option(whole, { nil: undefined }),
  spin: fc.record({ axis: vector, angle: number }),
  home: fc.option(fc.record({ x: number, y: number }), { nil: undefined }),
  at: vector,
  weights: fc.array(number, { minLength: 4, maxLength: 4 }),
  label: text,
  tags: fc.array(text, { maxLength: 4 }),
  pace: fc.option(fc.constantFrom("idle", "walk", "run"), { nil: undefined }),
  glow: fc.option(fc.boolean(), { nil: undefined }),
  far: fc.option(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), { nil: undefined }),
  note: fc.option(text, { nil: undefined }),
  shape: fc.oneof(
    fc.record({ kind: fc.constant("circle"), radius: number }),
    fc.record({ kind: fc.constant("box"), width: number, height: number }),
  ),
});
const other: fc.Arbitrary<OtherInit> = fc.record({
  x: number,
  y: number,
  flag: fc.boolean(),
  scale: number,
  mark: fc.constantFrom("it's", "a */ b", '"said"', "two\nlines", "(`${"),
});
const rows = fc.array(fc.tuple(body, other), { minLength: 1, maxLength: 12 });

function populated(given: readonly (readonly [BodyInit, OtherInit])[]): { world: World; entities: Entity[] } {
  const world = createWorld();
  const entities = given.map(([body, other]) => world.spawn({ body, other }));
  entities.forEach((entity, index) => world.set(entity, Body, { target: entities[index - 1] ?? entity }));
  world.resource(Time).delta = 0.25;
  return { world, entities };
}

function stateOf({ world, entities }: ReturnType<typeof populated>): unknown {
  return [
    entities.map((entity) => [world.get(entity, Body), world.get(entity, Other)]),
    { ...world.resource(Settings), log: [...world.resource(Settings).log] },
  ];
}

/** Every entity has a trail of which all changes were seen. */
function trailed(given: readonly (readonly [BodyInit, OtherInit])[]): ReturnType<typeof populated> & Seen {
  const made = populated(given);
  for (const entity of made.entities)
    made.world.add(entity, Trail, { x: 1, last: made.world.get(entity, Body)?.speed });
  const changes = made.world.tracking.query({ changed: [Trail] });
  changes.run(() => changes.entities());
  return { ...made, changes };
}

interface Seen {
  readonly changes: ChangeQuery;
}

function trailsOf({ world, entities, changes }: ReturnType<typeof trailed>): unknown {
  let seen: readonly Entity[] = [];
  changes.run(() => (seen = [...changes.entities()]));
  return [seen, entities.map((entity) => world.get(entity, Trail))];
}

const project = fileURLToPath(new URL("../../cases/bodies/columns", import.meta.url));

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

describe("the column form", () => {
  it.each(names)("of `%s` gives what its function gives", async (name) => {
    const loop = await loopOf(name);
    const called: unknown = Object.entries(bodies).find(([key]) => key === name)?.[1];
    fc.assert(
      fc.property(rows, (given) => {
        const [printed, plain] = [populated(given), populated(given)];
        printed.world.run(loop, printed.world.query({ all: [Body, Other] }));
        const { world } = plain;
        world.select([Body, Other]).each((body, other) => {
          (called as PerEntity)(body, other, world.resource(Time), world.resource(Settings));
        });
        expect(stateOf(printed)).toStrictEqual(stateOf(plain));
      }),
      { numRuns: 20 },
    );
  });

  it.each(trails)("of `%s` gives what its function gives, and tells as much of it", async (name) => {
    const loop = await loopOf(name);
    const called = Object.entries(bodies).find(([key]) => key === name)?.[1] as (trail: Trail, other: Other) => void;
    fc.assert(
      fc.property(rows, (given) => {
        const [printed, plain] = [trailed(given), trailed(given)];
        printed.world.run(loop, printed.world.query({ all: [Trail, Other] }));
        plain.world.select([Trail, Other]).each(called);
        expect(trailsOf(printed)).toStrictEqual(trailsOf(plain));
      }),
      { numRuns: 30 },
    );
  });

  it.each(optional)("of `%s` gives what its function gives, with and without the component", async (name) => {
    const loop = await loopOf(name);
    const called = Object.entries(bodies).find(([key]) => key === name)?.[1] as (body: Body, other?: Other) => void;
    fc.assert(
      fc.property(rows, fc.infiniteStream(fc.boolean()), (given, coins) => {
        const [printed, plain] = [populated(given), populated(given)];
        for (const [index, entity] of printed.entities.entries()) {
          if (coins.next().value === true) continue;
          for (const { world, entities } of [printed, plain]) world.remove(entities[index] ?? entity, Other);
        }
        printed.world.run(loop, printed.world.query({ all: [Body], optional: [Other] }));
        const { world } = plain;
        world.select([Body]).each((body, entity) => called(body, world.get(entity, Other)));
        expect(stateOf(printed)).toStrictEqual(stateOf(plain));
      }),
    );
  });

  it.each([...names, ...trails, ...optional])("of `%s` is printed, unless something keeps it", (name) => {
    expect(readFileSync(fileOf(name), "utf8").includes("const run = ")).toBe(kept.has(name));
  });
});
