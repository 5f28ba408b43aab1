import type { Library, Trial } from "../../../harness/trial.js";
import { Ids, Rows } from "../../../runtime/libraries/arrays/rows.js";
import { placeOf, speedOf } from "../../../runtime/values.js";
import { kinds, Kinds, queriedKinds, valueOf } from "../../plan.js";

/** Entities that come, go and change, for exactly the components of the case. */
export const changes: Library = {
  entity_cycle: (size) => {
    const entities = new Entities(1);
    let ended = 0;
    return {
      run() {
        for (let i = 0; i < size; i++) {
          entities.spawn(1);
          entities.spawn(1);
        }
        ended += entities.despawnAll();
      },
      checksum: () => size + ended,
    };
  },
  add_remove: (size) => addAndRemove(size, () => undefined),
  observe: (size) => {
    let told = 0;
    const { run } = addAndRemove(size, () => void told++);
    return { run, checksum: () => told };
  },
  spawn_destroy: (size) => {
    const entities = new Entities(6);
    let ended = 0;
    return {
      run() {
        for (let i = 0; i < size; i++) {
          const at = (axis: number) => placeOf(i, axis);
          const by = (axis: number) => speedOf(i, axis);
          entities.spawn(at(0), at(1), at(2), by(0), by(1), by(2));
        }
        ended += entities.despawnAll();
      },
      checksum: () => ended,
    };
  },
  queries_50: (size) => {
    const plan = new Kinds(size);
    // A set of rows for each pair of kinds, and for each query the sets that it finds.
    const sets = Array.from({ length: kinds * kinds }, () => new Rows(1));
    const queries = queriedKinds.map((wanted) =>
      sets.filter((_, set) => wanted.every((kind) => kind === Math.floor(set / kinds) || kind === set % kinds)),
    );
    const rows = new Int32Array(size);
    const setOf = (entity: number, second: number): Rows => sets[plan.first[entity] * kinds + second];
    for (let i = 0; i < size; i++) {
      const set = setOf(i, plan.second[i]);
      rows[i] = set.append(i);
      set.columns[0][rows[i]] = valueOf(i);
    }
    let total = 0;
    return {
      run() {
        plan.tick((entity, from, to) => move(rows, entity, setOf(entity, from), setOf(entity, to)));
        for (const query of queries) for (const set of query) total += sumOf(set);
      },
      checksum: () => total,
    };
  },
};

/** Entities that all have the same columns. */
class Entities {
  readonly #ids = new Ids();
  readonly #rows: Rows;

  constructor(columns: number) {
    this.#rows = new Rows(columns);
  }

  spawn(...values: readonly number[]): number {
    const id = this.#ids.take();
    const row = this.#rows.append(id);
    this.#ids.rows[id] = row;
    for (let column = 0; column < values.length; column++) this.#rows.columns[column][row] = values[column];
    return id;
  }

  /** Gives back how many there were. */
  despawnAll(): number {
    const { count } = this.#rows;
    for (let row = count - 1; row >= 0; row--) this.#ids.release(this.#rows.entities[row]);
    this.#rows.count = 0;
    return count;
  }
}

/** Moves an entity's row, and the values of all columns that both sets have. */
function move(rows: Int32Array, entity: number, from: Rows, to: Rows): void {
  const row = rows[entity];
  const added = to.append(entity);
  const columns = Math.min(from.columns.length, to.columns.length);
  for (let column = 0; column < columns; column++) to.columns[column][added] = from.columns[column][row];
  rows[from.remove(row)] = row;
  rows[entity] = added;
}

function addAndRemove(size: number, changed: () => void): Trial {
  const [without, having] = [new Rows(1), new Rows(2)];
  const rows = new Int32Array(size);
  for (let i = 0; i < size; i++) {
    rows[i] = without.append(i);
    without.columns[0][i] = valueOf(i);
  }
  return {
    run() {
      for (let entity = 0; entity < size; entity++) {
        move(rows, entity, without, having);
        having.columns[1][rows[entity]] = 1;
        changed();
      }
      for (let entity = 0; entity < size; entity++) {
        move(rows, entity, having, without);
        changed();
      }
    },
    checksum: () => sumOf(without),
  };
}

function sumOf({ count, columns: [column] }: Rows): number {
  let total = 0;
  for (let row = 0; row < count; row++) total += column[row];
  return total;
}
