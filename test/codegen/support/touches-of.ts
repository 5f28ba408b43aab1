// Projects of one function, and what that function is found to touch.
import { expect } from "vitest";
import type { Touch } from "../../../codegen/model/access.js";
import { prove } from "../../../codegen/pipeline.js";
import { memoryHost, memoryRoot } from "./memory-host.js";

const schema = `import { bundle, clock, component, event, f32, list, map, prefab, relation, resource, string, struct, tag, toggle, vec3, vector } from "ecsgen/schema";

export class Body extends component({ at: vec3, spin: struct({ axis: vec3, speed: f32, inner: struct({ speed: f32 }) }), name: string, marks: list(struct({ x: f32 })), tags: list(string), cells: vector(f32, 4), bag: map(struct({ n: f32 })) }) {}
export class Speed extends component({ x: f32, y: f32 }) {}
export class Frozen extends tag() {}
export class Lit extends toggle() {}
export class ChildOf extends relation({ since: f32 }) {}
export class Score extends resource({ points: f32, best: f32, names: list(string) }) {}
export class Time extends clock() {}
export class Hit extends event({ force: f32 }) {}
export const mover = bundle({ components: [Speed, Frozen] });
export const lamp = prefab({ components: [Lit] });
`;

const imports = `import type { Commands, Entity, EventReader, EventWriter, Query, World } from "ecsgen/schema";
import { pairs, rowOf } from "ecsgen/runtime";
import type { Body, Speed, Score, Time, Hit } from "./schema.js";
import { Body as BodyToken } from "./generated/components/body.js";
import { Frozen } from "./generated/components/frozen.js";
import { Lit } from "./generated/components/lit.js";
import { Lamp } from "./generated/bundles/lamp.js";
import { Mover } from "./generated/bundles/mover.js";
import { Speed as SpeedToken } from "./generated/components/speed.js";
import { ChildOf } from "./generated/relations/child-of.js";
import { Score as ScoreToken } from "./generated/resources/score.js";
import { Hit as HitToken } from "./generated/events/hit.js";
import * as helpers from "./helpers.js";
import * as tokens from "./tokens.js";
import { both, byName, eachOf, grow, inOne, inTurn, later, mixed, pieces, restrip, rows, same, strip, stripAll, Stripper, swap, toggles, tools, spread, loose } from "./tokens.js";
import { pairs as together } from "ecsgen/runtime";
import { atOf, console, copied, half, inObject, ifBig, ignore, length, nudge, ping, setLater, spawnOne, spun, through, visit } from "./helpers.js";
`;

const helpers = `import type { World } from "ecsgen/schema";
import { Frozen } from "./generated/components/frozen.js";
import type { Body, Speed } from "./schema.js";

export function length(of: { readonly x: number; readonly y: number }): number {
  return Math.hypot(of.x, of.y);
}
export function atOf(body: Body): Body["at"] {
  if (body.name === "") return body.spin.axis;
  return body.at;
}
export const inObject = (body: Body): { at: Body["at"]; far: { axis: Body["at"] } } => ({ at: atOf(body), far: { axis: body.spin.axis } });
export const through = (body: Body): ReturnType<typeof inObject> => inObject(body);
export const copied = (body: Body): Body["at"] => ({ x: body.at.x, y: 0, z: 0 });
export const half = (x: number): number => x / 2;
export function ignore(_x: number): void {}
export const nudge = (by: number, body: Body): void => move(body.at, by);
function move(at: { x: number }, by: number): void {
  at.x += by;
}
export function spawnOne(world: World): void {
  world.spawn({ speed: { x: 1 }, frozen: true });
}
export function visit(body: Body, depth: number): void {
  if (depth > 0) visit(body, depth - 1);
  else body.spin.speed = 0;
}
export function ping(part: { speed: number; inner?: { speed: number } }): void {
  part.speed = 1;
  if (part.inner !== undefined) pong(part.inner);
}
function pong(part: { speed: number; inner?: { speed: number } }): void {
  ping(part);
}
export const setLater = (body: Body): void => {
  const go = (): void => void (at.x = 1);
  const at = body.at;
  go();
};
export const ifBig = (mark: { x: number }): boolean => mark.x > 1;
export const spun = (body: Body, spin = body.spin): void => void (spin.speed = 1);
export const console = { log: (body: Body): void => void (body.at.x = 1) };
`;

