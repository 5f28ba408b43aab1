import type { Library, Trial } from "../../../harness/trial.js";
import { placeOf, shuffled } from "../../values.js";

/** Access by entity through a table of rows, with a check that the entity is alive. */
export const access: Library = {
  "random get": (size) => {
    const { ids, rows, y, targets } = entities(size);
    let total = 0;
    return {
      run() {
        total = 0;
        for (const entity of targets) {
          if (ids[entity & 0x3f_ffff] !== entity) throw new Error("not alive");
          total += y[rows[entity & 0x3f_ffff]];
        }
      },
      checksum: () => total,
    };
  },
  "random set": (size) => {
    const { ids, rows, y, targets } = entities(size);
    let count = 0;
    return {
      run() {
        count++;
        for (const entity of targets) {
          if (ids[entity & 0x3f_ffff] !== entity) throw new Error("not alive");
          y[rows[entity & 0x3f_ffff]] = count;
        }
      },
      checksum: () => y.reduce((total, value) => total + value, 0),
    };
  },
  memory: held,
  "memory, one by one": held,
};

/** Six columns of floats, an id for each entity, its row, and the entity of each row. */
function held(size: number): Trial {
  let columns: (Float32Array | Int32Array)[] = [];
  return {
    run() {
      columns = [
        ...Array.from({ length: 6 }, () => new Float32Array(size)),
        ...Array.from({ length: 3 }, () => new Int32Array(size)),
      ];
    },
    checksum: () => columns[0]?.length ?? 0,
  };
}

function entities(size: number) {
  const order = shuffled(size);
  return {
    ids: Int32Array.from({ length: size }, (_, i) => i),
    rows: Int32Array.from({ length: size }, (_, i) => i),
    y: Float32Array.from({ length: size }, (_, i) => placeOf(i, 1)),
    targets: Int32Array.from(order),
  };
}
