// The storage View, row by row, through the facade that an app gets.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { EcsError, MemoryMedium, type StorageMedium } from "ecsgen/runtime";
import {
  Burning,
  createWorld,
  Inventory,
  NO_ENTITY,
  Paused,
  Pinned,
  Position,
  Score,
  Settings,
  Target,
  Time,
  WorksFor,
  type World,
} from "./app/generated/index.js";
import { codeOf, messageOf } from "./support.js";

let medium: MemoryMedium;
let world: World;
let storage: World["ecs"]["storage"];

beforeEach(() => {
  medium = new MemoryMedium();
  world = createWorld({ storage: medium });
  storage = world.ecs.storage;
});

async function failureOf(asked: Promise<unknown>): Promise<unknown> {
  return asked.then(
    () => "it did not fail",
    (error: unknown) => (error instanceof EcsError ? error.code : error),
  );
}

describe("createStorage, getStorage, getAllStorages", () => {
  it("make places known, each once", async () => {
    expect(storage.createStorage("slot-1", "binary")).toEqual({ path: "slot-1", format: "binary" });
    storage.createStorage("slot-2", "json");
    expect(storage.getStorage("slot-2")).toEqual({ path: "slot-2", format: "json" });
    expect(storage.getStorage("slot-3")).toBeUndefined();
    expect(storage.getAllStorages().map(({ path }) => path)).toEqual(["slot-1", "slot-2"]);
    expect(codeOf(() => storage.createStorage("slot-1", "json"))).toBe("StorageExists");
    expect(codeOf(() => storage.createStorage("", "json"))).toBe("InvalidArgument");
    expect(await storage.storageExists("slot-1")).toBe(false);
  });
});

describe.each(["binary", "json"] as const)("saveWorld and loadWorld, as %s", (format) => {
  it("bring everything back, and what comes next is the same", async () => {
    storage.createStorage("slot", format);
    const ship = world.spawn({ position: { x: 1.5, y: -0 }, burning: { heat: 3 } });
    const crew = world.spawn({
      target: { entity: ship },
      inventory: { items: [ship], gold: 9 },
      pinned: true,
      paused: true,
    });
    world.despawn(world.spawn());
    world.relations.add(crew, WorksFor, ship, { since: 1999 });
    world.resource(Score).points = 12;
    world.resources.remove(Settings);
    world.step(0.75);
    await storage.saveWorld("slot");
    const spawned = world.spawn();

    const other = createWorld({ storage: medium });
    other.ecs.storage.createStorage("slot", format);
    other.spawn({ position: {} });
    await other.ecs.storage.loadWorld("slot");
    expect(other.entityCount).toBe(2);
    expect(other.get(ship, Position)).toEqual({ x: 1.5, y: -0 });
    expect(other.get(ship, Burning)).toEqual({ heat: 3 });
    expect(other.get(crew, Target)).toEqual({ entity: ship });
    expect(other.get(crew, Inventory)).toEqual({ items: [ship], gold: 9 });
    expect([other.has(crew, Pinned), other.has(crew, Paused), other.has(ship, Paused)]).toEqual([true, true, false]);
    expect(other.relations.get(crew, WorksFor, ship)).toEqual({ since: 1999 });
    expect(other.resource(Score).points).toBe(12);
    expect(other.resources.find(Settings)).toBeUndefined();
    expect(other.resource(Time)).toEqual({ delta: 0.75, elapsed: 0.75, tick: 1 });
    expect(other.validate()).toEqual([]);
    expect(other.spawn()).toBe(spawned);
    other.step(0.25);
    expect(other.resource(Time)).toEqual({ delta: 0.25, elapsed: 1, tick: 2 });
  });

  it("save what was there at the moment of the call, and keep the order of calls", async () => {
    storage.createStorage("slot", format);
    const ship = world.spawn({ position: { x: 1 } });
    const first = storage.saveWorld("slot");
    world.set(ship, Position, { x: 2 });
    const second = storage.saveWorld("slot");
    world.set(ship, Position, { x: 3 });
    await storage.loadWorld("slot");
    await Promise.all([first, second]);
    expect(world.get(ship, Position)).toEqual({ x: 2, y: 0 });
  });

  it("change nothing when the save is damaged, missing, or of another kind", async () => {
    storage.createStorage("slot", format);
    const ship = world.spawn({ position: { x: 1 } });
    expect(await failureOf(storage.loadWorld("slot"))).toBe("SaveMissing");
    await storage.saveWorld("slot");
    const bytes = (await medium.read("slot")) ?? new Uint8Array();
    await medium.write("slot", bytes.subarray(0, bytes.length - 9));
    world.set(ship, Position, { x: 7 });
    expect(await failureOf(storage.loadWorld("slot"))).toBe("SaveCorrupt");
    await storage.saveEntities("slot", [ship]);
    expect(await failureOf(storage.loadWorld("slot"))).toBe("SaveIncompatible");
    expect(await failureOf(storage.loadWorld("unknown"))).toBe("StorageUnknown");
    expect(await failureOf(storage.saveWorld("unknown"))).toBe("StorageUnknown");
    expect(world.get(ship, Position)).toEqual({ x: 7, y: 0 });
  });

  it("are refused while the world is locked or in a loop", async () => {
    storage.createStorage("slot", format);
    world.spawn({ position: {} });
    await storage.saveWorld("slot");
    world.lock();
    await storage.saveWorld("slot");
    expect(await failureOf(storage.loadWorld("slot"))).toBe("WorldLocked");
    world.unlock();
    const tried: Promise<unknown>[] = [];
    world.select([Position]).each(() => void tried.push(failureOf(storage.saveWorld("slot"))));
    expect(await Promise.all(tried)).toEqual(["WhileIterating"]);
  });
});

