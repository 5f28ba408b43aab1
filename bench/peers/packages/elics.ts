import { randomUUID } from "node:crypto";
import { createComponent, Types, World, type Entity } from "elics";
import type { Library } from "../../harness/trial.js";
import { digest, placeOf, shuffled, speedOf } from "../../runtime/values.js";
import { Kinds, kinds, letters, queriedKinds, valueOf } from "../plan.js";

/**
 * EliCS 3: queries are sets of entities, components are typed arrays of the world's capacity, read and written directly where
 * speed counts. Checks are off, as for a release. It has neither relations nor events but for entities that enter and leave
 * queries; the case `observe` has them.
 */
const library: Library = {
  packed_5: (size) => {
    const world = worldFor(size);
    const components = Array.from({ length: 5 }, () => single(world));
    const queries = components.map((component) => queryOf(world, component));
    for (let i = 0; i < size; i++) {
      const entity = world.createEntity();
      components.forEach((component, c) => entity.addComponent(component, { value: valueOf(i + c) }));
    }
    return {
      run: () => components.forEach((component, c) => double(component, queries[c].entities)),
      checksum: () => components.reduce((total, component) => total + sum(component), 0),
    };
  },
  simple_iter: (size) => {
    const world = worldFor(size);
    const components = Array.from({ length: 5 }, () => single(world));
    const [a, b, c, d, e] = components;
    const [ab, cd, ce] = [queryOf(world, a, b), queryOf(world, c, d), queryOf(world, c, e)];
    for (const group of [
      [a, b],
      [a, b, c],
      [a, b, c, d],
      [a, b, c, e],
    ]) {
      for (let i = 0; i < size / 4; i++) {
        const entity = world.createEntity();
        for (const component of group) {
          entity.addComponent(component, { value: valueOf(i) + 8 * components.indexOf(component) });
        }
      }
    }
    return {
      run() {
        swap(a, b, ab.entities);
        swap(c, d, cd.entities);
        swap(c, e, ce.entities);
      },
      checksum: () => sum(a) + 3 * sum(b) + 5 * sum(c) + 7 * sum(d) + 11 * sum(e),
    };
  },
  frag_iter: (size) => {
    const world = worldFor(size);
    const rows = size / letters.length;
    const data = single(world);
    const components = letters.map(() => single(world));
    const z = components[25];
    const [havingData, havingZ] = [queryOf(world, data), queryOf(world, z)];
    components.forEach((component, group) => {
      for (let i = 0; i < rows; i++) {
        world
          .createEntity()
          .addComponent(data, { value: valueOf(group * rows + i) })
          .addComponent(component, { value: valueOf(i) });
      }
    });
    return {
      run() {
        double(data, havingData.entities);
        double(z, havingZ.entities);
      },
      checksum: () => sum(data) + 3 * sum(z),
    };
  },
  entity_cycle: (size) => {
    const world = worldFor(size * 3);
    const [a, b] = [single(world), single(world)];
    const [havingA, havingB] = [queryOf(world, a), queryOf(world, b)];
    for (let i = 0; i < size; i++) world.createEntity().addComponent(a, { value: valueOf(i) });
    let ended = 0;
    return {
      run() {
        const entities = havingA.entities.size;
        for (let i = 0; i < entities; i++) {
          world.createEntity().addComponent(b, { value: 1 });
          world.createEntity().addComponent(b, { value: 1 });
        }
        for (const entity of havingB.entities) {
          entity.destroy();
          ended++;
        }
      },
      checksum: () => havingA.entities.size + ended,
    };
  },
  add_remove: (size) => {
    const { a, b, having, entities } = lettered(size);
    return { run: () => addAndRemove(entities, b), checksum: () => sum(a) + having.entities.size };
  },
  observe: (size) => {
    const { b, having, entities } = lettered(size);
    let told = 0;
    having.subscribe("qualify", () => void told++);
    having.subscribe("disqualify", () => void told++);
    return { run: () => addAndRemove(entities, b), checksum: () => told };
  },
  move_3d: (size) => {
    const { position, velocity, bodies } = moving(size);
    return {
      run() {
        const { x, y, z } = position.data;
        const { x: vx, y: vy, z: vz } = velocity.data;
        for (const { index } of bodies.entities) {
          x[index] += vx[index];
          y[index] += vy[index];
          z[index] += vz[index];
        }
      },
      checksum() {
        let total = 0;
        const { x, y, z } = position.data;
        for (const { index } of bodies.entities) total += digest(x[index], y[index], z[index]);
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
        for (const entity of targets) {
          entity.setValue(position, "y", (entity.getValue(velocity, "y") ?? 0) + count);
        }
      },
      checksum: () => targets.reduce((total, entity) => total + (entity.getValue(position, "y") ?? 0), 0),
    };
  },
  spawn_destroy: (size) => {
    const world = worldFor(size);
    const [position, velocity] = [vector(world), vector(world)];
    const bodies = queryOf(world, position, velocity);
    let ended = 0;
    return {
      run() {
        for (let i = 0; i < size; i++) place(world, i, position, velocity);
        for (const entity of bodies.entities) {
          entity.destroy();
          ended++;
        }
      },
      checksum: () => bodies.entities.size + ended,
    };
  },
  queries_50: (size) => {
    const world = worldFor(size);
    const plan = new Kinds(size);
    const a = single(world);
    const tags = Array.from({ length: kinds }, () => componentOf(world, {}));
    const queries = queriedKinds.map((wanted) => queryOf(world, a, ...wanted.map((kind) => tags[kind])));
    const entities = Array.from({ length: size }, (_, i) =>
      world
        .createEntity()
        .addComponent(a, { value: valueOf(i) })
        .addComponent(tags[plan.first[i]])
        .addComponent(tags[plan.second[i]]),
    );
    let total = 0;
    return {
      run() {
        plan.tick((entity, from, to) => {
          entities[entity].removeComponent(tags[from]);
          entities[entity].addComponent(tags[to]);
        });
        const { value } = a.data;
        for (const query of queries) for (const { index } of query.entities) total += value[index];
      },
      checksum: () => total,
    };
  },
  memory: (size) => {
    let held: unknown;
    let count = 0;
    return {
      run() {
        const world = worldFor(size);
        const [position, velocity, ...others] = Array.from({ length: 50 }, () => vector(world));
        const bodies = queryOf(world, position, velocity);
        for (let i = 0; i < size; i++) place(world, i, position, velocity);
        count = bodies.entities.size;
        held = { world, others };
      },
      checksum: () => (held === undefined ? 0 : count),
    };
  },
};
export default library;

