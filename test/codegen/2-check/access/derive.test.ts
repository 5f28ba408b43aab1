// What functions touch is told by their code: each case is a body, and all that it reads, writes and changes.
import { describe, expect, it } from "vitest";
import type { TypeOracle } from "../../../../codegen/compiler/type-oracle.js";
import { prove } from "../../../../codegen/pipeline.js";
import { memoryHost, memoryRoot } from "../../support/memory-host.js";
import { proved, textOf, touchesOf } from "../../support/touches-of.js";

const cases: readonly (readonly [what: string, signature: string, body: string, touches: readonly string[]])[] = [
  ["a field that is read", "b: Readonly<Body>", "Math.abs(b.at.x);", ["reads Body.at.x", "reads presence Body"]],
  ["a field that is written", "s: Speed", "s.x = 1;", ["reads presence Speed", "writes Speed.x"]],
  [
    "a field that is changed",
    "s: Speed",
    "s.x += 1; s.y++;",
    ["reads Speed.x", "reads Speed.y", "reads presence Speed", "writes Speed.x", "writes Speed.y"],
  ],
  [
    "an alias",
    "b: Body",
    "const { spin } = b; const axis = spin.axis; axis.z = 1;",
    ["reads presence Body", "writes Body.spin.axis.z"],
  ],
  [
    "an alias that nobody uses",
    "b: Body",
    "const spin = b.spin; b.name = '';",
    ["reads presence Body", "writes Body.name"],
  ],
  [
    "a local that is given another part",
    "b: Body, s: Speed",
    "let at = b.at; at.x = 1; at = b.spin.axis; at.y = 2; let own = { x: 0 }; own.x = 1; own = s; if (own.x > 1) at.z = 0;",
    [
      "reads Speed.x",
      "reads presence Body",
      "reads presence Speed",
      "writes Body.at.x",
      "writes Body.spin.axis.y",
      "writes Body.spin.axis.z",
    ],
  ],
  [
    "a local that is given an object of its own",
    "b: Readonly<Body>",
    "let at = b.at; const { x } = at; at = { x, y: 0, z: 0 }; at.y = x;",
    ["reads Body.at.x", "reads presence Body"],
  ],
  [
    "a local that is given another part in each round",
    "b: Body, s: Readonly<Speed>",
    "let last = b.at; while (last.x < s.x) { let at = last; at.y = 1; at = b.spin.axis; at.z = 1; last = at; }",
    [
      "reads Body.at.x",
      "reads Body.spin.axis.x",
      "reads Speed.x",
      "reads presence Body",
      "reads presence Speed",
      "writes Body.at.y",
      "writes Body.spin.axis.y",
      "writes Body.spin.axis.z",
    ],
  ],
  [
    "a local that may be given another part",
    "b: Body",
    "let at = b.at; if (b.name === '') at = b.spin.axis; at.x = 1;",
    ["reads Body.name", "reads presence Body", "writes Body.at.x", "writes Body.spin.axis.x"],
  ],
  [
    "a local that is given another part before a function that has it runs",
    "b: Body",
    "let at = b.at; const add = () => { at.x = 1; }; at = b.spin.axis; add();",
    ["reads presence Body", "writes Body.at.x", "writes Body.spin.axis.x"],
  ],
  [
    "a local that cases of a switch give another part",
    "b: Body",
    "switch (b.name) { case 'a': let at = b.at; at = b.spin.axis; default: if (b.name === '') at = b.at; at!.x = 1; }",
    ["reads Body.name", "reads presence Body", "writes Body.at.x", "writes Body.spin.axis.x"],
  ],
  [
    "one of two",
    "b: Body, s: Speed",
    "const either = s.x > 0 ? b.at : b.spin.axis; either.x = 0;",
    ["reads Speed.x", "reads presence Body", "reads presence Speed", "writes Body.at.x", "writes Body.spin.axis.x"],
  ],
  [
    "a whole struct that is kept",
    "b: Body",
    "const kept = [b.spin]; kept.pop();",
    ["reads Body.spin", "reads presence Body", "writes Body.spin"],
  ],
  [
    "a whole struct that is kept by who reads",
    "b: Readonly<Body>",
    "const kept = [b.spin]; kept.pop();",
    ["reads Body.spin", "reads presence Body"],
  ],
  [
    "a list that grows",
    "b: Body",
    "b.marks.push({ x: 1 });",
    ["reads Body.marks", "reads presence Body", "writes Body.marks"],
  ],
  [
    "items of a list",
    "b: Body",
    "for (const mark of b.marks) mark.x = 0;",
    ["reads Body.marks", "reads presence Body", "writes Body.marks"],
  ],
  [
    "a list that is only asked",
    "b: Readonly<Body>",
    "if (b.tags.includes('a')) b.tags.forEach(() => 0);",
    ["reads Body.tags", "reads presence Body"],
  ],
  [
    "a helper that reads",
    "s: Readonly<Speed>",
    "length(s);",
    ["reads Speed.x", "reads Speed.y", "reads presence Speed"],
  ],
  [
    "values that helpers are given, even for nothing",
    "s: Readonly<Speed>, b: Body",
    "b.at.x = half(s.x); ignore(s.y); helpers.half(half(b.spin.speed));",
    [
      "reads Body.spin.speed",
      "reads Speed.x",
      "reads Speed.y",
      "reads presence Body",
      "reads presence Speed",
      "writes Body.at.x",
    ],
  ],
  [
    "what lies beside a part, and what takes its place",
    "b: Readonly<Body>",
    "const all = { at: b.at, n: 0 }; all.n = 1; all.at = { x: 0, y: 0, z: 0 }; const list = [b.at]; list.push(copied(b)); copied(b).x = 1;",
    ["reads Body.at", "reads Body.at.x", "reads presence Body"],
  ],
  [
    "numbers of what a helper gives back",
    "b: Readonly<Body>, s: Speed",
    "s.x = inObject(b).at.y;",
    [
      "reads Body.at",
      "reads Body.at.y",
      "reads Body.name",
      "reads Body.spin.axis",
      "reads Body.spin.axis.y",
      "reads presence Body",
      "reads presence Speed",
      "writes Speed.x",
    ],
  ],
  [
    "a number that goes through helpers again and again",
    "b: Readonly<Body>, s: Speed",
    "let load = b.at.x; for (let i = 0; i < 9; i++) { load = half(load); load = helpers.half(load); load = through(load); } s.y = load;",
    ["reads Body.at.x", "reads presence Body", "reads presence Speed", "writes Speed.y"],
  ],
  [
    "a replacer, which gets all parts",
    "s: Speed",
    "JSON.stringify(s, (_key, value) => value);",
    ["reads Speed", "reads presence Speed", "writes Speed"],
  ],
  ["what is only written down", "s: Readonly<Speed>", "String(s);", ["reads Speed", "reads presence Speed"]],
  ["helpers that write", "b: Body", "nudge(1, b);", ["reads Body.at.x", "reads presence Body", "writes Body.at.x"]],
  ["a helper that calls itself", "b: Body", "visit(b, 3);", ["reads presence Body", "writes Body.spin.speed"]],
  [
    "a name that hides a helper",
    "b: Body",
    "const nudge = (_by: number, _body: Body): void => undefined; nudge(1, b);",
    ["reads Body", "reads presence Body", "writes Body"],
  ],
  [
    "an optional component",
    "b: Readonly<Body>, s?: Speed",
    "if (s !== undefined && b.at.x > 0) s.x = 1;",
    ["reads Body.at.x", "reads presence Body", "reads presence Speed", "writes Speed.x"],
  ],
  [
    "a resource",
    "s: Readonly<Speed>, score: Score",
    "score.points += s.x;",
    ["reads Score.points", "reads Speed.x", "reads presence Speed", "writes Score.points"],
  ],
  [
    "a clock",
    "s: Speed, time: Readonly<Time>",
    "s.x = time.delta;",
    ["reads Time.delta", "reads presence Speed", "writes Speed.x"],
  ],
  [
    "events",
    "hits: EventReader<Hit>, out: EventWriter<Hit>",
    "for (const { force } of hits.read()) if (force > 1) out.emit({ force });",
    ["reads event Hit", "writes event Hit"],
  ],
  [
    "`arguments`",
    "s: Speed",
    "console.log(arguments.length);",
    ["reads Speed", "reads presence Speed", "writes Speed"],
  ],
  [
    "rows of a query",
    "all: Query<{ body: Body; speed?: Readonly<Speed> }, { without: [Frozen] }>",
    "for (const { body, speed } of all) body.at.x += speed?.x ?? 0;",
    [
      "reads Body.at.x",
      "reads Speed.x",
      "reads presence Body",
      "reads presence Frozen",
      "reads presence Speed",
      "writes Body.at.x",
    ],
  ],
  [
    "a component of a row that is only looked at",
    "all: Query<{ body: Body; speed?: Readonly<Speed> }>",
    "for (const row of all) { const { speed } = row; if (row.speed && speed !== undefined) row.body.at.x += row.speed ? 1 : 0; }",
    ["reads Body.at.x", "reads presence Body", "reads presence Speed", "writes Body.at.x"],
  ],
  [
    "a component of a row that is looked at, and handed on as a whole",
    "all: Query<{ body: Body; speed?: Readonly<Speed> }>",
    "for (const { body, speed } of all) if (speed) body.at.x = String(speed).length;",
    ["reads Speed", "reads presence Body", "reads presence Speed", "writes Body.at.x"],
  ],
  [
    "pairs of rows",
    "all: Query<{ s: Speed; entity: Entity }>",
    "for (const [a, b] of pairs(all)) if (a.entity !== b.entity) a.s.x = b.s.y;",
    ["reads Speed.y", "reads presence", "reads presence Speed", "writes Speed.x"],
  ],
  [
    "pairs of rows by another name, which are not followed",
    "all: Query<{ s: Speed; body: Readonly<Body> }>",
    "for (const [a, b] of together(all)) a.s.x = b.s.y;",
    ["reads Body", "reads Speed", "reads presence Body", "reads presence Speed", "writes Speed"],
  ],
  [
    "one row",
    "all: Query<{ s: Speed }>, score: Readonly<Score>",
    "const one = rowOf(all, score.points as Entity) ?? all.at(0); if (one !== undefined && all.length > 2) one.s.x = 1;",
    ["reads Score.points", "reads presence Speed", "writes Speed.x"],
  ],
  [
    "rows that are sorted",
    "all: Query<{ s: Speed; body: Readonly<Body> }>",
    "const rows = all.slice(); rows.sort((a, b) => a.s.x - b.s.x);",
    ["reads Body", "reads Speed", "reads presence Body", "reads presence Speed", "writes Speed"],
  ],
  [
    "a row that is handed on",
    "all: Query<{ s: Speed }>",
    "for (const row of all) length(row.s);",
    ["reads Speed.x", "reads Speed.y", "reads presence Speed"],
  ],
  [
    "members by a computed name",
    "all: Query<{ s: Speed }>, score: Readonly<Score>",
    "for (const row of all) row[score.points > 0 ? 's' : 's'].x = 1;",
    ["reads Score.points", "reads Speed", "reads presence Speed", "writes Speed"],
  ],
  [
    "what a function that is called like one of ours gives",
    "all: Query<{ s: Speed }>",
    "const pairs = (of: object): object[] => [of]; for (const of of pairs(all)) console.log(of);",
    ["reads Speed", "reads presence Speed", "writes Speed"],
  ],
  [
    "an alias that a function written before uses",
    "b: Body",
    "const go = (): void => void (at.x = 1); const at = b.at; go();",
    ["reads presence Body", "writes Body.at.x"],
  ],
  ["the same in a helper", "b: Body", "setLater(b);", ["reads presence Body", "writes Body.at.x"]],
  [
    "an alias of a whole function",
    "b: Body",
    "if (b.name) { var at = b.at; } at!.x = 1;",
    ["reads Body.name", "reads presence Body", "writes Body.at.x"],
  ],
  [
    "an alias that changes",
    "b: Body",
    "let part = b.at; for (const z of [1, 2]) { part.z = z; part = b.spin.axis; }",
    ["reads presence Body", "writes Body.at.z", "writes Body.spin.axis.z"],
  ],
  [
    "a pattern that is assigned, and its key",
    "b: Body",
    "let part: { x: number } | undefined; ({ at: part } = b); part.x = 1; ({ [b.name]: part } = {});",
    ["reads Body.name", "reads presence Body", "writes Body.at.x"],
  ],
  [
    "a swap",
    "s: Speed",
    "[s.x, s.y] = [s.y, s.x];",
    ["reads Speed.x", "reads Speed.y", "reads presence Speed", "writes Speed.x", "writes Speed.y"],
  ],
  [
    "a part that is chosen where it is written",
    "b: Body",
    "let part; (part = b.spin).speed = 1; (b.name ? b.at : part.axis).x = 2;",
    ["reads Body.name", "reads presence Body", "writes Body.at.x", "writes Body.spin.axis.x", "writes Body.spin.speed"],
  ],
  [
    "a list within a callback",
    "b: Body",
    "b.marks.forEach((_mark, _place, all) => void (all[0]!.x = 1));",
    ["reads Body.marks", "reads presence Body", "writes Body.marks"],
  ],
  [
    "items that are given to a function of another name",
    "b: Body",
    "const go = (mark: { x: number }): void => void (mark.x = 1); b.marks.forEach(go);",
    ["reads Body.marks", "reads presence Body", "writes Body.marks"],
  ],
  [
    "items that are added up",
    "b: Readonly<Body>, s: Speed",
    "s.x = b.marks.reduce((sum, { x }) => sum + x, 0);",
    ["reads Body.marks", "reads presence Body", "reads presence Speed", "writes Speed.x"],
  ],
  [
    "pairs of a map",
    "b: Body",
    "for (const [, value] of b.bag.entries()) value.n = 1;",
    ["reads Body.bag", "reads presence Body", "writes Body.bag"],
  ],
  [
    "a method that is taken off",
    "b: Body",
    "const add = b.marks.push; add.call(b.marks, { x: 1 });",
    ["reads Body.marks", "reads presence Body", "writes Body.marks"],
  ],
  [
    "what is given behind others that nobody counts",
    "b: Body",
    "nudge(...([1] as const), b);",
    ["reads Body", "reads presence Body", "writes Body"],
  ],
  [
    "what is written by a method of the language",
    "b: Body",
    "Object.assign(b.name ? b.at : helpers.spun(b)!, { x: 1 });",
    ["reads Body.name", "reads Body.spin", "reads presence Body", "writes Body.at", "writes Body.spin"],
  ],
  [
    "helpers in a circle, each time with a part",
    "b: Body",
    "ping(b.spin);",
    ["reads Body.spin.inner", "reads presence Body", "writes Body.spin.inner", "writes Body.spin.speed"],
  ],
  [
    "a helper whose default is a part",
    "b: Body",
    "spun(b);",
    ["reads Body.spin", "reads presence Body", "writes Body.spin"],
  ],
  [
    "a helper of a namespace that hides one of the language",
    "b: Body",
    "console.log(b);",
    ["reads presence Body", "writes Body.at.x"],
  ],
  [
    "a helper that is called back",
    "b: Readonly<Body>",
    "b.marks.some(ifBig);",
    ["reads Body.marks", "reads presence Body"],
  ],
];

