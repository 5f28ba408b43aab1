import { createQuery, createWorld, relation, trait, type Entity, type World } from "koota";
import type { Library } from "../../harness/trial.js";
import { digest, placeOf, shuffled, speedOf } from "../../runtime/values.js";
import { childrenOfEach, Kinds, kinds, letters, parentOf, queriedKinds, valueOf } from "../plan.js";

/**
 * koota 0.6: loops over stores (`useStores`), which its documentation recommends where speed counts, and entities' own
 * methods elsewhere. Its events are those of traits that come, go or change; the case `observe` has them.
 */
const library: Library = {
  packed_5: (size) => {
    const world = createWorld();
    const traits = Array.from({ length: 5 }, single);
    for (let i = 0; i < size; i++) world.spawn(...traits.map((each, c) => each({ value: valueOf(i + c) })));
    return { run: () => traits.forEach((each) => double(world, each)), checksum: () => sum(world, ...traits) };
  },
  simple_iter: (size) => {
    const world = createWorld();
    const traits = Array.from({ length: 5 }, single);
    const [a, b, c, d, e] = traits;
    for (const group of [
      [a, b],
      [a, b, c],
      [a, b, c, d],
      [a, b, c, e],
    ]) {
      for (let i = 0; i < size / 4; i++) {
        world.spawn(...group.map((each) => each({ value: valueOf(i) + 8 * traits.indexOf(each) })));
      }
    }
    return {
      run() {
        swap(world, a, b);
        swap(world, c, d);
        swap(world, c, e);
      },
      checksum: () => sum(world, a) + 3 * sum(world, b) + 5 * sum(world, c) + 7 * sum(world, d) + 11 * sum(world, e),
    };
  },
  frag_iter: (size) => {
    const world = createWorld();
    const rows = size / letters.length;
    const data = single();
    const traits = letters.map(single);
    traits.forEach((each, group) => {
      for (let i = 0; i < rows; i++) {
        world.spawn(data({ value: valueOf(group * rows + i) }), each({ value: valueOf(i) }));
      }
    });
    const z = traits[25];
    return {
      run() {
        double(world, data);
        double(world, z);
      },
      checksum: () => sum(world, data) + 3 * sum(world, z),
    };
  },
  entity_cycle: (size) => {
    const world = createWorld();
    const [a, b] = [single(), single()];
    for (let i = 0; i < size; i++) world.spawn(a({ value: valueOf(i) }));
    let ended = 0;
    return {
      run() {
        const { length } = world.query(a);
        for (let i = 0; i < length; i++) {
          world.spawn(b({ value: 1 }));
          world.spawn(b({ value: 1 }));
        }
        for (const entity of world.query(b)) {
          entity.destroy();
          ended++;
        }
      },
      checksum: () => world.query(a).length + ended,
    };
  },
  add_remove: (size) => {
    const { world, a, b, entities } = lettered(size);
    return { run: () => addAndRemove(entities, b), checksum: () => sum(world, a) + world.query(b).length };
  },
  observe: (size) => {
    const { world, b, entities } = lettered(size);
    let told = 0;
    world.onAdd(b, () => void told++);
    world.onRemove(b, () => void told++);
    return { run: () => addAndRemove(entities, b), checksum: () => told };
  },
  move_3d: (size) => {
    const { world, position, velocity } = moving(size);
    const bodies = createQuery(position, velocity);
    return {
      run() {
        world.query(bodies).useStores(([{ x, y, z }, { x: vx, y: vy, z: vz }], entities) => {
          for (const entity of entities) {
            const id = entity.id();
            x[id] += vx[id];
            y[id] += vy[id];
            z[id] += vz[id];
          }
        });
      },
      checksum() {
        let total = 0;
        world.query(position).readEach(([at]) => void (total += digest(at.x, at.y, at.z)));
        return total;
      },
    };
  },
  random_access: (size) => {
    const { position, velocity, entities } = moving(size);
    const targets = shuffled(size).map((i) => entities[i]);
    let count = 0;
    return {
      run() {
        count++;
        for (const entity of targets) entity.set(position, { y: (entity.get(velocity)?.y ?? 0) + count });
      },
      checksum: () => targets.reduce((total, entity) => total + (entity.get(position)?.y ?? 0), 0),
    };
  },
  spawn_destroy: (size) => {
    const world = createWorld();
    const [position, velocity] = [vector(), vector()];
    let ended = 0;
    return {
      run() {
        for (let i = 0; i < size; i++) place(world, i, position, velocity);
        for (const entity of world.query(position)) {
          entity.destroy();
          ended++;
        }
      },
      checksum: () => world.query(position).length + ended,
    };
  },
  queries_50: (size) => {
    const world = createWorld();
    const plan = new Kinds(size);
    const a = single();
    const tags = Array.from({ length: kinds }, () => trait());
    const entities = Array.from({ length: size }, (_, i) =>
      world.spawn(a({ value: valueOf(i) }), tags[plan.first[i]], tags[plan.second[i]]),
    );
    const queries = queriedKinds.map((wanted) => createQuery(a, ...wanted.map((kind) => tags[kind])));
    let total = 0;
    return {
      run() {
        plan.tick((entity, from, to) => {
          entities[entity].remove(tags[from]);
          entities[entity].add(tags[to]);
        });
        for (const each of queries) {
          world.query(each).useStores(([{ value }], found) => {
            for (const entity of found) total += value[entity.id()];
          });
        }
      },
      checksum: () => total,
    };
  },
  relate: (size) => {
    const { world, parents, children, childOf } = family(size);
    return {
      run() {
        children.forEach((child, i) => child.add(childOf(parents[parentOf(i, parents.length)])));
        children.forEach((child, i) => child.remove(childOf(parents[parentOf(i, parents.length)])));
      },
      checksum: () => world.query(childOf("*")).length,
    };
  },
  children: (size) => {
    const { world, parents, children, childOf, a } = family(size);
    children.forEach((child, i) => child.add(childOf(parents[parentOf(i, parents.length)])));
    let total = 0;
    return {
      run() {
        for (const parent of parents) {
          for (const child of world.query(childOf(parent))) total += child.get(a)?.value ?? 0;
        }
      },
      checksum: () => total,
    };
  },
  memory: (size) => {
    let held: unknown;
    let count = 0;
    return {
      run() {
        const world = createWorld();
        const traits = Array.from({ length: 50 }, vector);
        for (let i = 0; i < size; i++) world.spawn(traits[0], traits[1]);
        count = world.query(traits[0], traits[1]).length;
        held = { world, traits };
      },
      checksum: () => (held === undefined ? 0 : count),
    };
  },
};
export default library;

