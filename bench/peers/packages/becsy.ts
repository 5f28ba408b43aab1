import { System, Type, World, type ComponentType, type Entity } from "@lastolivegames/becsy/lib/perf.js";
import type { Library, Trial } from "../../harness/trial.js";
import { digest, placeOf, shuffled, speedOf } from "../../runtime/values.js";
import { Kinds, kinds, letters, queriedKinds, valueOf } from "../plan.js";

/**
 * becsy 0.16, the build without checks that its documentation names for production: everything happens in systems, and a
 * frame is asynchronous. References have back references, and queries tell what came and went since the last frame, but
 * nothing is called when it happens: it takes part neither in the cases with relations nor in those with events and observers.
 */
const library: Library = {
  packed_5: (size) => {
    const types = Array.from({ length: 5 }, single);
    const create = (system: System, i: number): Entity =>
      system.createEntity(...types.flatMap((type, c) => [type, { value: valueOf(i + c) }]));
    return frames({ size, types, systems: types.map(doubling), create, digest: weighted(types, [1, 1, 1, 1, 1]) });
  },
  simple_iter: (size) => {
    const types = Array.from({ length: 5 }, single);
    const [a, b, c, d, e] = types;
    const groups = [
      [a, b],
      [a, b, c],
      [a, b, c, d],
      [a, b, c, e],
    ];
    const create = (system: System, i: number): Entity =>
      system.createEntity(
        ...groups[Math.floor((i * 4) / size)].flatMap((type) => [
          type,
          { value: valueOf(i) + 8 * types.indexOf(type) },
        ]),
      );
    // Two of them write the same component: without an order, the planner of this version does not come to an end.
    const third = swapping(c, e);
    const second = swapping(c, d, third);
    const systems = [swapping(a, b, second), second, third];
    return frames({ size, types, systems, create, digest: weighted(types, [1, 3, 5, 7, 11]) });
  },
  frag_iter: (size) => {
    const rows = size / letters.length;
    const data = single();
    const types = letters.map(single);
    const z = types[25];
    const create = (system: System, i: number): Entity =>
      system.createEntity(data, { value: valueOf(i) }, types[Math.floor(i / rows)], { value: valueOf(i % rows) });
    const systems = [doubling(data), doubling(z)];
    return frames({ size, types: [data, ...types], systems, create, digest: weighted([data, z], [1, 3]) });
  },
  entity_cycle: (size) => {
    const [a, b] = [single(), single()];
    let ended = 0;
    class Destroy extends System {
      readonly #found = this.query((q) => q.current.with(b).write.usingAll.write);

      override execute(): void {
        for (const entity of this.#found.current) {
          entity.delete();
          ended++;
        }
      }
    }
    class Create extends System {
      readonly #found = this.query((q) => q.current.with(a).and.using(b).create);
      readonly order = this.schedule((s) => s.before(Destroy));

      override execute(): void {
        for (let i = 0; i < this.#found.current.length; i++) {
          this.createEntity(b, { value: 1 });
          this.createEntity(b, { value: 1 });
        }
      }
    }
    const create = (system: System, i: number): Entity => system.createEntity(a, { value: valueOf(i) });
    const plan = { size, room: size * 6, types: [a, b], systems: [Create, Destroy], create, digest: one };
    return frames(plan, () => ended);
  },
  add_remove: (size) => {
    const [a, b] = [single(), single()];
    class Remove extends System {
      readonly #found = this.query((q) => q.current.with(b).write);

      override execute(): void {
        for (const entity of this.#found.current) entity.remove(b);
      }
    }
    class Add extends System {
      readonly #found = this.query((q) => q.current.with(a).but.without(b).write);
      readonly order = this.schedule((s) => s.before(Remove));

      override execute(): void {
        for (const entity of this.#found.current) entity.add(b, { value: 1 });
      }
    }
    const create = (system: System, i: number): Entity => system.createEntity(a, { value: valueOf(i) });
    return frames({ size, types: [a, b], systems: [Add, Remove], create, digest: weighted([a, b], [1, 1]) });
  },
  move_3d: (size) => {
    const [position, velocity] = [vector(), vector()];
    class Move extends System {
      readonly #found = this.query((q) => q.current.with(velocity).and.with(position).write);

      override execute(): void {
        for (const entity of this.#found.current) {
          const at = entity.write(position);
          const by = entity.read(velocity);
          at.x += by.x;
          at.y += by.y;
          at.z += by.z;
        }
      }
    }
    const create = (system: System, i: number): Entity => place(system, i, position, velocity);
    const digestOf = (entity: Entity): number => {
      const { x, y, z } = entity.read(position);
      return digest(x, y, z);
    };
    return frames({ size, types: [position, velocity], systems: [Move], create, digest: digestOf });
  },
  random_access: (size) => {
    const [position, velocity] = [vector(), vector()];
    const targets: Entity[] = [];
    const order = shuffled(size);
    let count = 0;
    class Touch extends System {
      readonly access = this.query((q) => q.using(velocity).and.using(position).write);

      override execute(): void {
        count++;
        for (const entity of targets) entity.write(position).y = entity.read(velocity).y + count;
      }
    }
    const create = (system: System, i: number): Entity =>
      (targets[order[i]] = place(system, i, position, velocity).hold());
    const digestOf = (entity: Entity): number => entity.read(position).y;
    return frames({ size, types: [position, velocity], systems: [Touch], create, digest: digestOf });
  },
  spawn_destroy: (size) => {
    const [position, velocity] = [vector(), vector()];
    let ended = 0;
    class Destroy extends System {
      readonly #found = this.query((q) => q.current.with(position).write.usingAll.write);

      override execute(): void {
        for (const entity of this.#found.current) {
          entity.delete();
          ended++;
        }
      }
    }
    class Create extends System {
      readonly access = this.query((q) => q.using(position, velocity).create);
      readonly order = this.schedule((s) => s.before(Destroy));

      override execute(): void {
        for (let i = 0; i < size; i++) {
          this.createEntity(position, { x: placeOf(i, 0), y: placeOf(i, 1), z: placeOf(i, 2) }, velocity, {
            x: speedOf(i, 0),
            y: speedOf(i, 1),
            z: speedOf(i, 2),
          });
        }
      }
    }
    const create = (system: System, i: number): Entity => place(system, i, position, velocity);
    const plan = {
      size: 0,
      room: size * 3,
      types: [position, velocity],
      systems: [Create, Destroy],
      create,
      digest: one,
    };
    return frames(plan, () => ended);
  },
  queries_50: (size) => {
    const plan = new Kinds(size);
    const a = single();
    const tags = Array.from({ length: kinds }, tag);
    const entities: Entity[] = [];
    let total = 0;
    class Count extends System {
      readonly #queries = queriedKinds.map((wanted) =>
        this.query((q) => q.current.with(a, ...wanted.map((kind) => tags[kind]))),
      );

      override execute(): void {
        for (const { current } of this.#queries) for (const entity of current) total += entity.read(a).value;
      }
    }
    class Churn extends System {
      readonly access = this.query((q) => q.using(...tags).write);
      readonly order = this.schedule((s) => s.before(Count));

      override execute(): void {
        plan.tick((entity, from, to) => {
          entities[entity].remove(tags[from]);
          entities[entity].add(tags[to]);
        });
      }
    }
    const create = (system: System, i: number): Entity =>
      (entities[i] = system.createEntity(a, { value: valueOf(i) }, tags[plan.first[i]], tags[plan.second[i]]).hold());
    const types = [a, ...tags];
    return frames({ size, types, systems: [Churn, Count], create, digest: () => 0 }, () => total);
  },
  memory: (size) => {
    const [position, velocity, ...others] = Array.from({ length: 50 }, vector);
    let held: World | undefined;
    return {
      async run() {
        held = await World.create({
          defs: [position, velocity, others],
          maxEntities: size,
          maxShapeChangesPerFrame: size * 4,
        });
        held.build((system) => {
          for (let i = 0; i < size; i++) place(system, i, position, velocity);
        });
      },
      checksum: () => (held?.alive === true ? size : 0),
    };
  },
};
export default library;

interface Single {
  value: number;
}

interface Vector {
  x: number;
  y: number;
  z: number;
}

/** The part of becsy's own type for classes of systems that it does not export. */
interface SystemClass {
  new (): System;
  readonly __system: true;
}

/** What one frame of a case is made of. */
interface Plan {
  /** How many entities there are at first. */
  readonly size: number;
  /** How many there are at most, with those of which a frame disposes. Default: what there is at first. */
  readonly room?: number;
  readonly types: readonly ComponentType<unknown>[];
  readonly systems: readonly (new () => System)[];
  readonly create: (system: System, i: number) => Entity;
  /** What is added up of each entity that there was at first. */
  readonly digest: (entity: Entity) => number;
}

/** A frame of the systems of a plan is a run. To the checksum comes what `counted` says. */
async function frames({ size, room = size, types, systems, create, digest }: Plan, counted = () => 0): Promise<Trial> {
  const world = await World.create({
    defs: [[...types], [...systems]],
    maxEntities: room,
    maxShapeChangesPerFrame: room * 6,
    maxLimboComponents: room * 6,
  });
  const entities: Entity[] = [];
  world.build((system) => {
    for (let i = 0; i < size; i++) entities.push(create(system, i).hold());
  });
  return {
    run: () => world.execute(),
    checksum() {
      let total = counted();
      world.build(() => {
        for (const entity of entities) total += digest(entity);
      });
      return total;
    },
  };
}

function one(): number {
  return 1;
}

/** Adds up the values of those of the components that an entity has, each times its weight. */
function weighted(types: readonly ComponentType<Single>[], weights: readonly number[]): (entity: Entity) => number {
  return (entity) =>
    types.reduce((total, type, i) => total + (entity.has(type) ? entity.read(type).value * weights[i] : 0), 0);
}

function doubling(type: ComponentType<Single>): new () => System {
  return class extends System {
    readonly #found = this.query((q) => q.current.with(type).write);

    override execute(): void {
      for (const entity of this.#found.current) entity.write(type).value *= 2;
    }
  };
}

function swapping(left: ComponentType<Single>, right: ComponentType<Single>, next?: SystemClass): SystemClass {
  return class extends System {
    readonly #found = this.query((q) => q.current.with(left, right).write);
    readonly order = this.schedule((s) => next && s.before(next));

    override execute(): void {
      for (const entity of this.#found.current) {
        const [a, b] = [entity.write(left), entity.write(right)];
        const { value } = a;
        a.value = b.value;
        b.value = value;
      }
    }
  };
}

function single(): ComponentType<Single> {
  return class {
    static readonly schema = { value: Type.float32 };
    declare value: number;
  };
}

function vector(): ComponentType<Vector> {
  return class {
    static readonly schema = { x: Type.float32, y: Type.float32, z: Type.float32 };
    declare x: number;
    declare y: number;
    declare z: number;
  };
}

function tag(): ComponentType<object> {
  return class {};
}

function place(system: System, i: number, position: ComponentType<Vector>, velocity: ComponentType<Vector>): Entity {
  return system.createEntity(position, { x: placeOf(i, 0), y: placeOf(i, 1), z: placeOf(i, 2) }, velocity, {
    x: speedOf(i, 0),
    y: speedOf(i, 1),
    z: speedOf(i, 2),
  });
}
