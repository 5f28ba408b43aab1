// What functions touch through worlds and commands is told by their code: each case is a body, and all that it reads, writes and
// changes.
import { describe, expect, it } from "vitest";
import { touchesOf } from "../../support/touches-of.js";

const cases: readonly (readonly [what: string, signature: string, body: string, touches: readonly string[]])[] = [
  [
    "commands",
    "s: Readonly<Speed>, it: Entity, commands: Commands",
    "if (s.x > 1) commands.remove(it, SpeedToken); commands.add(it, Frozen);",
    [
      "reads Speed.x",
      "reads ids",
      "reads presence Frozen",
      "reads presence Speed",
      "will write Frozen",
      "will write Speed",
      "will write presence Frozen",
      "will write presence Speed",
    ],
  ],
  [
    "commands of the world, taken apart",
    "it: Readonly<Speed>, world: World",
    "const { commands } = world; if (it.x > 0) commands.spawn({ body: {} });",
    ["reads Speed.x", "reads presence Speed", "will write Body", "will write ids", "will write presence Body"],
  ],
  [
    "changes of a function that runs once",
    "world: World",
    "world.spawn({ speed: { x: 1, y: 0 } });",
    ["writes Speed", "writes ids", "writes presence Speed"],
  ],
  [
    "changes in a helper",
    "world: World",
    "spawnOne(world);",
    ["writes Frozen", "writes Speed", "writes ids", "writes presence Frozen", "writes presence Speed"],
  ],
  [
    "changes of a function that runs for each",
    "s: Readonly<Speed>, it: Entity, world: World",
    "if (s.x < 0) world.despawn(it);",
    ["reads Speed.x", "reads ids", "reads presence", "reads presence Speed", "will write presence"],
  ],
  [
    "what the world gives",
    "world: World, score: Score",
    "score.best = world.entityCount; world.resource(ScoreToken).points = 1;",
    ["reads presence", "writes Score", "writes Score.best"],
  ],
  [
    "a copy of the world's",
    "world: World, score: Score",
    "score.best = world.get(1 as Entity, SpeedToken)?.x ?? 0;",
    ["reads Speed", "reads ids", "reads presence Speed", "writes Score.best"],
  ],
  [
    "toggles and relations",
    "it: Entity, s: Readonly<Speed>, world: World",
    "if (s.x > 0 && world.relations.has(it, ChildOf)) world.toggle(Lit);",
    ["reads Speed.x", "reads ids", "reads presence ChildOf", "reads presence Speed", "writes presence Lit"],
  ],
  [
    "a query of the world",
    "world: World",
    "world.query({ all: [BodyToken], none: [Frozen] });",
    ["reads presence Body", "reads presence Frozen", "writes Body"],
  ],
  ["events of the world", "world: World", "world.emit(HitToken, { force: 1 });", ["writes event Hit"]],
  [
    "the world by other names",
    "world: World",
    "let other: World | undefined; other = world; const { spawn } = other; spawn({ frozen: true }); other['remove'](1 as Entity, Frozen);",
    ["reads ids", "reads presence Frozen", "writes Frozen", "writes ids", "writes presence Frozen"],
  ],
  [
    "one of two tokens, or of two inits",
    "world: World, s: Readonly<Score>",
    "world.remove(1 as Entity, s.best > 1 ? Frozen : Lit); world.spawn({ ...(s.best > 2 && { frozen: true }), ...(s.best > 3 ? { lit: true } : {}) });",
    [
      "reads Score.best",
      "reads ids",
      "reads presence Frozen",
      "reads presence Lit",
      "writes Frozen",
      "writes Lit",
      "writes ids",
      "writes presence Frozen",
      "writes presence Lit",
    ],
  ],
  [
    "many that are spawned",
    "world: World",
    "world.spawnMany(2, (x) => { if (x > 0) return { frozen: true }; return { speed: { x } }; });",
    ["writes Frozen", "writes Speed", "writes ids", "writes presence Frozen", "writes presence Speed"],
  ],
  ["an entity without components", "world: World", "world.spawn({});", ["writes ids", "writes presence"]],
  [
    "a query for whatever there is",
    "world: World",
    "world.query({ none: [Frozen] }).count();",
    ["reads presence", "reads presence Frozen"],
  ],
  [
    "a query for a target",
    "world: World",
    "world.query({ all: [SpeedToken, [ChildOf, 1 as Entity]] }).count();",
    ["reads presence ChildOf", "reads presence Speed", "writes Speed"],
  ],
  [
    "what is done with copies",
    "world: World",
    "world.get(1 as Entity, BodyToken)?.tags.includes('a'); world.relations.get(1 as Entity, ChildOf, 2 as Entity)?.since.toFixed();",
    ["reads Body", "reads ChildOf", "reads ids", "reads presence Body", "reads presence ChildOf"],
  ],
  [
    "batches",
    "world: World",
    "world.batches.add(1 as Entity, [[Frozen], [SpeedToken, { x: 1 }]]); world.batches.get(1 as Entity, [BodyToken]);",
    [
      "reads Body",
      "reads ids",
      "reads presence Body",
      "reads presence Frozen",
      "reads presence Speed",
      "writes Frozen",
      "writes Speed",
      "writes presence Frozen",
      "writes presence Speed",
    ],
  ],
  ["time that stands still", "world: World", "world.schedule.pause();", ["writes schedule.paused"]],
  [
    "changes of what waits to be spawned",
    "world: World",
    "const made = world.commands.spawn({ body: {} }); world.add(made, Frozen);",
    [
      "reads ids",
      "reads presence Frozen",
      "will write Body",
      "will write ids",
      "will write presence Body",
      "will write presence Frozen",
      "writes Frozen",
      "writes presence Frozen",
    ],
  ],
];

describe("the access of a line", () => {
  it.each(cases)("holds %s", (_, signature, body, touches) => {
    expect(touchesOf(signature, body)).toEqual([...touches].sort());
  });
});