type Single = ReturnType<typeof single>;
type Vector = ReturnType<typeof vector>;

function single() {
  return trait({ value: 0 });
}

function vector() {
  return trait({ x: 0, y: 0, z: 0 });
}

function double(world: World, each: Single): void {
  world.query(each).useStores(([{ value }], entities) => {
    for (const entity of entities) value[entity.id()] *= 2;
  });
}

function swap(world: World, left: Single, right: Single): void {
  world.query(left, right).useStores(([{ value: a }, { value: b }], entities) => {
    for (const entity of entities) {
      const id = entity.id();
      const value = a[id];
      a[id] = b[id];
      b[id] = value;
    }
  });
}

function lettered(size: number) {
  const world = createWorld();
  const [a, b] = [single(), single()];
  const entities = Array.from({ length: size }, (_, i) => world.spawn(a({ value: valueOf(i) })));
  return { world, a, b, entities };
}

function addAndRemove(entities: readonly Entity[], each: Single): void {
  for (const entity of entities) entity.add(each({ value: 1 }));
  for (const entity of entities) entity.remove(each);
}

function place(world: World, i: number, position: Vector, velocity: Vector): Entity {
  return world.spawn(
    position({ x: placeOf(i, 0), y: placeOf(i, 1), z: placeOf(i, 2) }),
    velocity({ x: speedOf(i, 0), y: speedOf(i, 1), z: speedOf(i, 2) }),
  );
}

function moving(size: number) {
  const world = createWorld();
  const [position, velocity] = [vector(), vector()];
  const entities = Array.from({ length: size }, (_, i) => place(world, i, position, velocity));
  return { world, position, velocity, entities };
}

function family(size: number) {
  const world = createWorld();
  const a = single();
  const childOf = relation({ exclusive: true });
  const parents = Array.from({ length: size / childrenOfEach }, () => world.spawn());
  const children = Array.from({ length: size }, (_, i) => world.spawn(a({ value: valueOf(i) })));
  return { world, parents, children, childOf, a };
}

function sum(world: World, ...traits: readonly Single[]): number {
  let total = 0;
  for (const each of traits) world.query(each).readEach(([{ value }]) => void (total += value));
  return total;
}
