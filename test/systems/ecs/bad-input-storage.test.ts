// Bad input for the functions of the storage View, which answer later: an `EcsError`, and neither the world, nor the medium, nor
// the places it knows have changed.
import { describe, expect, it } from "vitest";
import { EcsError, MemoryMedium } from "ecsgen/runtime";
import { createWorld, Pinned, Position, WorksFor, type Entity, type World } from "./app/generated/index.js";

interface Scene {
  readonly world: World;
  readonly medium: MemoryMedium;
  readonly ship: Entity;
  readonly stale: Entity;
}

const paths = ["known", "empty", "other"];

async function scene(): Promise<Scene> {
  const medium = new MemoryMedium();
  const world = createWorld({ storage: medium });
  const ship = world.spawn({ position: { x: 1 }, burning: {} });
  const stale = world.spawn();
  world.despawn(stale);
  const { storage } = world.ecs;
  storage.createStorage("known", "binary");
  storage.createStorage("empty", "json");
  await storage.saveWorld("known");
  await storage.exportJson("other");
  storage.createSnapshot("start");
  world.set(ship, Position, { x: 2 });
  return { world, medium, ship, stale };
}

async function contentOf({ world, medium }: Scene): Promise<unknown> {
  const { storage } = world.ecs;
  const saves = await Promise.all(paths.map(async (path) => medium.read(path)));
  return [world.state.save("binary"), storage.getAllStorages(), storage.listSnapshots(), saves];
}

/** What a call came to, now or later. */
async function outcome(call: () => unknown): Promise<string> {
  try {
    await call();
    return "returned";
  } catch (error) {
    if (error instanceof EcsError) return error.code;
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  }
}

function call({ world }: Scene, name: string, given: readonly unknown[]): unknown {
  const run: unknown = Reflect.get(world.ecs.storage, name);
  if (typeof run !== "function") throw new Error(`there is no storage.${name}`);
  return Reflect.apply(run, world.ecs.storage, given);
}

const wrong: readonly (readonly [string, unknown])[] = [
  ["undefined", undefined],
  ["null", null],
  ["a number", 3],
  ["NaN", Number.NaN],
  ["an empty text", ""],
  ["true", true],
  ["a bigint", 1n],
  ["a symbol", Symbol("nothing")],
  ["an object", {}],
  ["a list", []],
  ["a list of undefined", [undefined]],
  ["a list of texts", ["known"]],
  ["a function", () => undefined],
  ["an object without prototype", Object.create(null)],
];

/** Each function with arguments that are right. */
const functions: readonly (readonly [name: string, given: (scene: Scene) => readonly unknown[]])[] = [
  ["createStorage", () => ["new", "json"]],
  ["saveWorld", () => ["known"]],
  ["loadWorld", () => ["known"]],
  ["saveEntities", ({ ship }) => ["known", [ship]]],
  ["loadEntities", () => ["known"]],
  ["clearStorage", () => ["known"]],
  ["storageExists", () => ["known"]],
  ["deleteStorage", () => ["known"]],
  ["getStorage", () => ["known"]],
  ["getStorageSize", () => ["known"]],
  ["createSnapshot", () => ["another"]],
  ["restoreSnapshot", () => ["start"]],
  ["deleteSnapshot", () => ["start"]],
  ["exportJson", () => ["other"]],
  ["importJson", () => ["other"]],
];

/** What asks only, and answers whatever it is asked; and an empty list of entities, which is one. */
const answers = new Set(["getStorage", "deleteStorage", "deleteSnapshot"]);

describe.each(functions)("storage.%s", (name, given) => {
  it("does what it is asked with arguments that are right", async () => {
    const at = await scene();
    expect(await outcome(() => call(at, name, given(at)))).toBe("returned");
  });

  it("names what is wrong, and changes nothing", async () => {
    for (const place of given(await scene()).keys()) {
      for (const [what, value] of wrong) {
        const at = await scene();
        const before = await contentOf(at);
        const values = [...given(at)];
        values[place] = value;
        const said = await outcome(() => call(at, name, values));
        const isRight = Array.isArray(value) && value.length === 0 && name === "saveEntities" && place === 1;
        const expected = answers.has(name) || isRight ? /^returned$/ : /^[A-Z][A-Za-z]+$/;
        expect.soft({ what, said }).toEqual({ what, said: expect.stringMatching(expected) });
        if (!isRight) expect.soft({ what, is: await contentOf(at) }).toEqual({ what, is: before });
      }
    }
  });

  it("answers a path or a name that was never made", async () => {
    const at = await scene();
    const before = await contentOf(at);
    const said = await outcome(() => call(at, name, ["never", ...given(at).slice(1)]));
    const made = ["createStorage", "createSnapshot", "exportJson"];
    expect(said).toMatch(
      made.includes(name) || answers.has(name) || name === "storageExists"
        ? /^returned$/
        : /^(?:StorageUnknown|SaveMissing|SnapshotUnknown)$/,
    );
    if (!made.includes(name)) expect(await contentOf(at)).toEqual(before);
  });
});

describe("saves that are none", () => {
  it.each(["loadWorld", "loadEntities", "importJson"])("%s refuses, and changes nothing", async (name) => {
    for (const bytes of [
      [],
      [0],
      [0x89, 0x45],
      [0x7b],
      [0x5b, 0x5d],
      [0xff, 0xfe],
      Array.from({ length: 99 }, () => 7),
    ]) {
      const at = await scene();
      await at.medium.write("known", Uint8Array.from(bytes));
      const before = await contentOf(at);
      expect(await outcome(() => call(at, name, ["known"]))).toBe("SaveCorrupt");
      expect(await contentOf(at)).toEqual(before);
    }
  });
});

describe("a stale entity", () => {
  it("inside of a list is found, and nothing is saved", async () => {
    const at = await scene();
    const before = await contentOf(at);
    for (const list of [[at.stale], [at.ship, at.stale], [at.ship, at.stale + 4_194_304]]) {
      expect(await outcome(() => call(at, "saveEntities", ["known", list]))).toBe("StaleEntity");
    }
    expect(await contentOf(at)).toEqual(before);
  });

  it("inside of a list to despawn is left alone, whatever it is", async () => {
    const { world, ship, stale } = await scene();
    const given = [stale, ship, stale + 900, Number.NaN, -1, 0.5, 2 ** 40, undefined, null, "1", {}, ship];
    expect(Reflect.apply(world.ecs.entity.despawnBatch, world.ecs.entity, [given])).toBe(1);
    expect(world.validate()).toEqual([]);
  });

  it("as the target in a filter is found, wherever the filter stands", async () => {
    const { world, stale } = await scene();
    const { query, system } = world.ecs;
    query.createQuery("crew", { all: [Position] });
    for (const part of ["all", "any", "none", "optional"] as const) {
      const filter = { [part]: [Pinned, [WorksFor, stale] as const] };
      const calls: readonly (readonly [string, () => unknown])[] = [
        ["createQuery", () => query.createQuery("new", filter)],
        ["updateQuery", () => query.updateQuery("crew", filter)],
        ["queryEntities", () => query.queryEntities(filter)],
        ["registerSystem", () => system.registerSystem("new", () => undefined, { query: filter })],
        ["world.query", () => world.query(filter)],
        ["world.select", () => world.select([Position], filter)],
      ];
      for (const [name, run] of calls) expect([name, await outcome(run)]).toEqual([name, "StaleEntity"]);
    }
    expect([query.getQuery("new"), query.getQuery("crew")?.filter, system.systemExists("new")]).toEqual([
      undefined,
      { all: [Position] },
      false,
    ]);
  });
});
