import { all, ECS, types } from "wolf-ecs";
import type { Library } from "../../harness/trial.js";
import { digest, placeOf, shuffled, speedOf } from "../../runtime/values.js";
import { Kinds, kinds, letters, queriedKinds, valueOf } from "../plan.js";

/**
 * wolf-ecs 2: ids in sets per archetype, components as typed arrays for as many entities as the world may have, and a plain
 * loop over the archetypes of a query, which its documentation calls the most performant. It has no relations, no events and
 * no observers.
 */
const library: Library = {
  packed_5: (size) => {
    const ecs = new ECS(size);
    const components = Array.from({ length: 5 }, () => single(ecs));
    const queries = components.map((component) => ecs.createQuery(all(component)));
    for (let i = 0; i < size; i++) {
      const entity = ecs.createEntity();
      components.forEach((component, c) => {
        ecs.addComponent(entity, component);
        component.value[entity] = valueOf(i + c);
      });
    }
    return {
      run: () => components.forEach((component, c) => double(component, queries[c])),
      checksum: () => components.reduce((total, component) => total + sum(component), 0),
    };
  },
  simple_iter: (size) => {
    const ecs = new ECS(size);
    const components = Array.from({ length: 5 }, () => single(ecs));
    const [a, b, c, d, e] = components;
    const [ab, cd, ce] = [ecs.createQuery(all(a, b)), ecs.createQuery(all(c, d)), ecs.createQuery(all(c, e))];
    for (const group of [
      [a, b],
      [a, b, c],
      [a, b, c, d],
      [a, b, c, e],
    ]) {
      for (let i = 0; i < size / 4; i++) {
        const entity = ecs.createEntity();
        for (const component of group) {
          ecs.addComponent(entity, component);
          component.value[entity] = valueOf(i) + 8 * components.indexOf(component);
        }
      }
    }
    return {
      run() {
        swap(a, b, ab);
        swap(c, d, cd);
        swap(c, e, ce);
      },
      checksum: () => sum(a) + 3 * sum(b) + 5 * sum(c) + 7 * sum(d) + 11 * sum(e),
    };
  },
  frag_iter: (size) => {
    const ecs = new ECS(size);
    const rows = size / letters.length;
    const data = single(ecs);
    const components = letters.map(() => single(ecs));
    const z = components[25];
    const [havingData, havingZ] = [ecs.createQuery(all(data)), ecs.createQuery(all(z))];
    components.forEach((component, group) => {
      for (let i = 0; i < rows; i++) {
        const entity = ecs.createEntity();
        ecs.addComponent(entity, data);
        ecs.addComponent(entity, component);
        data.value[entity] = valueOf(group * rows + i);
        component.value[entity] = valueOf(i);
      }
    });
    return {
      run() {
        double(data, havingData);
        double(z, havingZ);
      },
      checksum: () => sum(data) + 3 * sum(z),
    };
  },
  entity_cycle: (size) => {
    const ecs = new ECS(size * 3);
    const [a, b] = [single(ecs), single(ecs)];
    const [havingA, havingB] = [ecs.createQuery(all(a)), ecs.createQuery(all(b))];
    for (let i = 0; i < size; i++) a.value[spawn(ecs, a)] = valueOf(i);
    let ended = 0;
    const create = (): void => {
      b.value[spawn(ecs, b)] = 1;
    };
    return {
      run() {
        for (const { e } of havingA.a) {
          const { length } = e;
          for (let i = 0; i < length; i++) {
            create();
            create();
          }
        }
        for (const { e } of havingB.a) {
          for (let i = e.length - 1; i >= 0; i--) {
            ecs.destroyEntity(e[i]);
            ended++;
          }
        }
      },
      checksum: () => countOf(havingA) + ended,
    };
  },
  add_remove: (size) => {
    const ecs = new ECS(size);
    const [a, b] = [single(ecs), single(ecs)];
    const having = ecs.createQuery(all(b));
    const entities = Array.from({ length: size }, (_, i) => {
      const entity = spawn(ecs, a);
      a.value[entity] = valueOf(i);
      return entity;
    });
    return {
      run() {
        for (const entity of entities) {
          ecs.addComponent(entity, b);
          b.value[entity] = 1;
        }
        for (const entity of entities) ecs.removeComponent(entity, b);
      },
      checksum: () => sum(a) + countOf(having),
    };
  },
  move_3d: (size) => {
    const { ecs, position, velocity, entities } = moving(size);
    const bodies = ecs.createQuery(all(position, velocity));
    const { x, y, z } = position;
    const { x: vx, y: vy, z: vz } = velocity;
    return {
      run() {
        for (let i = 0; i < bodies.a.length; i++) {
          const { e } = bodies.a[i];
          for (let j = e.length - 1; j >= 0; j--) {
            const entity = e[j];
            x[entity] += vx[entity];
            y[entity] += vy[entity];
            z[entity] += vz[entity];
          }
        }
      },
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
    const ecs = new ECS(size);
    const [position, velocity] = [vector(ecs), vector(ecs)];
    const bodies = ecs.createQuery(all(position, velocity));
    let ended = 0;
    return {
      run() {
        for (let i = 0; i < size; i++) place(ecs, i, position, velocity);
        for (const { e } of bodies.a) {
          for (let i = e.length - 1; i >= 0; i--) {
            ecs.destroyEntity(e[i]);
            ended++;
          }
        }
      },
      checksum: () => countOf(bodies) + ended,
    };
  },
  queries_50: (size) => {
    const ecs = new ECS(size);
    const plan = new Kinds(size);
    const a = single(ecs);
    const tags = Array.from({ length: kinds }, () => ecs.defineComponent());
    const queries = queriedKinds.map((wanted) => ecs.createQuery(all(a, ...wanted.map((kind) => tags[kind]))));
    const entities = Array.from({ length: size }, (_, i) => {
      const entity = spawn(ecs, a);
      ecs.addComponent(entity, tags[plan.first[i]]);
      ecs.addComponent(entity, tags[plan.second[i]]);
      a.value[entity] = valueOf(i);
      return entity;
    });
    let total = 0;
    return {
      run() {
        plan.tick((entity, from, to) => {
          ecs.removeComponent(entities[entity], tags[from]);
          ecs.addComponent(entities[entity], tags[to]);
        });
        for (const query of queries) {
          for (const { e } of query.a) for (let i = e.length - 1; i >= 0; i--) total += a.value[e[i]];
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
        const ecs = new ECS(size);
        const [position, velocity, ...others] = Array.from({ length: 50 }, () => vector(ecs));
        const bodies = ecs.createQuery(all(position, velocity));
        for (let i = 0; i < size; i++) place(ecs, i, position, velocity);
        count = countOf(bodies);
        held = { ecs, position, velocity, others };
      },
      checksum: () => (held === undefined ? 0 : count),
    };
  },
};
export default library;

type Single = ReturnType<typeof single>;
type Vector = ReturnType<typeof vector>;
type Query = ReturnType<ECS["createQuery"]>;

function single(ecs: ECS) {
  return ecs.defineComponent({ value: types.f32 });
}

function vector(ecs: ECS) {
  return ecs.defineComponent({ x: types.f32, y: types.f32, z: types.f32 });
}

function double({ value }: Single, query: Query): void {
  for (let i = 0; i < query.a.length; i++) {
    const { e } = query.a[i];
    for (let j = e.length - 1; j >= 0; j--) value[e[j]] *= 2;
  }
}

function swap({ value: left }: Single, { value: right }: Single, query: Query): void {
  for (let i = 0; i < query.a.length; i++) {
    const { e } = query.a[i];
    for (let j = e.length - 1; j >= 0; j--) {
      const entity = e[j];
      const value = left[entity];
      left[entity] = right[entity];
      right[entity] = value;
    }
  }
}

function countOf(query: Query): number {
  return query.a.reduce((count, { e }) => count + e.length, 0);
}

function spawn(ecs: ECS, component: Single): number {
  const entity = ecs.createEntity();
  ecs.addComponent(entity, component);
  return entity;
}

function place(ecs: ECS, i: number, position: Vector, velocity: Vector): number {
  const entity = ecs.createEntity();
  ecs.addComponent(entity, position);
  ecs.addComponent(entity, velocity);
  position.x[entity] = placeOf(i, 0);
  position.y[entity] = placeOf(i, 1);
  position.z[entity] = placeOf(i, 2);
  velocity.x[entity] = speedOf(i, 0);
  velocity.y[entity] = speedOf(i, 1);
  velocity.z[entity] = speedOf(i, 2);
  return entity;
}

function moving(size: number) {
  const ecs = new ECS(size);
  const [position, velocity] = [vector(ecs), vector(ecs)];
  const entities = Array.from({ length: size }, (_, i) => place(ecs, i, position, velocity));
  return { ecs, position, velocity, entities };
}

function sum({ value }: Single): number {
  let total = 0;
  for (const each of value) total += each;
  return total;
}
