import {
  addComponent,
  addComponents,
  addEntity,
  createRelation,
  createWorld,
  makeExclusive,
  observe,
  onAdd,
  onRemove,
  query,
  removeComponent,
  removeEntity,
} from "bitecs";
import type { Library } from "../../harness/trial.js";
import { digest, placeOf, shuffled, speedOf } from "../../runtime/values.js";
import { childrenOfEach, Kinds, kinds, letters, parentOf, queriedKinds, valueOf } from "../plan.js";

/**
 * bitECS 0.4: ids into arrays that the user makes. Typed arrays, as its introduction recommends for speed; plain ones where
 * memory is measured, as it recommends there. It has no events.
 */
const library: Library = {
  packed_5: (size) => {
    const world = createWorld();
    const components = Array.from({ length: 5 }, () => single(size));
    for (let i = 0; i < size; i++) {
      const entity = addEntity(world);
      addComponents(world, entity, components);
      components.forEach(({ value }, c) => (value[entity] = valueOf(i + c)));
    }
    return {
      run() {
        for (const component of components) double(component, query(world, [component]));
      },
      checksum: () => components.reduce((total, { value }) => total + sum(value), 0),
    };
  },
  simple_iter: (size) => {
    const world = createWorld();
    const group = size / 4;
    const [a, b, c, d, e] = Array.from({ length: 5 }, () => single(size));
    [
      [a, b],
      [a, b, c],
      [a, b, c, d],
      [a, b, c, e],
    ].forEach((components) => {
      for (let i = 0; i < group; i++) {
        const entity = addEntity(world);
        addComponents(world, entity, components);
        for (const component of components) {
          component.value[entity] = valueOf(i) + 8 * [a, b, c, d, e].indexOf(component);
        }
      }
    });
    return {
      run() {
        swap(a, b, query(world, [a, b]));
        swap(c, d, query(world, [c, d]));
        swap(c, e, query(world, [c, e]));
      },
      checksum: () => sum(a.value) + 3 * sum(b.value) + 5 * sum(c.value) + 7 * sum(d.value) + 11 * sum(e.value),
    };
  },
  frag_iter: (size) => {
    const world = createWorld();
    const rows = size / letters.length;
    const data = single(size);
    const components = letters.map(() => single(size));
    components.forEach((component, group) => {
      for (let i = 0; i < rows; i++) {
        const entity = addEntity(world);
        addComponents(world, entity, data, component);
        data.value[entity] = valueOf(group * rows + i);
        component.value[entity] = valueOf(i);
      }
    });
    const z = components[25];
    return {
      run() {
        double(data, query(world, [data]));
        double(z, query(world, [z]));
      },
      checksum: () => sum(data.value) + 3 * sum(z.value),
    };
  },
  entity_cycle: (size) => {
    const world = createWorld();
    const [a, b] = [single(size), single(size * 4)];
    for (let i = 0; i < size; i++) a.value[spawn(world, a)] = valueOf(i);
    let ended = 0;
    const create = (): void => {
      b.value[spawn(world, b)] = 1;
    };
    return {
      run() {
        const { length } = query(world, [a]);
        for (let i = 0; i < length; i++) {
          create();
          create();
        }
        for (const entity of query(world, [b])) {
          removeEntity(world, entity);
          ended++;
        }
      },
      checksum: () => query(world, [a]).length + ended,
    };
  },
  add_remove: (size) => {
    const { world, a, b, entities } = lettered(size);
    return {
      run: () => addAndRemove(world, entities, b),
      checksum: () => sum(a.value) + query(world, [b]).length,
    };
  },
  observe: (size) => {
    const { world, b, entities } = lettered(size);
    let told = 0;
    const tell = (): void => void told++;
    observe(world, onAdd(b), tell);
    observe(world, onRemove(b), tell);
    return { run: () => addAndRemove(world, entities, b), checksum: () => told };
  },
  move_3d: (size) => {
    const { world, position, velocity } = moving(size);
    return {
      run() {
        const { x, y, z } = position;
        const { x: vx, y: vy, z: vz } = velocity;
        for (const entity of query(world, [position, velocity])) {
          x[entity] += vx[entity];
          y[entity] += vy[entity];
          z[entity] += vz[entity];
        }
      },
      checksum() {
        let total = 0;
        for (const entity of query(world, [position])) {
          total += digest(position.x[entity], position.y[entity], position.z[entity]);
        }
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
        for (const entity of targets) position.y[entity] = velocity.y[entity] + count;
      },
      checksum: () => sum(position.y),
    };
  },
  spawn_destroy: (size) => {
    const world = createWorld();
    const [position, velocity] = [vector(size * 2), vector(size * 2)];
    let ended = 0;
    return {
      run() {
        for (let i = 0; i < size; i++) place(addEntity(world), i, position, velocity, world);
        for (const entity of query(world, [position])) {
          removeEntity(world, entity);
          ended++;
        }
      },
      checksum: () => query(world, [position]).length + ended,
    };
  },
  queries_50: (size) => {
    const world = createWorld();
    const plan = new Kinds(size);
    const a = single(size);
    const tags = Array.from({ length: kinds }, () => ({}));
    const entities = Array.from({ length: size }, (_, i) => {
      const entity = addEntity(world);
      addComponents(world, entity, a, tags[plan.first[i]], tags[plan.second[i]]);
      a.value[entity] = valueOf(i);
      return entity;
    });
    const queries = queriedKinds.map((wanted) => [a, ...wanted.map((kind) => tags[kind])]);
    let total = 0;
    return {
      run() {
        plan.tick((entity, from, to) => {
          removeComponent(world, entities[entity], tags[from]);
          addComponent(world, entities[entity], tags[to]);
        });
        for (const terms of queries) for (const entity of query(world, terms)) total += a.value[entity];
      },
      checksum: () => total,
    };
  },
  relate: (size) => {
    const { world, parents, children, childOf } = family(size);
    const pairs = children.map((_, i) => childOf(parents[parentOf(i, parents.length)]));
    return {
      run() {
        children.forEach((child, i) => addComponent(world, child, pairs[i]));
        children.forEach((child, i) => removeComponent(world, child, pairs[i]));
      },
      checksum: () => query(world, [childOf("*")]).length,
    };
  },
  children: (size) => {
    const { world, parents, children, childOf, a } = family(size);
    children.forEach((child, i) => addComponent(world, child, childOf(parents[parentOf(i, parents.length)])));
    let total = 0;
    return {
      run() {
        for (const parent of parents) {
          for (const child of query(world, [childOf(parent)])) total += a.value[child];
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
        const components = Array.from({ length: 50 }, plain);
        const [position, velocity] = components;
        for (let i = 0; i < size; i++) {
          const entity = addEntity(world);
          addComponents(world, entity, position, velocity);
          for (const { x, y, z } of [position, velocity]) x[entity] = y[entity] = z[entity] = 0;
        }
        count = query(world, [position, velocity]).length;
        held = { world, components };
      },
      checksum: () => (held === undefined ? 0 : count),
    };
  },
};
export default library;

type World = ReturnType<typeof createWorld>;
type Found = ReturnType<typeof query>;

/** A component with one number. Ids start at 1. */
interface Single {
  readonly value: Float32Array;
}

interface Vector {
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly z: Float32Array;
}

function single(size: number): Single {
  return { value: new Float32Array(size + 1) };
}

function vector(size: number): Vector {
  return { x: new Float32Array(size + 1), y: new Float32Array(size + 1), z: new Float32Array(size + 1) };
}

function plain(): { readonly x: number[]; readonly y: number[]; readonly z: number[] } {
  return { x: [], y: [], z: [] };
}

function double({ value }: Single, entities: Found): void {
  for (const entity of entities) value[entity] *= 2;
}

function swap({ value: left }: Single, { value: right }: Single, entities: Found): void {
  for (const entity of entities) {
    const value = left[entity];
    left[entity] = right[entity];
    right[entity] = value;
  }
}

function spawn(world: World, component: Single): number {
  const entity = addEntity(world);
  addComponent(world, entity, component);
  return entity;
}

function lettered(size: number) {
  const world = createWorld();
  const [a, b] = [single(size), single(size)];
  const entities = Array.from({ length: size }, (_, i) => {
    const entity = spawn(world, a);
    a.value[entity] = valueOf(i);
    return entity;
  });
  return { world, a, b, entities };
}

function addAndRemove(world: World, entities: readonly number[], component: Single): void {
  for (const entity of entities) {
    addComponent(world, entity, component);
    component.value[entity] = 1;
  }
  for (const entity of entities) removeComponent(world, entity, component);
}

function place(entity: number, i: number, position: Vector, velocity: Vector, world: World): number {
  addComponents(world, entity, position, velocity);
  position.x[entity] = placeOf(i, 0);
  position.y[entity] = placeOf(i, 1);
  position.z[entity] = placeOf(i, 2);
  velocity.x[entity] = speedOf(i, 0);
  velocity.y[entity] = speedOf(i, 1);
  velocity.z[entity] = speedOf(i, 2);
  return entity;
}

function moving(size: number) {
  const world = createWorld();
  const [position, velocity] = [vector(size), vector(size)];
  const entities = Array.from({ length: size }, (_, i) => place(addEntity(world), i, position, velocity, world));
  return { world, position, velocity, entities };
}

function family(size: number) {
  const world = createWorld();
  const parents = Array.from({ length: size / childrenOfEach }, () => addEntity(world));
  const a = single(size + parents.length);
  const children = Array.from({ length: size }, (_, i) => {
    const child = spawn(world, a);
    a.value[child] = valueOf(i);
    return child;
  });
  const childOf = createRelation<object>(makeExclusive);
  return { world, parents, children, childOf, a };
}

function sum(values: Float32Array): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
