import type { Library } from "../../../harness/trial.js";
import { placeOf, shuffled, speedOf } from "../../../runtime/values.js";
import { childrenOfEach, parentOf, valueOf } from "../../plan.js";
import {
  A,
  ChildOf,
  createWorld,
  Position,
  Signal,
  Velocity,
  type Entity,
  type World,
} from "../../world/generated/index.js";

/** Access to single entities, events, relations, and what entities cost to hold. */
export const access: Library = {
  random_access: (size) => {
    const world = createWorld();
    const entities = world.spawnMany(size, (i) => ({
      position: { x: placeOf(i, 0), y: placeOf(i, 1), z: placeOf(i, 2) },
      velocity: { x: speedOf(i, 0), y: speedOf(i, 1), z: speedOf(i, 2) },
    }));
    const targets = shuffled(size).map((i) => entities[i]);
    const positions = world.cursor(Position);
    const velocities = world.cursor(Velocity, { readonly: true });
    let count = 0;
    return {
      run() {
        count++;
        for (const entity of targets) positions.at(entity).y = velocities.at(entity).y + count;
      },
      checksum() {
        let total = 0;
        for (const entity of targets) total += world.get(entity, Position)?.y ?? 0;
        return total;
      },
    };
  },
  events: (size) => {
    const world = createWorld();
    let total = 0;
    world.on(Signal, ({ amount }) => void (total += amount));
    return {
      run() {
        for (let i = 0; i < size; i++) world.emit(Signal, { amount: valueOf(i) });
        world.step(1);
      },
      checksum: () => total,
    };
  },
  relate: (size) => {
    const { world, parents, children } = family(size);
    const { relations } = world;
    return {
      run() {
        children.forEach((child, i) => relations.add(child, ChildOf, parents[parentOf(i, parents.length)]));
        for (const child of children) relations.remove(child, ChildOf);
      },
      checksum: () => relations.count(ChildOf),
    };
  },
  children: (size) => {
    const { world, parents, children } = family(size);
    const { relations } = world;
    children.forEach((child, i) => relations.add(child, ChildOf, parents[parentOf(i, parents.length)]));
    const values = world.cursor(A, { readonly: true });
    let total = 0;
    const addUp = (child: Entity): void => void (total += values.at(child).value);
    return {
      run() {
        for (const parent of parents) relations.eachSource(parent, ChildOf, addUp);
      },
      checksum: () => total,
    };
  },
  memory: (size) => {
    let world: World | undefined;
    return {
      run() {
        world = createWorld();
        for (let i = 0; i < size; i++) world.spawn({ position: {}, velocity: {} });
      },
      checksum: () => world?.entityCount ?? 0,
    };
  },
};

function family(size: number) {
  const world = createWorld();
  const parents = world.spawnMany(size / childrenOfEach, { position: {} });
  return { world, parents, children: world.spawnMany(size, (i) => ({ a: { value: valueOf(i) } })) };
}
