// What a save may not say, one by one, and how it is told.
import { describe, expect, it } from "vitest";
import type { World } from "ecsgen/runtime";
import { ByteWriter } from "../../../runtime/state/bytes.js";
import { sectionKinds } from "../../../runtime/state/sections.js";
import * as kit from "../kit/generated/index.js";
import { loadForged, saveOf, sectionsOf } from "./forge.js";

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

function sample(): kit.World {
  const world = kit.createWorld();
  const [first, second] = world.spawnMany(2, { position: { x: 1 }, numbers: { mood: "sad", flag: true } });
  world.despawn(world.spawn());
  const third = world.spawn({ link: { to: first, back: second }, burning: { from: first }, paused: true });
  world.relations.add(first, kit.ChildOf, second);
  world.relations.add(third, kit.Likes, first, { amount: 2 });
  world.pool(kit.Screen).create({ title: "main" });
  return world;
}

function messageOf(world: World, bytes: Uint8Array): string {
  let message = "loaded";
  try {
    world.state.load(bytes);
  } catch (error) {
    message = String(error);
  }
  if (message !== "loaded") loadForged(world, bytes); // looks whether all is as it was
  return message;
}

/** The text of the sample with something else at a path. */
function textWith(path: readonly (string | number)[], value: Json | undefined): Uint8Array {
  const document: Json = JSON.parse(new TextDecoder().decode(sample().state.save("json")));
  let at: object = Object(document);
  for (const step of path.slice(0, -1)) at = Object(Reflect.get(at, step));
  const last = path.at(-1) ?? "";
  if (value === undefined) Reflect.deleteProperty(at, last);
  else Reflect.set(at, last, value);
  return new TextEncoder().encode(JSON.stringify(document));
}

describe("a text is refused, with the place and the reason,", () => {
  const first = ["entities", 0] as const;
  const third = ["entities", 2, "components"] as const;
  it.each<readonly [string, readonly (string | number)[], Json | undefined, RegExp]>([
    [
      "for a number that is text",
      [...first, "components", "app.Position", "x"],
      "1",
      /\.x` is the text "1", and must be/,
    ],
    [
      "for a number no column holds",
      [...first, "components", "app.Numbers", "u8"],
      256,
      /\.u8` is 256.* from 0 to 255/,
    ],
    ["for a part of a number", [...first, "components", "app.Numbers", "i16"], 0.5, /\.i16` is 0\.5/],
    ["for a word that is none", [...first, "components", "app.Numbers", "mood"], "odd", /\.mood` is the text "odd"/],
    ["for a truth that is none", [...first, "components", "app.Numbers", "flag"], 1, /\.flag` is 1, and must be true/],
    [
      "for a component that is not known",
      [...first, "components", "app.Nothing"],
      {},
      /\["app\.Nothing"\]` is not part of this world/,
    ],
    ["for a field that is not known", [...first, "components", "app.Position", "z"], 1, /\.z` is no field/],
    ["for an entity that is none", [...first, "id"], "4194303:1", /entities\[0\]\.id` is the text "4194303:1"/],
    ["for a generation that is none", [...first, "id"], "0:1024", /id` is the text "0:1024"/],
    ["for an entity that was never", [...first, "id"], "9:1", /entity 9 \(generation 1\) cannot be, where 3 indices/],
    ["for two entities of one index", [...first, "id"], "1:1", /index 1 is said to be in use twice/],
    [
      "for a reference to the dead",
      [...third, "app.Link", "to"],
      "2:1",
      /1 references lead nowhere.*`app\.Link` of entity 2/,
    ],
    ["for a reference to nobody", [...third, "app.Link", "back"], "900:7", /refers to entity 900 \(generation 7\)/],
    [
      "for a reference to the dead in a sparse one",
      [...third, "app.Burning", "from"],
      "0:2",
      /`app\.Burning` of entity/,
    ],
    [
      "for an edge from the dead",
      ["relations", "app.Likes", "edges", 0, "source"],
      "0:9",
      /source` is an entity that is not/,
    ],
    ["for an edge to nobody", ["relations", "app.Likes", "edges", 0, "target"], "none", /target` is the text "none"/],
    [
      "for an order of other edges",
      ["relations", "app.Likes", "order"],
      [1],
      /order\[0\]` is 1, and must be a number from 0/,
    ],
    ["for a free index beyond all", ["ids", "free"], ["4000000:1"], /entity 4000000 \(generation 1\) cannot be/],
    [
      "for a sparse order of others",
      ["sparse", "app.Burning"],
      ["0:1"],
      /does not name the entities that have `app\.Burning`/,
    ],
    [
      "for fewer references to the dead than it promises",
      ["dangling"],
      1,
      /0 references lead nowhere, and `dangling` says 1/,
    ],
    ["for time before the beginning", ["time", "elapsed"], -1, /its time is none/],
    ["for a tick that is no count", ["time", "tick"], 0.5, /its time is none/],
    ["for a rest that never ends", ["time", "rest"], -1e300, /its time is none/],
    [
      "for a model that is in use twice",
      ["models", "app.Screen", "ids", "free"],
      ["0:2"],
      /index 0 is said to be in use/,
    ],
  ])("%s", (_, path, value, message) => {
    expect(messageOf(sample(), textWith(path, value))).toMatch(message);
  });
});

