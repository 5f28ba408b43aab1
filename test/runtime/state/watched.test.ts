// What those see who watch a world that is loaded, restored or merged into.
import { expect, it } from "vitest";
import { AfterSpawn, BeforeSpawn } from "ecsgen/runtime";
import * as kit from "../kit/generated/index.js";

it("lets queries for changes begin anew when a world becomes another one", () => {
  const world = kit.createWorld();
  const tagged = world.spawn({ pinned: true, label: {} });
  const bare = world.spawn({ pinned: true });
  world.queries.create("came", { added: [kit.Pinned] });
  world.queries.create("written", { changed: [kit.Label] });
  world.queries.create("went", { removed: [kit.Pinned] });
  const runAll = (): unknown => ["came", "written", "went"].map((name) => world.queries.run(name));
  expect(runAll()).toEqual([[tagged, bare], [tagged], []]);
  expect(runAll()).toEqual([[], [], []]);
  world.state.createSnapshot("start");
  world.remove(bare, kit.Pinned);
  world.state.restoreSnapshot("start");
  expect(runAll()).toEqual([[tagged, bare], [tagged], []]);
  world.remove(bare, kit.Pinned);
  world.state.load(world.state.save("json"));
  expect(runAll()).toEqual([[tagged], [tagged], []]);
  expect(runAll()).toEqual([[], [], []]);
});

it("merges what the other world was, whatever handlers do to it meanwhile", () => {
  const [world, other] = [kit.createWorld(), kit.createWorld()];
  const spawned = other.spawnMany(3, (index) => ({ position: { x: index } }));
  other.relations.add(spawned[2], kit.ChildOf, spawned[0]);
  world.events.subscribePost(AfterSpawn, () => {
    for (const entity of spawned) other.despawn(entity);
  });
  const ids = [...world.merge(other).values()];
  expect(other.entityCount).toBe(0);
  expect(ids.map((entity) => world.get(entity, kit.Position)?.x)).toEqual([0, 1, 2]);
  expect(world.relations.count(kit.ChildOf)).toBe(1);
  expect([world.validate(), other.validate()]).toEqual([[], []]);
});

it("merges no edge to an entity whose spawn was refused, and none from it", () => {
  const [world, other] = [kit.createWorld(), kit.createWorld()];
  const [child, parent, friend] = other.spawnMany(3, (index) => ({ position: { x: index } }));
  other.relations.add(child, kit.ChildOf, parent);
  other.relations.add(parent, kit.Likes, friend);
  other.relations.add(friend, kit.Likes, child);
  let asked = 0;
  world.events.subscribePre(BeforeSpawn, () => (asked++ === 1 ? "cancel" : undefined));
  const ids = world.merge(other);
  const [mine, refused, yours] = [child, parent, friend].map((entity) => ids.get(entity) ?? kit.NO_ENTITY);
  expect([mine, refused, yours].map((entity) => world.isAlive(entity))).toEqual([true, false, true]);
  expect([world.relations.count(kit.ChildOf), world.relations.count(kit.Likes)]).toEqual([0, 1]);
  expect(world.relations.targets(yours, kit.Likes)).toEqual([mine]);
  expect(world.validate()).toEqual([]);
});
