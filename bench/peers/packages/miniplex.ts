import { World, type Query } from "miniplex";
import type { Library } from "../../harness/trial.js";
import { digest, placeOf, shuffled, speedOf } from "../../runtime/values.js";
import { Kinds, letters, queriedKinds, valueOf } from "../plan.js";

interface Single {
  value: number;
}

interface Vector {
  x: number;
  y: number;
  z: number;
}

/** A thing of two kinds. */
interface Thing {
  A: Single;
  [kind: `kind${number}`]: true;
}

/**
 * miniplex 2: entities are objects, queries are lists of them, looped over with `for … of` as its documentation recommends.
 * It has neither relations nor events but for entities that enter and leave queries; the case `observe` has them.
 */
const library: Library = {
  packed_5: (size) => {
    const world = new World<{ A: Single; B: Single; C: Single; D: Single; E: Single }>();
    for (let i = 0; i < size; i++) {
      world.add({
        A: { value: valueOf(i) },
        B: { value: valueOf(i + 1) },
        C: { value: valueOf(i + 2) },
        D: { value: valueOf(i + 3) },
        E: { value: valueOf(i + 4) },
      });
    }
    const [a, b, c, d, e] = [world.with("A"), world.with("B"), world.with("C"), world.with("D"), world.with("E")];
    return {
      run() {
        for (const { A } of a) A.value *= 2;
        for (const { B } of b) B.value *= 2;
        for (const { C } of c) C.value *= 2;
        for (const { D } of d) D.value *= 2;
        for (const { E } of e) E.value *= 2;
      },
      checksum() {
        let total = 0;
        for (const { A, B, C, D, E } of world) total += A.value + B.value + C.value + D.value + E.value;
        return total;
      },
    };
  },
  simple_iter: (size) => {
    const world = new World<{ A: number; B: number; C?: number; D?: number; E?: number }>();
    const group = size / 4;
    const letter = (i: number, more: number): number => valueOf(i) + more;
    for (let i = 0; i < group; i++) world.add({ A: letter(i, 0), B: letter(i, 8) });
    for (let i = 0; i < group; i++) world.add({ A: letter(i, 0), B: letter(i, 8), C: letter(i, 16) });
    for (let i = 0; i < group; i++) {
      world.add({ A: letter(i, 0), B: letter(i, 8), C: letter(i, 16), D: letter(i, 24) });
    }
    for (let i = 0; i < group; i++) {
      world.add({ A: letter(i, 0), B: letter(i, 8), C: letter(i, 16), E: letter(i, 32) });
    }
    const [ab, cd, ce] = [world.with("A", "B"), world.with("C", "D"), world.with("C", "E")];
    return {
      run() {
        for (const entity of ab) [entity.A, entity.B] = [entity.B, entity.A];
        for (const entity of cd) [entity.C, entity.D] = [entity.D, entity.C];
        for (const entity of ce) [entity.C, entity.E] = [entity.E, entity.C];
      },
      checksum() {
        let total = 0;
        for (const { A, B, C = 0, D = 0, E = 0 } of world) total += A + 3 * B + 5 * C + 7 * D + 11 * E;
        return total;
      },
    };
  },
  frag_iter: (size) => {
    const world = new World<{ data: Single; Z?: Single; [letter: string]: Single | undefined }>();
    const rows = size / letters.length;
    letters.forEach((letter, group) => {
      for (let i = 0; i < rows; i++) {
        world.add({ data: { value: valueOf(group * rows + i) }, [letter]: { value: valueOf(i) } });
      }
    });
    const [havingData, havingZ] = [world.with("data"), world.with("Z")];
    return {
      run() {
        for (const { data } of havingData) data.value *= 2;
        for (const { Z } of havingZ) Z.value *= 2;
      },
      checksum() {
        let total = 0;
        for (const { data, Z } of world) total += data.value + 3 * (Z?.value ?? 0);
        return total;
      },
    };
  },
  entity_cycle: (size) => {
    const world = new World<{ A?: Single; B?: Single }>();
    const [a, b] = [world.with("A"), world.with("B")];
    for (let i = 0; i < size; i++) world.add({ A: { value: valueOf(i) } });
    let ended = 0;
    return {
      run() {
        const { length } = a.entities;
        for (let i = 0; i < length; i++) {
          world.add({ B: { value: 1 } });
          world.add({ B: { value: 1 } });
        }
        for (const entity of b) {
          world.remove(entity);
          ended++;
        }
      },
      checksum: () => world.entities.length + ended,
    };
  },
  add_remove: (size) => {
    const { world, having, entities } = lettered(size);
    return {
      run: () => addAndRemove(world, entities),
      checksum() {
        let total = having.size;
        for (const { A } of world) total += A.value;
        return total;
      },
    };
  },
  observe: (size) => {
    const { world, having, entities } = lettered(size);
    let told = 0;
    having.onEntityAdded.subscribe(() => void told++);
    having.onEntityRemoved.subscribe(() => void told++);
    return { run: () => addAndRemove(world, entities), checksum: () => told };
  },
  move_3d: (size) => {
    const { bodies } = moving(size);
    return {
      run() {
        for (const { position, velocity } of bodies) {
          position.x += velocity.x;
          position.y += velocity.y;
          position.z += velocity.z;
        }
      },
      checksum() {
        let total = 0;
        for (const { position: at } of bodies) total += digest(at.x, at.y, at.z);
        return total;
      },
    };
  },
  random_access: (size) => {
    const { entities } = moving(size);
    const targets = shuffled(size).map((i) => entities[i]);
    let count = 0;
    return {
      run() {
        count++;
        for (const { position, velocity } of targets) position.y = velocity.y + count;
      },
      checksum: () => targets.reduce((total, { position }) => total + position.y, 0),
    };
  },
  spawn_destroy: (size) => {
    const world = new World<Body>();
    const bodies = world.with("position", "velocity");
    let ended = 0;
    return {
      run() {
        for (let i = 0; i < size; i++) world.add(bodyOf(i));
        for (const entity of bodies) {
          world.remove(entity);
          ended++;
        }
      },
      checksum: () => world.entities.length + ended,
    };
  },
  queries_50: (size) => {
    const world = new World<Thing>();
    const plan = new Kinds(size);
    const entities = Array.from({ length: size }, (_, i) => {
      const thing: Thing = { A: { value: valueOf(i) } };
      thing[`kind${plan.first[i]}`] = true;
      thing[`kind${plan.second[i]}`] = true;
      return world.add(thing);
    });
    const queries = queriedKinds.map((wanted) => {
      const query = world.with("A", ...wanted.map((kind) => `kind${kind}` as const));
      query.connect();
      return query;
    });
    let total = 0;
    return {
      run() {
        plan.tick((entity, from, to) => {
          world.removeComponent(entities[entity], `kind${from}`);
          world.addComponent(entities[entity], `kind${to}`, true);
        });
        for (const query of queries) for (const { A } of query) total += A.value;
      },
      checksum: () => total,
    };
  },
  memory: (size) => {
    let world: World<Body> | undefined;
    return {
      run() {
        world = new World<Body>();
        world.with("position", "velocity").connect();
        for (let i = 0; i < size; i++) world.add(bodyOf(i));
      },
      checksum: () => world?.entities.length ?? 0,
    };
  },
};
export default library;

interface Body {
  readonly position: Vector;
  readonly velocity: Vector;
}

interface Lettered {
  A: Single;
  B?: Single;
}

function lettered(size: number) {
  const world = new World<Lettered>();
  const having: Query<Lettered & { B: Single }> = world.with("B");
  having.connect();
  const entities = Array.from({ length: size }, (_, i) => world.add<Lettered>({ A: { value: valueOf(i) } }));
  return { world, having, entities };
}

function addAndRemove(world: World<Lettered>, entities: readonly Lettered[]): void {
  for (const entity of entities) world.addComponent(entity, "B", { value: 1 });
  for (const entity of entities) world.removeComponent(entity, "B");
}

function bodyOf(i: number): Body {
  return {
    position: { x: placeOf(i, 0), y: placeOf(i, 1), z: placeOf(i, 2) },
    velocity: { x: speedOf(i, 0), y: speedOf(i, 1), z: speedOf(i, 2) },
  };
}

function moving(size: number) {
  const world = new World<Body>();
  const bodies = world.with("position", "velocity");
  const entities = Array.from({ length: size }, (_, i) => world.add(bodyOf(i)));
  return { bodies, entities };
}
