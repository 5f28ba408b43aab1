// What functions touch through worlds and commands is told by their code: each case is a body, and all that it reads, writes and
// changes.
import { describe, expect, it } from "vitest";
import { proved, touchesOf } from "../../support/touches-of.js";

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
    "a cursor of the world",
    "world: World",
    "const speeds = world.cursor(SpeedToken); speeds.at(1 as Entity).x = 1;",
    ["reads Speed", "reads ids", "reads presence Speed", "writes Speed"],
  ],
  [
    "a cursor that only reads",
    "world: World, score: Score",
    "const speeds = world.cursor(SpeedToken, { readonly: true }); score.best = speeds.find(1 as Entity)?.x ?? 0;",
    ["reads Speed", "reads ids", "reads presence Speed", "writes Score.best"],
  ],
  [
    "a cursor of one of two",
    "world: World, score: Score",
    "world.cursor(score.best > 0 ? BodyToken : SpeedToken).find(1 as Entity);",
    [
      "reads Body",
      "reads Score.best",
      "reads Speed",
      "reads ids",
      "reads presence Body",
      "reads presence Speed",
      "writes Body",
      "writes Speed",
    ],
  ],
  [
    "toggles and relations",
    "it: Entity, s: Readonly<Speed>, world: World",
    "if (s.x > 0 && world.relations.has(it, ChildOf)) world.toggle(Lit);",
    ["reads Speed.x", "reads ids", "reads presence ChildOf", "reads presence Speed", "writes presence Lit"],
  ],
  [
    "edges that are only counted",
    "world: World",
    "world.relations.eachSource(1 as Entity, ChildOf, (source) => void source); world.relations.each(ChildOf, (a, b) => void [a, b]);",
    ["reads ids", "reads presence ChildOf"],
  ],
  [
    "data of edges, in the hands of a visitor",
    "world: World",
    "world.relations.eachTarget(1 as Entity, ChildOf, (_target, data) => { data.since += 1; });",
    ["reads ids", "reads presence ChildOf", "writes ChildOf"],
  ],
  [
    "data of edges, in the hands of a visitor of all, or of one that is written elsewhere",
    "world: World",
    "world.relations.each(ChildOf, (...all) => { all[2].since = 1; }); world.relations.eachSource(1 as Entity, ChildOf, helpers.ignore);",
    ["reads ids", "reads presence ChildOf", "writes ChildOf"],
  ],
  [
    "data of edges, of a function that may take what it is given by another name",
    "world: World",
    "world.relations.each(ChildOf, function (a, b) { void [a, b]; });",
    ["reads ids", "reads presence ChildOf", "writes ChildOf"],
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
  [
    "what a bundle makes",
    "world: World",
    "world.commands.spawn(Mover.create({ speed: { x: 1 } })); world.spawn(byName.lamp.create());",
    [
      "will write Frozen",
      "will write Speed",
      "will write ids",
      "will write presence Frozen",
      "will write presence Lit",
      "will write presence Speed",
      "writes Lit",
      "writes ids",
      "writes presence Lit",
    ],
  ],
  [
    "one of several bundles",
    "world: World, s: Readonly<Score>",
    "const kind = s.best > 1 ? 'lamp' : 'mover'; world.bundles.spawn(byName[kind]); world.spawn((s.best > 2 ? Lamp : Mover).create());",
    [
      "reads Score.best",
      "writes Frozen",
      "writes Lit",
      "writes Speed",
      "writes ids",
      "writes presence Frozen",
      "writes presence Lit",
      "writes presence Speed",
    ],
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
  [
    "another name of a token, and one of a name",
    "world: World",
    "const type = Frozen; const same = type; world.remove(1 as Entity, same); const { kinds } = { kinds: tokens }; world.has(1 as Entity, kinds.Lit);",
    ["reads ids", "reads presence Frozen", "reads presence Lit", "writes Frozen", "writes presence Frozen"],
  ],
  [
    "tokens of a list, each in its turn",
    "world: World",
    "for (const type of [Frozen, Lit]) world.has(1 as Entity, type); for (const [type, x] of [[SpeedToken, 1]] as const) world.add(1 as Entity, type, { x });",
    [
      "reads ids",
      "reads presence Frozen",
      "reads presence Lit",
      "reads presence Speed",
      "writes Speed",
      "writes presence Speed",
    ],
  ],
  [
    "tokens of lists that stay",
    "world: World",
    "const here = [Frozen] as const; for (const type of here) world.has(1 as Entity, type); for (const type of toggles) world.has(1 as Entity, type); world.batches.has(1 as Entity, both);",
    ["reads ids", "reads presence Frozen", "reads presence Lit", "reads presence Speed"],
  ],
  [
    "tokens of lists that call back",
    "world: World",
    "toggles.forEach((type) => world.add(1 as Entity, type)); if (both.some((type) => { const same = type; return world.has(1 as Entity, same); })) return; [Frozen].map(function (type) { return world.has(1 as Entity, type); });",
    [
      "reads ids",
      "reads presence Frozen",
      "reads presence Lit",
      "reads presence Speed",
      "writes Lit",
      "writes presence Lit",
    ],
  ],
  [
    "tokens of a list that a helper calls back for",
    "world: World",
    "eachOf(world, toggles);",
    ["reads ids", "reads presence Lit"],
  ],
  [
    "tokens of records in a list",
    "world: World",
    "for (const { type } of pieces) world.has(1 as Entity, type); pieces.forEach((piece) => world.has(1 as Entity, piece.type)); for (const [type] of rows) world.has(1 as Entity, type);",
    ["reads ids", "reads presence Frozen", "reads presence Lit", "reads presence Speed"],
  ],
  [
    "a helper of an object",
    "world: World, b: Body",
    "tools.strip(world, Lit); tools.still(b);",
    [
      "reads ids",
      "reads presence Body",
      "reads presence Lit",
      "will write Lit",
      "will write presence Lit",
      "writes Body.spin.speed",
    ],
  ],
  [
    "a token that helpers are given",
    "world: World, s: Readonly<Score>",
    "strip(world, 1 as Entity, s.best > 0 ? Frozen : Lit); stripAll(world, [SpeedToken]);",
    [
      "reads Score.best",
      "reads ids",
      "reads presence Frozen",
      "reads presence Lit",
      "reads presence Speed",
      "writes Frozen",
      "writes Lit",
      "writes Speed",
      "writes presence Frozen",
      "writes presence Lit",
      "writes presence Speed",
    ],
  ],
  [
    "a helper that calls itself with other tokens",
    "world: World",
    "swap(world, Frozen, Lit, 3);",
    [
      "reads ids",
      "reads presence Frozen",
      "reads presence Lit",
      "writes Frozen",
      "writes Lit",
      "writes presence Frozen",
      "writes presence Lit",
    ],
  ],
  [
    "a query for changes",
    "world: World",
    "const moved = world.tracking.query({ changed: [SpeedToken], removed: [Lit], none: [Frozen] }); moved.run(() => moved.count()); moved.close();",
    ["reads presence Frozen", "reads presence Lit", "reads presence Speed", "writes Speed"],
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

  it.each([
    [
      "a name that changes",
      "let type = Frozen; if (world.entityCount > 3) type = Lit as never; world.remove(1 as Entity, type);",
    ],
    [
      "a list that may change",
      "const list = [Frozen]; list.push(Lit as never); for (const type of list) world.remove(1 as Entity, type);",
    ],
    [
      "a loop whose name changes",
      "for (let type of [Frozen]) { type = Lit as never; world.remove(1 as Entity, type); }",
    ],
    [
      "a token that a callback changes",
      "toggles.forEach((type) => { type = Frozen as never; world.remove(1 as Entity, type); });",
    ],
    [
      "what a callback gets instead of a token",
      "[1].concat(2).forEach((type) => world.remove(1 as Entity, type as never));",
    ],
    [
      "a member that some records of a list lack",
      "mixed.forEach((piece) => world.remove(1 as Entity, piece.type as never));",
    ],
    [
      "a name that hides a token",
      "const go = (Frozen: typeof Lit): boolean => world.remove(1 as Entity, Frozen); go(Lit);",
    ],
    ["a parameter that gets another value", "restrip(world, Frozen);"],
    ["a helper that is given more each time", "grow(world, [Frozen]);"],
    ["a helper that goes on later", "void later(world);"],
    ["a helper that goes on when it is asked", "for (const _ of inTurn(world)) break;"],
    ["a handler", "world.on(HitToken, () => undefined);"],
    ["a helper of an object that is given away", "loose.strip(world, Frozen);"],
    ["a helper of an object that is called by itself", "tools.both(world, Frozen);"],
    ["a helper of an object that is spread", "spread.strip(world, Frozen);"],
    ["a helper of an object whose name is hidden", "const tools = { strip: same }; tools.strip(world);"],
    ["a helper of a class", "new Stripper().strip(world, Frozen);"],
    [
      "a bundle of a record that may change",
      "const kinds = { Lamp }; world.bundles.spawn(kinds[world.name as 'Lamp']);",
    ],
    ["what something else makes", "world.spawn(helpers.create());"],
    ["the world in an object", "inOne({ world, type: Frozen });"],
    ["what a helper gives back", "same(world).remove(1 as Entity, Frozen);"],
    ["a token from elsewhere", "world.remove(1 as Entity, world.tokens.component('app.Frozen'));"],
  ])("is not known with %s", (_, body) => {
    const { diagnostics } = proved("world: World", body, "run");
    expect(diagnostics.filter(({ severity }) => severity === "error").map((found) => found.code)).toEqual(["ECS4009"]);
  });

  it("says of what is no token where it comes from", () => {
    const { diagnostics } = proved("world: World", "world.remove(1 as Entity, Stripper as never);", "run");
    expect(diagnostics.find(({ code }) => code === "ECS4009")?.why[0]).toMatch(
      /^It calls `remove` with `Stripper` of `tokens\.ts`, which is no token of this app\./,
    );
  });
});
