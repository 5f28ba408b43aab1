import type { Library, Trial } from "../../../harness/trial.js";
import { digest, placeOf, speedOf } from "../../values.js";
import { Ids, Rows } from "./rows.js";

/** Structural changes, for exactly the components of the case. */
export const changes: Library = {
  "add and remove, 1 other": (size) => addAndRemove(size, 2),
  "add and remove, 5 others": (size) => addAndRemove(size, 10),
  "add and remove, 10 others": (size) => addAndRemove(size, 20),
  "add and remove, sparse": (size) => {
    const bodies = spawned(size);
    const glow = new Rows(1);
    const places = new Int32Array(size).fill(-1);
    return {
      run() {
        for (let entity = 0; entity < size; entity++) {
          const row = glow.append(entity);
          places[entity] = row;
          glow.columns[0][row] = 1;
        }
        for (let entity = 0; entity < size; entity++) {
          const row = places[entity];
          places[entity] = -1;
          const moved = glow.remove(row);
          if (moved !== entity) places[moved] = row;
        }
      },
      checksum: () => sumOf(bodies.rows),
    };
  },
  spawn: (size) => {
    const bodies = new Bodies();
    return {
      prepare: () => bodies.despawnAll(),
      run() {
        for (let i = 0; i < size; i++) bodies.spawn(placeOf(i, 0), placeOf(i, 1), speedOf(i, 0), speedOf(i, 1));
      },
      checksum: () => sumOf(bodies.rows),
    };
  },
  "spawn in bulk": (size) => {
    const bodies = new Bodies();
    return {
      prepare: () => bodies.despawnAll(),
      run() {
        bodies.rows.reserve(size);
        bodies.ids.reserve(size);
        for (let i = 0; i < size; i++) bodies.spawn(3, 4, 1, 2);
      },
      checksum: () => sumOf(bodies.rows),
    };
  },
  despawn: (size) => {
    const bodies = new Bodies();
    const entities = new Int32Array(size);
    return {
      prepare() {
        for (let i = 0; i < size; i++)
          entities[i] = bodies.spawn(placeOf(i, 0), placeOf(i, 1), speedOf(i, 0), speedOf(i, 1));
      },
      run() {
        for (const entity of entities) bodies.despawn(entity);
      },
      checksum: () => bodies.rows.count,
    };
  },
};

/** Entities with a position and a velocity. */
class Bodies {
  readonly ids = new Ids();
  readonly rows = new Rows(4);

  spawn(x: number, y: number, vx: number, vy: number): number {
    const id = this.ids.take();
    const row = this.rows.append(id);
    this.ids.rows[id] = row;
    const columns = this.rows.columns;
    columns[0][row] = x;
    columns[1][row] = y;
    columns[2][row] = vx;
    columns[3][row] = vy;
    return id;
  }

  despawn(id: number): void {
    const row = this.ids.rows[id];
    this.ids.rows[this.rows.remove(row)] = row;
    this.ids.release(id);
  }

  despawnAll(): void {
    while (this.rows.count > 0) this.despawn(this.rows.entities[this.rows.count - 1]);
  }
}

function spawned(size: number): Bodies {
  const bodies = new Bodies();
  for (let i = 0; i < size; i++) bodies.spawn(placeOf(i, 0), placeOf(i, 1), speedOf(i, 0), speedOf(i, 1));
  return bodies;
}

/** Two sets of rows, one with a column more, and for each entity in which it is and where. */
function addAndRemove(size: number, columns: number): Trial {
  const without = new Rows(columns);
  const having = new Rows(columns + 1);
  const rows = new Int32Array(size);
  for (let i = 0; i < size; i++) {
    rows[i] = without.append(i);
    without.columns[0][i] = placeOf(i, 0);
    without.columns[1][i] = placeOf(i, 1);
  }
  const move = (entity: number, from: Rows, to: Rows): number => {
    const row = rows[entity];
    const added = to.append(entity);
    for (let column = 0; column < columns; column++) to.columns[column][added] = from.columns[column][row];
    rows[from.remove(row)] = row;
    rows[entity] = added;
    return added;
  };
  return {
    run() {
      for (let entity = 0; entity < size; entity++) having.columns[columns][move(entity, without, having)] = 1;
      for (let entity = 0; entity < size; entity++) move(entity, having, without);
    },
    checksum: () => sumOf(without),
  };
}

function sumOf({ columns: [x, y], count }: Rows): number {
  let total = count;
  for (let i = 0; i < count; i++) total += digest(x[i], y[i]);
  return total;
}
