import type { Library } from "../../../harness/trial.js";
import { placeOf, speedOf } from "../../../runtime/values.js";
import { Kinds, valueOf } from "../../plan.js";
import {
  A,
  B,
  createWorld,
  Kind0,
  Kind1,
  Kind2,
  Kind3,
  Kind4,
  Kind5,
  Kind6,
  Kind7,
  Kind8,
  Kind9,
  Position,
  Tally,
  type Entity,
  type World,
} from "../../world/generated/index.js";

/** Entities that come, go and change. */
export const changes: Library = {
  entity_cycle: (size) => {
    const world = createWorld();
    world.spawnMany(size, (i) => ({ a: { value: valueOf(i) } }));
    const [havingA, havingB] = [world.query({ all: [A] }), world.query({ all: [B] })];
    let ended = 0;
    return {
      run() {
        const { length } = havingA.entities();
        for (let i = 0; i < length; i++) {
          world.spawn({ b: { value: 1 } });
          world.spawn({ b: { value: 1 } });
        }
        for (const entity of havingB.entities()) if (world.despawn(entity)) ended++;
      },
      checksum: () => world.entityCount + ended,
    };
  },
  add_remove: (size) => {
    const { world, entities } = lettered(size);
    return {
      run: () => addAndRemove(world, entities),
      checksum() {
        let total = world.query({ all: [B] }).count();
        world.select([A]).each(({ value }) => (total += value));
        return total;
      },
    };
  },
  observe: (size) => {
    const { world, entities } = lettered(size);
    let told = 0;
    world.observers.observe(B, { added: () => void told++, removed: () => void told++ });
    return { run: () => addAndRemove(world, entities), checksum: () => told };
  },
  spawn_destroy: (size) => {
    const world = createWorld();
    const everything = world.query({ all: [Position] });
    let ended = 0;
    return {
      run() {
        for (let i = 0; i < size; i++) {
          world.spawn({
            position: { x: placeOf(i, 0), y: placeOf(i, 1), z: placeOf(i, 2) },
            velocity: { x: speedOf(i, 0), y: speedOf(i, 1), z: speedOf(i, 2) },
          });
        }
        for (const entity of everything.entities()) if (world.despawn(entity)) ended++;
      },
      checksum: () => world.entityCount + ended,
    };
  },
  // The fifty queries are lines of the schedule.
  queries_50: (size) => {
    const world = createWorld();
    const plan = new Kinds(size);
    const tags = [Kind0, Kind1, Kind2, Kind3, Kind4, Kind5, Kind6, Kind7, Kind8, Kind9];
    const entities = world.spawnMany(size, (i) => ({ a: { value: valueOf(i) } }));
    entities.forEach((entity, i) => {
      world.add(entity, tags[plan.first[i]]);
      world.add(entity, tags[plan.second[i]]);
    });
    return {
      run() {
        plan.tick((entity, from, to) => {
          world.remove(entities[entity], tags[from]);
          world.add(entities[entity], tags[to]);
        });
        world.step(1);
      },
      checksum: () => world.resource(Tally).total,
    };
  },
};

function lettered(size: number): { readonly world: World; readonly entities: readonly Entity[] } {
  const world = createWorld();
  return { world, entities: world.spawnMany(size, (i) => ({ a: { value: valueOf(i) } })) };
}

function addAndRemove(world: World, entities: readonly Entity[]): void {
  for (const entity of entities) world.add(entity, B, { value: 1 });
  for (const entity of entities) world.remove(entity, B);
}