const tokens = `import type { Entity, World } from "ecsgen/schema";
import type { Body } from "./schema.js";
import type { ComponentType } from "ecsgen/runtime";
import { Frozen } from "./generated/components/frozen.js";
import { Lit } from "./generated/components/lit.js";
import { Lamp } from "./generated/bundles/lamp.js";
import { Mover } from "./generated/bundles/mover.js";
import { Speed } from "./generated/components/speed.js";

export { Lit } from "./generated/components/lit.js";
export const toggles = [Lit];
const cold = Frozen;
export const both = [cold, Speed] as const;
export const pieces = [{ type: Frozen }, { type: Lit }];
export const rows = [[Speed, 1], [Lit, 2]] as const;
export const mixed = [{ type: Frozen }, { kind: 1 }];
export function eachOf(world: World, types: readonly ComponentType[]): void {
  types.forEach((type) => world.has(1 as Entity, type));
}
export const byName = { lamp: Lamp, mover: Mover };
export function strip(world: World, of: Entity, type: ComponentType): void {
  world.remove(of, type);
}
export function stripAll(world: World, types: readonly ComponentType[]): void {
  for (const type of types) strip(world, 1 as Entity, type);
}
export function swap(world: World, a: ComponentType, b: ComponentType, depth: number): void {
  world.remove(1 as Entity, a);
  if (depth > 0) swap(world, b, a, depth - 1);
}
export function restrip(world: World, type: ComponentType): void {
  world.remove(1 as Entity, type);
  type = Lit;
}
export function grow(world: World, types: readonly unknown[]): void {
  if (world.entityCount > 3) grow(world, [types, Lit]);
}
export async function later(world: World): Promise<void> {
  await Promise.resolve();
  world.remove(1 as Entity, Frozen);
}
export function* inTurn(world: World): Generator<boolean> {
  yield world.remove(1 as Entity, Frozen);
}
export const tools = {
  strip: (world: World, type: ComponentType): void => void world.remove(1 as Entity, type),
  still(body: Body): void {
    body.spin.speed = 0;
  },
  both(world: World, type: ComponentType): void {
    this.strip(world, type);
  },
};
export const loose = { strip: tools.strip, still: (body: Body): void => void (body.spin.speed = 1) };
export const spread = { ...loose };
export class Stripper {
  strip(world: World, type: ComponentType): void {
    world.remove(1 as Entity, type);
  }
}
export function inOne(all: { world: World; type: ComponentType }): void {
  all.world.remove(1 as Entity, all.type);
}
export const same = (world: World): World => world;
`;

/** A touch in words: `will write presence Frozen`. */
export function textOf({ kind, of, path, write, waits }: Touch): string {
  const verb = write ? (waits ? "will write" : "writes") : "reads";
  const short = of.replace(/^app\./, "");
  return `${verb} ${kind === "data" ? "" : `${kind} `}${[short, ...path].filter((part) => part !== "").join(".")}`.trim();
}

/** Proves an app that schedules a function with such a signature and body. */
export function proved(signature: string, body: string, line: string): ReturnType<typeof prove> {
  const files = {
    "ecsgen.config.ts": `import { app } from "ecsgen/schema";\nimport { run } from "./run.js";\nimport { Frozen, Lit, ChildOf, Speed } from "./schema.js";\nexport default app({ schedule: { update: [${line}] } });\n`,
    "schema.ts": schema,
    "helpers.ts": helpers,
    "tokens.ts": tokens,
    "run.ts": `${imports}\nexport function run(${signature}): void {\n${body}\n}\n`,
  };
  return prove(memoryRoot, memoryHost(files));
}

/** What a function touches beside the presence of the components that it takes. */
export function touchesOf(signature: string, body: string, line = "run"): string[] {
  const { checked, diagnostics } = proved(signature, body, line);
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  return (checked?.app?.schedule[0]?.access.touches ?? []).map(textOf).sort();
}