type Single = ReturnType<typeof single>;
type Vector = ReturnType<typeof vector>;
type Required = Parameters<World["queryManager"]["registerQuery"]>[0]["required"];

const number = { type: Types.Float32, default: 0 } as const;

function worldFor(entities: number): World {
  return new World({ entityCapacity: entities, checksOn: false });
}

/** Names of components are taken once per process, and two worlds are made: none has a name that means something. */
function componentOf<const Schema extends Parameters<typeof createComponent>[1]>(world: World, schema: Schema) {
  const component = createComponent(randomUUID(), schema);
  world.registerComponent(component);
  return component;
}

function single(world: World) {
  return componentOf(world, { value: number });
}

function vector(world: World) {
  return componentOf(world, { x: number, y: number, z: number });
}

function queryOf(world: World, ...required: Required) {
  return world.queryManager.registerQuery({ required });
}

function double({ data: { value } }: Single, entities: Iterable<Entity>): void {
  for (const { index } of entities) value[index] *= 2;
}

function swap({ data: { value: left } }: Single, { data: { value: right } }: Single, entities: Iterable<Entity>): void {
  for (const { index } of entities) {
    const value = left[index];
    left[index] = right[index];
    right[index] = value;
  }
}

function lettered(size: number) {
  const world = worldFor(size);
  const [a, b] = [single(world), single(world)];
  const having = queryOf(world, b);
  const entities = Array.from({ length: size }, (_, i) => world.createEntity().addComponent(a, { value: valueOf(i) }));
  return { a, b, having, entities };
}

function addAndRemove(entities: readonly Entity[], component: Single): void {
  for (const entity of entities) entity.addComponent(component, { value: 1 });
  for (const entity of entities) entity.removeComponent(component);
}

function place(world: World, i: number, position: Vector, velocity: Vector): Entity {
  return world
    .createEntity()
    .addComponent(position, { x: placeOf(i, 0), y: placeOf(i, 1), z: placeOf(i, 2) })
    .addComponent(velocity, { x: speedOf(i, 0), y: speedOf(i, 1), z: speedOf(i, 2) });
}

function moving(size: number) {
  const world = worldFor(size);
  const [position, velocity] = [vector(world), vector(world)];
  const bodies = queryOf(world, position, velocity);
  const entities = Array.from({ length: size }, (_, i) => place(world, i, position, velocity));
  return { position, velocity, bodies, entities };
}

function sum({ data: { value } }: Single): number {
  let total = 0;
  for (const each of value) total += each;
  return total;
}
