import type { Library } from "../../../harness/trial.js";
import { loops as twins } from "../../../runtime/libraries/arrays/loops.js";
import { letters, valueOf } from "../../plan.js";

/** Loops over one array per component, each made for the one case. */
export const loops: Library = {
  packed_5: (size) => {
    const components = Array.from({ length: 5 }, (_, c) => values(size, (i) => valueOf(i + c)));
    return { run: () => components.forEach(double), checksum: () => sum(...components) };
  },
  simple_iter: (size) => {
    const group = size / 4;
    const a = values(size, valueOf);
    const b = values(size, (i) => valueOf(i) + 8);
    const c = values(3 * group, (i) => valueOf(i) + 16);
    const d = values(group, (i) => valueOf(i) + 24);
    const e = values(group, (i) => valueOf(i) + 32);
    return {
      run() {
        swap(a, 0, b);
        swap(c, group, d);
        swap(c, 2 * group, e);
      },
      checksum: () => sum(a) + 3 * sum(b) + 5 * sum(c) + 7 * sum(d) + 11 * sum(e),
    };
  },
  frag_iter: (size) => {
    const data = values(size, valueOf);
    const z = values(size / letters.length, valueOf);
    return {
      run() {
        double(data);
        double(z);
      },
      checksum: () => sum(data) + 3 * sum(z),
    };
  },
  move_3d: twins["move 3d"],
};

function double(component: Float32Array): void {
  for (let i = 0; i < component.length; i++) component[i] *= 2;
}

/** Swaps `right` with as much of `left`, from `start` on. */
function swap(left: Float32Array, start: number, right: Float32Array): void {
  for (let i = 0; i < right.length; i++) {
    const value = left[start + i];
    left[start + i] = right[i];
    right[i] = value;
  }
}

function values(size: number, value: (i: number) => number): Float32Array {
  return Float32Array.from({ length: size }, (_, i) => value(i));
}

function sum(...components: readonly Float32Array[]): number {
  let total = 0;
  for (const component of components) for (const value of component) total += value;
  return total;
}
