import type { Library } from "../../../harness/trial.js";
import { placeOf, speedOf } from "../../values.js";

/** The least that a hash of 64 bits takes: every word is mixed into two lanes, row by row, and rows are added up. */
export const state: Library = {
  hash: (size) => {
    const columns = [0, 1, 2].flatMap((axis) => [
      Float32Array.from({ length: size }, (_, i) => placeOf(i, axis)),
      Float32Array.from({ length: size }, (_, i) => speedOf(i, axis)),
    ]);
    const words = columns.map(({ buffer }) => new Int32Array(buffer));
    const first = hashOf(words, size);
    let last = 0;
    return { run: () => void (last = hashOf(words, size)), checksum: () => Number(first === last) };
  },
};

function hashOf(columns: readonly Int32Array[], size: number): number {
  let [low, high] = [0, 0];
  for (let row = 0; row < size; row++) {
    let [a, b] = [row, row];
    for (let i = 0; i < columns.length; i++) {
      const word = columns[i][row];
      a = Math.imul(Math.imul(word, 0x239b961b) ^ a, 0xab0e9789);
      b = Math.imul(Math.imul(word, 0xab0e9789) ^ b, 0x38b34ae5);
      a = ((a << 19) | (a >>> 13)) + b;
      b = ((b << 17) | (b >>> 15)) + a;
    }
    low = (low + Math.imul(a ^ (a >>> 16), 0x85ebca6b)) | 0;
    high = (high + Math.imul(b ^ (b >>> 16), 0xc2b2ae35)) | 0;
  }
  return low ^ high;
}