/** The save of a world with another content of its last section of a kind. */
function saveWith(
  kind: number,
  change: (content: Uint8Array, view: DataView) => Uint8Array | void,
  world: World = sample(),
): Uint8Array {
  const save = world.state.save("binary");
  const sections = sectionsOf(save);
  const at = sections.map((section) => section.kind).lastIndexOf(kind);
  const content = sections[at]?.content.slice() ?? new Uint8Array();
  sections[at] = { kind, content: change(content, new DataView(content.buffer)) ?? content };
  return saveOf(save, sections);
}

function written(write: (writer: ByteWriter) => void): Uint8Array {
  const writer = new ByteWriter();
  write(writer);
  return writer.written.slice();
}

describe("a binary save is refused", () => {
  /** Of one table, whose last two columns are a truth and a word. */
  const moody = (): kit.World => {
    const world = kit.createWorld();
    world.spawn({ numbers: { flag: true, mood: "sad" } });
    return world;
  };
  const withTwoEdges = (): kit.World => {
    const world = kit.createWorld();
    const [first, second] = world.spawnMany(2);
    world.relations.add(first, kit.Likes, second);
    world.relations.add(second, kit.Likes, first);
    return world;
  };
  /** Behind the type, the count, and both ends of two edges. */
  const order = 1 + 4 + 8 + 8;

  it.each<readonly [string, Uint8Array, RegExp]>([
    [
      "for the word behind the last one",
      saveWith(sectionKinds.table, (content, view) => view.setUint8(content.length - 1, 3), moody()),
      /`app\.Numbers` has 3 where 2 is the most/,
    ],
    [
      "for a truth that is neither",
      saveWith(sectionKinds.table, (content, view) => view.setUint8(content.length - 2, 2), moody()),
      /`app\.Numbers` has 2 where 1 is the most/,
    ],
    [
      "for an order that names an edge twice",
      saveWith(sectionKinds.relation, (_, view) => view.setUint32(order, 1, true), withTwoEdges()),
      /the order of edges is none/,
    ],
    [
      "for an order of other edges",
      saveWith(sectionKinds.relation, (_, view) => view.setUint32(order, 2, true), withTwoEdges()),
      /the order of edges is none/,
    ],
  ])("%s", (_, bytes, message) => {
    expect(messageOf(sample(), bytes)).toMatch(message);
  });
});

describe("a count beyond what is there is refused before memory is taken for it:", () => {
  const huge = 4_294_967_295;
  it.each<readonly [string, Uint8Array]>([
    ["rows", saveWith(sectionKinds.sparse, (_, view) => view.setUint32(2, huge, true))],
    ["a million rows", saveWith(sectionKinds.sparse, (_, view) => view.setUint32(2, 1_000_000, true))],
    ["as many rows as entities would fit", saveWith(sectionKinds.sparse, (_, view) => view.setUint32(2, 3, true))],
    ["edges", saveWith(sectionKinds.relation, (_, view) => view.setUint32(1, huge, true))],
    ["components of a table", saveWith(sectionKinds.table, () => written((writer) => writer.count(huge)))],
    ["toggles", saveWith(sectionKinds.toggle, (content) => Uint8Array.of(content[0] ?? 0, 255, 255, 255, 255, 15))],
    ["living entities", saveWith(sectionKinds.ids, () => written((writer) => writer.count(huge)))],
    ["types", saveWith(sectionKinds.types, () => written((writer) => writer.count(huge)))],
    [
      "letters",
      saveWith(sectionKinds.head, (content) => Uint8Array.of(...content.subarray(0, 9), 255, 255, 255, 255, 15)),
    ],
  ])("%s", (_, bytes) => {
    const before = process.memoryUsage().arrayBuffers;
    expect(messageOf(sample(), bytes)).toMatch(/promised/);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50_000_000);
  });

  it("a section longer than the file", () => {
    const save = sample().state.save("binary");
    new DataView(save.buffer).setUint32(12, huge, true);
    expect(messageOf(sample(), save)).toMatch(/it ends too early/);
  });

  it("models, where one with the last of all indices is one", () => {
    const world = kit.createWorld();
    const before = process.memoryUsage().heapUsed;
    const record = { id: "4000000:1", value: { title: "far" } };
    const document = { format: "ecsgen", version: 1, models: { "app.Screen": { records: [record] } } };
    world.state.load(new TextEncoder().encode(JSON.stringify(document)));
    expect(world.pool(kit.Screen).count).toBe(1);
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(300_000_000);
  });
});

it("keeps references to the dead that were there when it was saved, and no others", () => {
  const world = sample();
  const [first = kit.NO_ENTITY] = world.query({ all: [kit.Position] }).entities();
  const [linked = kit.NO_ENTITY] = world.query({ all: [kit.Link] }).entities();
  world.despawn(first);
  expect(world.validate().map(({ kind }) => kind)).toEqual(["reference", "reference"]);
  for (const format of ["binary", "json"] as const) {
    const other = kit.createWorld();
    other.state.load(world.state.save(format));
    expect(other.get(linked, kit.Link)?.to).toBe(first);
    expect(other.validate()).toEqual(world.validate());
  }
});
