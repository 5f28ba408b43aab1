import type { Library } from "../../../harness/trial.js";
import { placeOf, shuffled, speedOf } from "../../../runtime/values.js";
import { childrenOfEach, parentOf, valueOf } from "../../plan.js";

/** Access to single entities, events, relations, and what entities cost to hold. */
export const access: Library = {
  random_access: (size) => {
    const order = Int32Array.from(shuffled(size));
    const ids = Int32Array.from({ length: size }, (_, i) => i);
    const y = Float32Array.from({ length: size }, (_, i) => placeOf(i, 1));
    const speed = Float32Array.from({ length: size }, (_, i) => speedOf(i, 1));
    let count = 0;
    return {
      run() {
        count++;
        for (const entity of order) {
          if (ids[entity & 0x3f_ffff] !== entity) throw new Error("not alive");
          y[entity] = speed[entity] + count;
        }
      },
      checksum: () => y.reduce((total, value) => total + value, 0),
    };
  },
  events: (size) => {
    const queue = new Float32Array(size);
    let [waiting, total] = [0, 0];
    const handle = (amount: number): void => void (total += amount);
    return {
      run() {
        for (let i = 0; i < size; i++) queue[waiting++] = valueOf(i);
        for (let i = 0; i < waiting; i++) handle(queue[i]);
        waiting = 0;
      },
      checksum: () => total,
    };
  },
  // A list of children for each parent, doubly linked, so that a child leaves in one step.
  relate: (size) => {
    const parents = size / childrenOfEach;
    const family = new Family(parents, size);
    return {
      run() {
        for (let child = 0; child < size; child++) family.add(child, parentOf(child, parents));
        for (let child = 0; child < size; child++) family.remove(child);
      },
      checksum: () => family.count,
    };
  },
  children: (size) => {
    const parents = size / childrenOfEach;
    const family = new Family(parents, size);
    const value = Float32Array.from({ length: size }, (_, i) => valueOf(i));
    for (let child = 0; child < size; child++) family.add(child, parentOf(child, parents));
    let total = 0;
    return {
      run() {
        for (let parent = 0; parent < parents; parent++) {
          for (let child = family.first[parent]; child >= 0; child = family.next[child]) total += value[child];
        }
      },
      checksum: () => total,
    };
  },
  // Six columns of floats, an id for each entity, its row, and the entity of each row.
  memory: (size) => {
    let columns: (Float32Array | Int32Array)[] = [];
    return {
      run() {
        columns = [
          ...Array.from({ length: 6 }, () => new Float32Array(size)),
          ...Array.from({ length: 3 }, () => new Int32Array(size)),
        ];
      },
      checksum: () => columns[0].length,
    };
  },
};

/** Who is whose child: the first child of each parent, and the next and the previous of each child; -1 is none. */
class Family {
  readonly first: Int32Array;
  readonly next: Int32Array;
  count = 0;
  readonly #previous: Int32Array;
  readonly #parents: Int32Array;

  constructor(parents: number, children: number) {
    this.first = new Int32Array(parents).fill(-1);
    this.next = new Int32Array(children).fill(-1);
    this.#previous = new Int32Array(children).fill(-1);
    this.#parents = new Int32Array(children).fill(-1);
  }

  add(child: number, parent: number): void {
    const first = this.first[parent];
    this.next[child] = first;
    this.#previous[child] = -1;
    this.#parents[child] = parent;
    if (first >= 0) this.#previous[first] = child;
    this.first[parent] = child;
    this.count++;
  }

  remove(child: number): void {
    const [next, previous] = [this.next[child], this.#previous[child]];
    if (next >= 0) this.#previous[next] = previous;
    if (previous >= 0) this.next[previous] = next;
    else this.first[this.#parents[child]] = next;
    this.#parents[child] = -1;
    this.count--;
  }
}