describe.each(["binary", "json"] as const)("saveEntities and loadEntities, as %s", (format) => {
  it("give fresh ids, and references among them follow", async () => {
    storage.createStorage("party", format);
    const town = world.spawn({ position: {} });
    const leader = world.spawn({ position: { x: 1 }, target: { entity: town } });
    const follower = world.spawn({ target: { entity: leader }, inventory: { items: [leader, town] }, burning: {} });
    world.relations.add(follower, WorksFor, leader, { since: 3 });
    world.relations.add(follower, WorksFor, town);
    await storage.saveEntities("party", [follower, leader]);
    const ids = await storage.loadEntities("party");
    const [leader2, follower2] = [ids.get(leader) ?? NO_ENTITY, ids.get(follower) ?? NO_ENTITY];
    expect([ids.size, world.entityCount, world.isAlive(leader)]).toEqual([2, 5, true]);
    expect(world.get(leader2, Position)).toEqual({ x: 1, y: 0 });
    expect(world.get(leader2, Target)).toEqual({ entity: NO_ENTITY });
    expect(world.get(follower2, Target)).toEqual({ entity: leader2 });
    expect(world.get(follower2, Inventory)?.items).toEqual([leader2, NO_ENTITY]);
    expect(world.relations.targets(follower2, WorksFor)).toEqual([leader2]);
    expect(world.relations.get(follower2, WorksFor, leader2)).toEqual({ since: 3 });
    expect(world.validate()).toEqual([]);
  });

  it("refuse entities that are not alive, and places without a save", async () => {
    storage.createStorage("party", format);
    const gone = world.spawn();
    world.despawn(gone);
    expect(await failureOf(storage.saveEntities("party", [gone]))).toBe("StaleEntity");
    expect(await failureOf(storage.loadEntities("party"))).toBe("SaveMissing");
    expect(await failureOf(storage.loadEntities("nowhere"))).toBe("StorageUnknown");
  });
});

describe("clearStorage, storageExists, deleteStorage, getStorageSize", () => {
  it("tell of what is saved, and take it away", async () => {
    storage.createStorage("slot", "binary");
    expect([await storage.storageExists("slot"), await storage.getStorageSize("slot")]).toEqual([false, 0]);
    await storage.saveWorld("slot");
    expect(await storage.storageExists("slot")).toBe(true);
    expect(await storage.getStorageSize("slot")).toBe((await medium.read("slot"))?.length);
    expect([await storage.clearStorage("slot"), await storage.clearStorage("slot")]).toEqual([true, false]);
    expect(await storage.storageExists("slot")).toBe(false);
    expect(storage.getStorage("slot")).toBeDefined();
    await storage.saveWorld("slot");
    expect([await storage.deleteStorage("slot"), await storage.deleteStorage("slot")]).toEqual([true, false]);
    expect([await storage.storageExists("slot"), storage.getStorage("slot")]).toEqual([false, undefined]);
    expect(await failureOf(storage.clearStorage("slot"))).toBe("StorageUnknown");
    expect(await failureOf(storage.getStorageSize("slot"))).toBe("StorageUnknown");
  });

  it("report what the medium throws", async () => {
    const broken: StorageMedium = {
      read: async () => Promise.reject(new Error("no read")),
      write: async () => Promise.reject(new Error("disk full")),
      remove: async () => Promise.reject(new Error("no remove")),
      size: async () => Promise.reject(new Error("no size")),
    };
    const other = createWorld({ storage: broken }).ecs.storage;
    other.createStorage("slot", "binary");
    const failed = await other.saveWorld("slot").catch((error: unknown) => error);
    expect(failed).toMatchObject({ code: "StorageFailed", cause: new Error("disk full") });
    for (const asked of [other.loadWorld("slot"), other.clearStorage("slot"), other.getStorageSize("slot")]) {
      expect(await failureOf(asked)).toBe("StorageFailed");
    }
  });
});

