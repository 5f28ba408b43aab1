import type { ColumnKind } from "../memory/column-kind.js";
import type { Memory } from "../memory/memory.js";

/** Which half of a number of 64 bits lies first: not the upper one on all machines that run JavaScript today. */
const upperFirst = new Uint8Array(Uint32Array.of(1).buffer)[0] === 0 ? 1 : 0;

/**
 * Reads some rows of a column as words: the lower half, or all, of each number, or with `upper` the upper half of those of 64
 * bits. Numbers that are equal give the same words: `-0` those of `0`, and every NaN those of the same one.
 */
export function readWords(
  words: Int32Array,
  memory: Memory,
  kind: ColumnKind,
  start: number,
  count: number,
  upper: boolean,
): void {
  switch (kind) {
    case "f32":
      readFloats(words, memory.i32, start, count);
      break;
    case "f64":
      readDoubles(words, memory.i32, start, count, upper);
      break;
    case "i64":
    case "u64":
      readHalves(words, memory.i32, start, count, upper);
      break;
    case "i32":
    case "u32":
    case "entity":
      for (let i = 0; i < count; i++) words[i] = memory.i32[start + i];
      break;
    case "u8":
      for (let i = 0; i < count; i++) words[i] = memory.u8[start + i];
      break;
    case "i8":
      for (let i = 0; i < count; i++) words[i] = memory.i8[start + i];
      break;
    case "u16":
      for (let i = 0; i < count; i++) words[i] = memory.u16[start + i];
      break;
    case "i16":
      for (let i = 0; i < count; i++) words[i] = memory.i16[start + i];
  }
}

/** Whether a kind takes two words. */
export function isWide(kind: ColumnKind): boolean {
  return kind === "f64" || kind === "i64" || kind === "u64";
}

function readFloats(words: Int32Array, bits: Int32Array, start: number, count: number): void {
  for (let i = 0; i < count; i++) {
    const float = bits[start + i];
    const size = float & 0x7fff_ffff;
    words[i] = size === 0 ? 0 : size > 0x7f80_0000 ? 0x7fc0_0000 : float;
  }
}

function readDoubles(words: Int32Array, bits: Int32Array, start: number, count: number, upper: boolean): void {
  for (let i = 0; i < count; i++) {
    const at = (start + i) * 2;
    const high = bits[at + 1 - upperFirst];
    const low = bits[at + upperFirst];
    const size = high & 0x7fff_ffff;
    if ((size | low) === 0) words[i] = 0;
    else if (size > 0x7ff0_0000 || (size === 0x7ff0_0000 && low !== 0)) words[i] = upper ? 0x7ff8_0000 : 0;
    else words[i] = upper ? high : low;
  }
}

function readHalves(words: Int32Array, bits: Int32Array, start: number, count: number, upper: boolean): void {
  const half = upper ? 1 - upperFirst : upperFirst;
  for (let i = 0; i < count; i++) words[i] = bits[(start + i) * 2 + half];
}
