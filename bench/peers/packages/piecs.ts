import { createEntitySystem, World } from "piecs";
import type { Library } from "../../harness/trial.js";
import { digest, placeOf, shuffled, speedOf } from "../../runtime/values.js";
import { Kinds, kinds, letters, queriedKinds, valueOf } from "../plan.js";

/**
 * piecs 0.4: ids in sets per archetype, and systems over them; the user brings the arrays. Archetypes are prefabricated, and
 * entities transformed from one to the other, which its documentation calls the fastest. It has no relations, no events and
 * no observers.
 */
const library: Library = {
  packed_5: (size) => {
    const world = new World();
    const components = Array.from({ length: 5 }, () => new Single(world, size));
    for (const component of components) doubling(world, component);
    const prefab = world.prefabricate(components);
    for (let i = 0; i < size; i++) {
      const entity = world.createEntity(prefab);
      components.forEach(({ value }, c) => (value[entity] = valueOf(i + c)));
    }
    world.initialize();
    return { run: () => world.update(), checksum: () => components.reduce((total, each) => total + sum(each), 0) };
  },
  simple_iter: (size) => {
    const world = new World();
    const components = Array.from({ length: 5 }, () => new Single(world, size));
    const [a, b, c, d, e] = components;
    swapping(world, a, b);
    swapping(world, c, d);
    swapping(world, c, e);
    for (const group of [
      [a, b],
      [a, b, c],
      [a, b, c, d],
      [a, b, c, e],
    ]) {
      const prefab = world.prefabricate(group);
      for (let i = 0; i < size / 4; i++) {
        const entity = world.createEntity(prefab);
        for (const component of group) {
          component.value[entity] = valueOf(i) + 8 * components.indexOf(component);
        }
      }
    }
    world.initialize();
    return {
      run: () => world.update(),
      checksum: () => sum(a) + 3 * sum(b) + 5 * sum(c) + 7 * sum(d) + 11 * sum(e),
    };
  },
  frag_iter: (size) => {
    const world = new World();
    const rows = size / letters.length;
    const data = new Single(world, size);
    const components = letters.map(() => new Single(world, size));
    const z = components[25];
    doubling(world, data);
    doubling(world, z);
    components.forEach((component, group) => {
      const prefab = world.prefabricate([data, component]);
      for (let i = 0; i < rows; i++) {
        const entity = world.createEntity(prefab);
        data.value[entity] = valueOf(group * rows + i);
        component.value[entity] = valueOf(i);
      }
    });
    world.initialize();
    return { run: () => world.update(), checksum: () => sum(data) + 3 * sum(z) };
  },
  entity_cycle: (size) => {
    const world = new World();
    const [a, b] = [new Single(world, size * 3), new Single(world, size * 3)];
    const [prefabA, prefabB] = [world.prefabricate([a]), world.prefabricate([b])];
    let ended = 0;
    const create = (): void => {
      b.value[world.createEntity(prefabB)] = 1;
    };
    world.registerSystem(
      createEntitySystem(
        ({ length }) => {
          for (let i = 0; i < length; i++) {
            create();
            create();
          }
        },
        (query) => query.every(a),
      ),
    );
    world.registerSystem(
      createEntitySystem(
        (entities) => {
          for (let i = entities.length - 1; i >= 0; i--) {
            world.deleteEntity(entities[i]);
            ended++;
          }
        },
        (query) => query.every(b),
      ),
    );
    for (let i = 0; i < size; i++) a.value[world.createEntity(prefabA)] = valueOf(i);
    world.initialize();
    return { run: () => world.update(), checksum: () => prefabA.entities.length + ended };
  },
  add_remove: (size) => {
    const world = new World();
    const [a, b] = [new Single(world, size), new Single(world, size)];
    const [without, having] = [world.prefabricate([a]), world.prefabricate([a, b])];
    const entities = Array.from({ length: size }, (_, i) => {
      const entity = world.createEntity(without);
      a.value[entity] = valueOf(i);
      return entity;
    });
    world.initialize();
    return {
      run() {
        for (const entity of entities) {
          world.transformEntity(entity, having);
          b.value[entity] = 1;
        }
        for (const entity of entities) world.transformEntity(entity, without);
      },
      checksum: () => sum(a) + having.entities.length,
    };
  },
  move_3d: (size) => {
    const { world, position, velocity, entities } = moving(size);
    const { x, y, z } = position;
    const { x: vx, y: vy, z: vz } = velocity;
    world.registerSystem(
      createEntitySystem(
        (entities) => {
          for (let i = 0; i < entities.length; i++) {
            const entity = entities[i];
            x[entity] += vx[entity];
            y[entity] += vy[entity];
            z[entity] += vz[entity];
          }
        },
        (query) => query.every(position, velocity),
      ),
    );
    world.initialize();
    return {
      run: () => world.update(),
      checksum: () => entities.reduce((total, entity) => total + digest(x[entity], y[entity], z[entity]), 0),
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
      checksum: () => targets.reduce((total, entity) => total + position.y[entity], 0),
    };
  },
  spawn_destroy: (size) => {
    const world = new World();
    const [position, velocity] = [new Vector(world, size), new Vector(world, size)];
    const bodies = world.prefabricate([position, velocity]);
    let ended = 0;
    world.initialize();
    return {
      run() {
        for (let i = 0; i < size; i++) place(world.createEntity(bodies), i, position, velocity);
        const { entities } = bodies;
        for (let i = entities.length - 1; i >= 0; i--) {
          world.deleteEntity(entities[i]);
          ended++;
        }
      },
      checksum: () => bodies.entities.length + ended,
    };
  },
  queries_50: (size) => {
    const world = new World();
    const plan = new Kinds(size);
    const a = new Single(world, size);
    const tags = Array.from({ length: kinds }, () => world.createComponentId());
    let total = 0;
    const count = (entities: ArrayLike<number>): void => {
      for (let i = 0; i < entities.length; i++) total += a.value[entities[i]];
    };
    for (const wanted of queriedKinds) {
      world.registerSystem(
        createEntitySystem(count, (query) => query.every(a.id, ...wanted.map((kind) => tags[kind]))),
      );
    }
    const entities = Array.from({ length: size }, (_, i) => {
      const entity = world.createEntity(world.prefabricate([a.id, tags[plan.first[i]], tags[plan.second[i]]]));
      a.value[entity] = valueOf(i);
      return entity;
    });
    world.initialize();
    return {
      run() {
        plan.tick((entity, from, to) => {
          world.removeComponent(entities[entity], tags[from]);
          world.addComponent(entities[entity], tags[to]);
        });
        world.update();
      },
      checksum: () => total,
    };
  },
  memory: (size) => {
    let held: unknown;
    let count = 0;
    return {
      run() {
        const world = new World();
        const [position, velocity, ...others] = Array.from({ length: 50 }, () => new Vector(world, 0));
        const used = [new Vector(world, size), new Vector(world, size)];
        const bodies = world.prefabricate([position, velocity]);
        for (let i = 0; i < size; i++) place(world.createEntity(bodies), i, used[0], used[1]);
        count = bodies.entities.length;
        held = { world, others, used };
      },
      checksum: () => (held === undefined ? 0 : count),
    };
  },
};
export default library;

