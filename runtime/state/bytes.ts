import { corrupt } from "./save-errors.js";
import { fromUtf8, toUtf8 } from "./utf8.js";

const loneSurrogate = /\p{Surrogate}/u;

/** How a number is written. A list of `u8` may hold what no `u8` can, so the form follows the number, not the type. */
const [i8, i32, f64] = [0, 1, 2] as const;

/** Takes the parts of values one after another: to be written, or hashed. */
export interface ValueWriter {
  u8(value: number): void;
  i32(value: number): void;
  u64(value: bigint): void;
  /** A count of what follows. */
  count(value: number): void;
  /** Any number. */
  number(value: number): void;
  text(text: string): void;
  bytes(bytes: Uint8Array): void;
}

/** Writes numbers, texts and bytes one after another; numbers are little-endian. */
export class ByteWriter implements ValueWriter {
  #bytes = new Uint8Array(1024);
  #view = new DataView(this.#bytes.buffer);
  #length = 0;

  /** What was written so far, as long as nothing more is. */
  get written(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  u8(value: number): void {
    const at = this.#room(1);
    this.#bytes[at] = value;
  }

  u32(value: number): void {
    const at = this.#room(4);
    this.#view.setUint32(at, value, true);
  }

  i32(value: number): void {
    const at = this.#room(4);
    this.#view.setInt32(at, value, true);
  }

  u64(value: bigint): void {
    const at = this.#room(8);
    this.#view.setBigUint64(at, value, true);
  }

  f64(value: number): void {
    const at = this.#room(8);
    this.#view.setFloat64(at, value, true);
  }

  /** A count: seven bits a byte, the lowest first. */
  count(value: number): void {
    let rest = value;
    while (rest > 127) {
      this.u8((rest & 127) | 128);
      rest >>>= 7;
    }
    this.u8(rest);
  }

  number(value: number): void {
    const isInteger = Object.is(value, value | 0);
    if (isInteger && value >= -128 && value < 128) {
      this.u8(i8);
      this.u8(value & 255);
    } else if (isInteger) {
      this.u8(i32);
      this.i32(value);
    } else {
      this.u8(f64);
      this.f64(value);
    }
  }

  /** Bytes without their count. */
  raw(bytes: Uint8Array): void {
    const at = this.#room(bytes.length);
    this.#bytes.set(bytes, at);
  }

  bytes(bytes: Uint8Array): void {
    this.count(bytes.length);
    this.raw(bytes);
  }

  /** Text as UTF-8, or unit by unit when UTF-8 cannot say it. */
  text(text: string): void {
    const exact = loneSurrogate.test(text);
    this.u8(exact ? 1 : 0);
    this.bytes(exact ? Uint8Array.from([...unitsOf(text)].flatMap((unit) => [unit & 255, unit >> 8])) : toUtf8(text));
  }

  /** Where the next `more` bytes go: asked before the buffer is named, since it may be another one then. */
  #room(more: number): number {
    const start = this.#length;
    this.#length += more;
    if (this.#length > this.#bytes.length) {
      const before = this.#bytes;
      this.#bytes = new Uint8Array(Math.max(this.#length, before.length * 2));
      this.#bytes.set(before);
      this.#view = new DataView(this.#bytes.buffer);
    }
    return start;
  }
}

/** Reads what a `ByteWriter` wrote. Every method throws `SaveCorrupt` where that cannot be; `name` says in which part. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #name: string;
  #at = 0;

  constructor(bytes: Uint8Array, name: string) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#name = name;
  }

  /** How many bytes are left. */
  get left(): number {
    return this.#bytes.length - this.#at;
  }

  u8(): number {
    return this.#view.getUint8(this.#take(1));
  }

  u32(): number {
    return this.#view.getUint32(this.#take(4), true);
  }

  i32(): number {
    return this.#view.getInt32(this.#take(4), true);
  }

  u64(): bigint {
    return this.#view.getBigUint64(this.#take(8), true);
  }

  f64(): number {
    return this.#view.getFloat64(this.#take(8), true);
  }

  number(): number {
    switch (this.u8()) {
      case i8:
        return (this.u8() << 24) >> 24;
      case i32:
        return this.i32();
      case f64:
        return this.f64();
      default:
        throw this.fail("a number has no known form");
    }
  }

  /** A count of things that take at least `each` bytes, so that no more are promised than can be there. */
  count(each: number): number {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = this.u8();
      value += (byte & 127) * factor;
      if (byte < 128) break;
      if (factor > 2 ** 28) throw this.fail("a count has no end");
    }
    if (value * each > this.left) throw this.fail(`${value} things are promised, and ${this.left} bytes are left`);
    return value;
  }

  /** Bytes without their count; a view of them. */
  raw(length: number): Uint8Array {
    const start = this.#take(length);
    return this.#bytes.subarray(start, start + length);
  }

  bytes(): Uint8Array {
    return this.raw(this.count(1)).slice();
  }

  text(): string {
    const form = this.u8();
    const bytes = this.bytes();
    if (form === 1 && bytes.length % 2 === 0) return fromUnits(bytes);
    const text = form === 0 ? fromUtf8(bytes) : undefined;
    if (text === undefined) throw this.fail("a text is none");
    return text;
  }

  /** Throws when something is left. */
  end(): void {
    if (this.left > 0) throw this.fail(`${this.left} bytes are left over`);
  }

  /** The error for something that cannot be. */
  fail(what: string): Error {
    return corrupt(`${what}, at byte ${this.#at} of ${this.#name}`);
  }

  #take(length: number): number {
    if (length > this.left) throw this.fail("it ends too early");
    this.#at += length;
    return this.#at - length;
  }
}

function* unitsOf(text: string): Iterable<number> {
  for (let i = 0; i < text.length; i++) yield text.charCodeAt(i);
}

function fromUnits(bytes: Uint8Array): string {
  let text = "";
  for (let i = 0; i < bytes.length; i += 2) text += String.fromCharCode(bytes[i] | (bytes[i + 1] << 8));
  return text;
}