describe("createSnapshot, restoreSnapshot, listSnapshots, deleteSnapshot", () => {
  it("bring exactly the state back, as often as wanted", () => {
    const ship = world.spawn({ position: { x: 1 } });
    storage.createSnapshot("start");
    const before = world.state.save("binary");
    for (let round = 0; round < 2; round++) {
      world.spawnMany(10, { position: {}, burning: {} });
      world.despawn(ship);
      world.step(1);
      storage.restoreSnapshot("start");
      expect(world.state.save("binary")).toEqual(before);
      expect(world.validate()).toEqual([]);
    }
    expect(world.get(ship, Position)).toEqual({ x: 1, y: 0 });
    storage.createSnapshot("again");
    expect(storage.listSnapshots()).toEqual(["start", "again"]);
    expect([storage.deleteSnapshot("start"), storage.deleteSnapshot("start")]).toEqual([true, false]);
    expect(codeOf(() => storage.restoreSnapshot("start"))).toBe("SnapshotUnknown");
    expect(messageOf(() => storage.restoreSnapshot("start"))).toContain("`again`");
  });

  it("drop what is queued, whose entities are others then", () => {
    storage.createSnapshot("empty");
    const ship = world.spawn();
    world.commands.add(ship, Position);
    storage.restoreSnapshot("empty");
    world.flush();
    expect([world.entityCount, world.commands.waiting, world.events.size]).toEqual([0, 0, 0]);
  });

  it("keep queries and systems, which see what is there again", () => {
    const query = world.query({ all: [Position] });
    world.systems.register("count", () => undefined);
    world.spawn({ position: {} });
    storage.createSnapshot("one");
    world.clear();
    expect(query.count()).toBe(0);
    storage.restoreSnapshot("one");
    expect([query.count(), world.systems.has("count")]).toEqual([1, true]);
  });
});

describe("exportJson and importJson", () => {
  it("write and read text at any path", async () => {
    const ship = world.spawn({ position: { x: 4 } });
    await storage.exportJson("world.json");
    const text = new TextDecoder().decode(await medium.read("world.json"));
    expect(JSON.parse(text)).toMatchObject({
      format: "ecsgen",
      entities: [{ id: "0:1", components: { "app.Position": { x: 4, y: 0 } } }],
    });
    world.clear();
    await storage.importJson("world.json");
    expect(world.get(ship, Position)).toEqual({ x: 4, y: 0 });
  });

  it("read what was written by hand, with defaults for the rest", async () => {
    const text = { format: "ecsgen", version: 1, entities: [{ id: "2:1", components: { "app.Burning": {} } }] };
    await medium.write("hand.json", new TextEncoder().encode(JSON.stringify(text)));
    await storage.importJson("hand.json");
    const [ship = NO_ENTITY] = world.entities.living();
    expect([world.entityCount, world.get(ship, Burning), world.resource(Score).best]).toEqual([1, { heat: 1 }, 10]);
    expect(world.validate()).toEqual([]);
    expect(await failureOf(storage.importJson("nothing.json"))).toBe("SaveMissing");
  });
});

describe("without a medium", () => {
  it("saves to files where there are files", async () => {
    const folder = mkdtempSync(join(tmpdir(), "ecsgen-storage-"));
    try {
      const other = createWorld();
      other.spawn({ position: { x: 5 } });
      other.ecs.storage.createStorage(`${folder}/a/save`, "binary");
      await other.ecs.storage.saveWorld(`${folder}/a/save`);
      other.clear();
      await other.ecs.storage.loadWorld(`${folder}/a/save`);
      expect(other.entityCount).toBe(1);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
