import { expect, it } from "vitest";
import { BoundTo, ChildOf, createWorld, Likes } from "./kit/generated/index.js";

/** Numbers that look random, and are the same in every run. */
function randomOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return (state >>> 8) % below;
  };
}

it("lives through half a million changes of edges in the memory of the first hundred thousand", () => {
  const world = createWorld();
  const { relations } = world;
  const random = randomOf(7);
  const entities = world.spawnMany(500);
  const churn = (changes: number): void => {
    for (let i = 0; i < changes; i++) {
      const one = random(entities.length);
      const [source, target] = [entities[one], entities[random(entities.length)]];
      switch (random(8)) {
        case 0:
          world.despawn(source);
          entities.forEach((entity, at) => {
            if (!world.isAlive(entity)) entities[at] = world.spawn();
          });
          break;
        case 1:
          relations.remove(source, Likes);
          break;
        case 2:
        case 3:
          relations.add(source, BoundTo, target);
          relations.remove(source, BoundTo);
          break;
        case 4:
        case 5:
          if (!relations.ancestors(target, ChildOf).includes(source) && source !== target)
            relations.add(source, ChildOf, target);
          break;
        default:
          relations.add(source, Likes, target, { amount: i });
      }
    }
  };
  churn(100_000);
  const before = world.memoryUsage();
  churn(500_000);
  const after = world.memoryUsage();
  expect(after.bytes).toBe(before.bytes);
  expect(world.entityCount).toBe(500);
  const listed = entities.reduce((sum, entity) => sum + relations.targets(entity, Likes).length, 0);
  expect(listed).toBe(relations.count(Likes));
  for (const entity of entities) world.despawn(entity);
  expect([Likes, ChildOf, BoundTo].map((relation) => relations.count(relation))).toEqual([0, 0, 0]);
});
