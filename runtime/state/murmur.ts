/**
 * Two lanes of 32 bits that words are mixed into: the first two of the four of MurmurHash3_x86_128 by Austin Appleby, which is in
 * the public domain (github.com/aappleby/smhasher). Both are fed with the same words, so that they make up 64 bits; every
 * bit of a word turns about half of them.
 *
 * Many lanes are mixed at once: rows of columns are what is hashed.
 */
const [c1, c2, c3] = [0x239b961b, 0xab0e9789, 0x38b34ae5] as const;

/** How many rows are mixed at once: what they need stays in the nearest cache. */
export const batchRows = 1024;

/** The lanes of some rows, and the words to be mixed into them next. */
export class Lanes {
  readonly first = new Int32Array(batchRows);
  readonly second = new Int32Array(batchRows);
  /** A word for each row. */
  readonly words = new Int32Array(batchRows);
  /** The sums of all that was finished: whatever the order in which it was. */
  #firstSum = 0;
  #secondSum = 0;

  /** Begins this many rows, all with the same two words. */
  begin(count: number, first: number, second: number): void {
    this.first.fill(first, 0, count);
    this.second.fill(second, 0, count);
  }

  /** Mixes the words of this many rows in. */
  mix(count: number): void {
    const { first, second, words } = this;
    for (let row = 0; row < count; row++) {
      const word = words[row];
      let a = Math.imul(word, c1);
      a = Math.imul((a << 15) | (a >>> 17), c2) ^ first[row];
      let b = Math.imul(word, c2);
      b = Math.imul((b << 16) | (b >>> 16), c3) ^ second[row];
      a = (Math.imul(((a << 19) | (a >>> 13)) + second[row], 5) + 0x561ccd1b) | 0;
      b = (Math.imul(((b << 17) | (b >>> 15)) + a, 5) + 0x0bcaa747) | 0;
      first[row] = a;
      second[row] = b;
    }
  }

  /** Mixes a word into one row. */
  mixRow(row: number, word: number): void {
    const before = this.second[row];
    let a = Math.imul(word, c1);
    a = Math.imul((a << 15) | (a >>> 17), c2) ^ this.first[row];
    let b = Math.imul(word, c2);
    b = Math.imul((b << 16) | (b >>> 16), c3) ^ before;
    a = (Math.imul(((a << 19) | (a >>> 13)) + before, 5) + 0x561ccd1b) | 0;
    this.first[row] = a;
    this.second[row] = (Math.imul(((b << 17) | (b >>> 15)) + a, 5) + 0x0bcaa747) | 0;
  }

  /** Adds what this many rows have become to the sum. */
  finish(count: number): void {
    const { first, second } = this;
    for (let row = 0; row < count; row++) {
      let a = (first[row] + second[row]) | 0;
      let b = (second[row] + a) | 0;
      a = avalanche(a);
      b = avalanche(b);
      a = (a + b) | 0;
      this.#firstSum = (this.#firstSum + a) | 0;
      this.#secondSum = (this.#secondSum + a + b) | 0;
    }
  }

  /** The sum. */
  get sum(): Sum {
    return [this.#firstSum, this.#secondSum];
  }
}

/** The sum of hashes: two words, each of which is summed on its own. */
export type Sum = readonly [first: number, second: number];

/** What came to a sum since it was another one. */
export function since(now: Sum, then: Sum): Sum {
  return [(now[0] - then[0]) | 0, (now[1] - then[1]) | 0];
}

/** Two sums together. */
export function together(a: Sum, b: Sum): Sum {
  return [(a[0] + b[0]) | 0, (a[1] + b[1]) | 0];
}

/** A sum as 64 bits. */
export function bitsOf([first, second]: Sum): bigint {
  return (BigInt(second >>> 0) << 32n) | BigInt(first >>> 0);
}

/** `fmix32` of MurmurHash3: every bit of what comes in turns about half of what comes out. */
function avalanche(bits: number): number {
  let h = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