/** A component with one number. */
class Single {
  readonly id: number;
  readonly value: Float32Array;

  constructor(world: World, size: number) {
    this.id = world.createComponentId();
    this.value = new Float32Array(size + 1);
  }
}

class Vector {
  readonly id: number;
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly z: Float32Array;

  constructor(world: World, size: number) {
    this.id = world.createComponentId();
    this.x = new Float32Array(size + 1);
    this.y = new Float32Array(size + 1);
    this.z = new Float32Array(size + 1);
  }
}

function doubling(world: World, component: Single): void {
  const { value } = component;
  world.registerSystem(
    createEntitySystem(
      (entities) => {
        for (let i = 0; i < entities.length; i++) value[entities[i]] *= 2;
      },
      (query) => query.every(component),
    ),
  );
}

function swapping(world: World, left: Single, right: Single): void {
  const [a, b] = [left.value, right.value];
  world.registerSystem(
    createEntitySystem(
      (entities) => {
        for (let i = 0; i < entities.length; i++) {
          const entity = entities[i];
          const value = a[entity];
          a[entity] = b[entity];
          b[entity] = value;
        }
      },
      (query) => query.every(left, right),
    ),
  );
}

function place(entity: number, i: number, position: Vector, velocity: Vector): number {
  position.x[entity] = placeOf(i, 0);
  position.y[entity] = placeOf(i, 1);
  position.z[entity] = placeOf(i, 2);
  velocity.x[entity] = speedOf(i, 0);
  velocity.y[entity] = speedOf(i, 1);
  velocity.z[entity] = speedOf(i, 2);
  return entity;
}

function moving(size: number) {
  const world = new World();
  const [position, velocity] = [new Vector(world, size), new Vector(world, size)];
  const prefab = world.prefabricate([position, velocity]);
  const entities = Array.from({ length: size }, (_, i) => place(world.createEntity(prefab), i, position, velocity));
  return { world, position, velocity, entities };
}

function sum({ value }: Single): number {
  let total = 0;
  for (const each of value) total += each;
  return total;
}
