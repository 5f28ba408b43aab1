import { expect, it } from "vitest";
import { Gate } from "../../../runtime/gate.js";
import { Memory } from "../../../runtime/memory/memory.js";
import type { ModelPool } from "../../../runtime/models/model-pool.js";
import { Models } from "../../../runtime/models/models.js";
import { codeOf } from "../kit/code-of.js";
import { createWorld, Screen, type ScreenInit } from "../kit/generated/index.js";
import { InitError, unreadable } from "../properties/failures.js";

function pool(): ModelPool<Screen, ScreenInit> {
  return new Models(new Memory(), [Screen], new Gate()).pool(Screen);
}

it("is one for each token of the layout", () => {
  const models = new Models(new Memory(), [Screen], new Gate());
  expect(models.pool(Screen)).toBe(models.pool(Screen));
  expect(() => models.pool({ ...Screen })).toThrow(expect.objectContaining({ code: "UnknownModel" }));
  const misplaced = { ...Screen, index: 1 };
  expect(() => new Models(new Memory(), [misplaced], new Gate())).toThrow(
    expect.objectContaining({ code: "InvalidLayout" }),
  );
});

it("makes models with defaults, and keeps them live", () => {
  const screens = pool();
  const [plain, wide] = [screens.create(), screens.create({ width: 1920, layers: ["sky"] })];
  expect(screens.get(plain)).toEqual({ width: 640, title: "", layers: [] });
  screens.get(wide).title = "main";
  expect(screens.get(wide)).toEqual({ width: 1920, title: "main", layers: ["sky"] });
  expect([screens.count, screens.ids()]).toEqual([2, [plain, wide]]);
});

it("recycles records, reset when they are given back", () => {
  const screens = pool();
  const first = screens.create({ title: "secret", layers: ["x"] });
  const record = screens.get(first);
  expect([screens.release(first), screens.release(first)]).toEqual([true, false]);
  expect(record).toEqual({ width: 640, title: "", layers: [] });
  const second = screens.create({ width: 3 });
  expect(screens.get(second)).toBe(record);
  expect(record).toEqual({ width: 3, title: "", layers: [] });
  expect([screens.isAlive(first), screens.isAlive(second), first === second]).toEqual([false, true, false]);
});

it("catches stale ids", () => {
  const screens = pool();
  const id = screens.create();
  screens.release(id);
  screens.create();
  expect(() => screens.get(id)).toThrow("model 0 (generation 1) of pool `app.Screen` is not in use");
  expect(() => screens.get(id)).toThrow(expect.objectContaining({ code: "StaleModel" }));
});

it("makes none when what is given cannot be read", () => {
  const screens = pool();
  const kept = screens.create();
  expect(() => screens.create(unreadable("title"))).toThrow(InitError);
  expect([screens.count, screens.ids()]).toEqual([1, [kept]]);
});

it("makes none and gives none back while the world is locked, but shows those that are", () => {
  const world = createWorld();
  const screens = world.pool(Screen);
  const kept = screens.create({ width: 3 });
  world.lock();
  expect(codeOf(() => screens.create())).toBe("WorldLocked");
  expect(codeOf(() => screens.release(kept))).toBe("WorldLocked");
  expect([screens.get(kept).width, screens.count, world.copy().pool(Screen).count]).toEqual([3, 1, 1]);
  world.unlock();
  expect(screens.release(kept)).toBe(true);
});