describe("the access of a line", () => {
  it.each(cases)("holds %s", (_, signature, body, touches) => {
    expect(touchesOf(signature, body)).toEqual([...touches].sort());
  });

  it("holds the filter of the line", () => {
    const line = "{ run, with: [ChildOf], without: [Frozen], any: [Lit], changed: [Speed] }";
    expect(touchesOf("s: Readonly<Speed>", "Math.abs(s.y);", line)).toEqual([
      "reads Speed",
      "reads Speed.y",
      "reads presence ChildOf",
      "reads presence Frozen",
      "reads presence Lit",
      "reads presence Speed",
    ]);
  });

  it.each([
    [
      "a part of the world that nobody can name",
      "world: World",
      "const all = [world[String(1) as 'commands']]; all.pop();",
      "ECS4009",
    ],
    [
      "an alias that changes, of what is only read",
      "b: Readonly<Body>",
      "let at = b.at; at = b.spin.axis; at.x = 1;",
      "ECS4006",
    ],
    [
      "a list within a callback, of what is only read",
      "b: Readonly<Body>",
      "b.marks.map((mark, _place, all) => { all[0]!.x = 1; return mark.x; });",
      "ECS4006",
    ],
    [
      "what a helper gives back, of what is only read",
      "b: Readonly<Body>",
      "const at = through(b).far.axis; at.x = 1;",
      "ECS4006",
    ],
    ["what lies in a list, of what is only read", "b: Readonly<Body>", "for (const at of [b.at]) at.x = 0;", "ECS4006"],
    ["what lies in a list that calls back", "b: Readonly<Body>", "[b.at].forEach((at) => void (at.x = 1));", "ECS4006"],
    ["what lies in an object", "b: Readonly<Body>", "const all = { far: { at: b.at } }; all.far.at.x++;", "ECS4006"],
    [
      "what lies in one that is taken apart",
      "b: Readonly<Body>",
      "const { far: [at] } = { far: [b.at] as const }; at.x = 1;",
      "ECS4006",
    ],
  ])("is an error for %s", (_, signature, body, code) => {
    const { diagnostics } = proved(signature, body, "run");
    expect(diagnostics.filter(({ severity }) => severity === "error").map((found) => found.code)).toEqual([code]);
  });

  it("holds all that parameters may be used for that come as a list", () => {
    const files = {
      "schema.ts": `import { component, core, f32, view } from "ecsgen/schema";
export class At extends component({ x: f32, y: f32 }) {}
export class Pace extends component({ x: f32, y: f32 }) {}
export interface Moving { move(at: At, pace: Readonly<Pace>): void; }
export const motion = core({ features: { moving: view<Moving>() }, schedule: { update: ["moving.move"] } });
`,
      "moving.ts": `import { systemModule } from "ecsgen/schema";
import { motion, type At, type Pace } from "./schema.js";
export function move(...[at, pace]: [At, Readonly<Pace>]): void { at.x += pace.x; }
export default systemModule({ core: motion, provides: { moving: { move } } });
`,
      "ecsgen.config.ts": `import { app, use } from "ecsgen/schema";
import moving from "./moving.js";
import { motion } from "./schema.js";
export default app({ cores: [use(motion, { features: ["moving"], systems: [moving] })] });
`,
    };
    const trusting: TypeOracle = { assignable: (questions) => questions.map(() => ({ ok: true })) };
    const { checked } = prove(memoryRoot, memoryHost(files), undefined, trusting);
    expect(checked?.app?.schedule[0]?.access.touches.map(textOf).sort()).toEqual([
      "reads motion.At",
      "reads motion.Pace",
      "reads presence motion.At",
      "reads presence motion.Pace",
      "writes motion.At",
    ]);
  });
});
