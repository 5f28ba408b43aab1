import { EcsError } from "../errors.js";
import { columnArrays, columnBytes, type Column, type ColumnKind, type EntityColumn } from "./column-kind.js";
import { WordStack } from "./word-stack.js";

/** How much memory a world may take, and of which sort. */
export interface MemoryOptions {
  /** Bytes that the arena starts with. Default: 16 KiB, or `maxBytes` if that is less. */
  readonly initialBytes?: number;
  /** Bytes that the arena may grow to. Default and upper limit: 2 GiB less 64 KiB. */
  readonly maxBytes?: number;
  /** Whether buffers are shared with workers (`SharedArrayBuffer`). Default: no. */
  readonly shared?: boolean;
}

/** The bytes of a world's buffers. */
export interface MemoryUsage {
  /** All buffers: the arena, the entity index, toggles and the pages of sparse sets. */
  readonly bytes: number;
  /** The part of them that is handed out to tables, the entity index, toggles and sparse sets. */
  readonly used: number;
  /** The arena's buffer alone. */
  readonly arena: number;
  /** The entity index alone. */
  readonly entities: number;
}

/** Whoever holds a block: it is told when the block lies elsewhere, since its columns start elsewhere then. */
export interface BlockOwner {
  blockMoved(): void;
}

/** A stretch of the arena. Only the arena writes it; `offset` is a multiple of 64. */
export interface Block {
  offset: number;
  bytes: number;
  readonly owner: BlockOwner;
}

const largestArena = 2 ** 31 - 65_536;
const smallestBlock = 64;

/**
 * The arena of a world: one buffer, with a view of it for every kind of column.
 *
 *     0      top      capacity
 *     [ blocks | unused ]        blocks come from a list of free ones of the same size, else from the top
 *
 * When neither has room, a new buffer takes over: blocks are copied close together and their owners told, so that
 * no hole outlives a growth. That happens in structural changes only, never while a loop runs.
 */
export class Memory {
  buffer: ArrayBufferLike = new ArrayBuffer(0);
  f32: Float32Array = new Float32Array(0);
  f64: Float64Array = new Float64Array(0);
  i8: Int8Array = new Int8Array(0);
  i16: Int16Array = new Int16Array(0);
  i32: Int32Array = new Int32Array(0);
  u8: Uint8Array = new Uint8Array(0);
  u16: Uint16Array = new Uint16Array(0);
  u32: Uint32Array = new Uint32Array(0);
  i64: BigInt64Array = new BigInt64Array(0);
  u64: BigUint64Array = new BigUint64Array(0);
  /** `i32` as entity references. */
  entity: EntityColumn = entityColumn(this.i32);
  /** Bytes of all blocks that are handed out. */
  used = 0;
  /**
   * The time of changes: what is written into a tracked component is stamped with it. Only runs of queries that ask for
   * changes move it on. A double, since 32 bits would be used up within weeks.
   */
  tick = 1;
  /**
   * Counts what may move rows, or forbid to write them: who remembers a row remembers this number as well, and asks for the row
   * anew when it is another one.
   */
  moves = 0;
  /** What rows hold while they are written, should that fail. */
  readonly kept: WordStack = new WordStack();
  readonly shared: boolean;
  readonly maxBytes: number;
  private top = 0;
  private readonly blocks = new Set<Block>();
  private readonly freeBlocks = new Map<number, number[]>();

  /** Throws `InvalidArgument` for sizes that are not whole numbers, or larger than a buffer may be. */
  constructor(options: MemoryOptions = {}) {
    const { maxBytes = largestArena, shared = false } = options;
    const { initialBytes = Math.min(16_384, maxBytes) } = options;
    requireBytes("memory.maxBytes", maxBytes, largestArena);
    requireBytes("memory.initialBytes", initialBytes, maxBytes);
    this.shared = shared;
    this.maxBytes = maxBytes;
    this.adopt(this.newBuffer(Math.min(maxBytes, roundUp(initialBytes, smallestBlock))));
  }

  /** Hands out at least `bytes`, their content undefined. Throws `ArenaFull`. */
  allocate(bytes: number, owner: BlockOwner): Block {
    const size = blockSize(bytes);
    const block: Block = { offset: this.find(size) ?? this.rebuild(size), bytes: size, owner };
    this.blocks.add(block);
    this.used += size;
    return block;
  }

  /**
   * Gives a block a new size and place. Its content lies where it lay, in the view that is given back, until the arena is
   * asked for memory again: the caller copies what it needs. Throws `ArenaFull`.
   */
  reallocate(block: Block, bytes: number): Uint8Array {
    const before = this.u8;
    const size = blockSize(bytes);
    const found = this.find(size);
    const offset = found ?? this.rebuild(size, block);
    if (found !== undefined) this.release(block.offset, block.bytes);
    this.used += size - block.bytes;
    block.offset = offset;
    block.bytes = size;
    return before;
  }

  /** Takes a block back. */
  free(block: Block): void {
    if (!this.blocks.delete(block)) return;
    this.used -= block.bytes;
    this.release(block.offset, block.bytes);
  }

  /** A column in a block; `start` and `length` count in elements. It is valid until the block lies elsewhere. */
  column(kind: ColumnKind, start: number, length: number): Column {
    return new columnArrays[kind](this.buffer, start * columnBytes[kind], length);
  }

  /** An array beside the arena, for what must be able to grow while loops run; starts with the content of `from`. */
  newInt32Array(length: number, from?: Int32Array): Int32Array {
    const made = new Int32Array(this.newBuffer(length * 4));
    if (from !== undefined) made.set(from);
    return made;
  }

  /** Copies one element of `1 << shift` bytes; both places count in elements. Bits are kept, also those of a NaN. */
  copyElement(shift: number, from: number, to: number): void {
    if (shift === 2) {
      this.i32[to] = this.i32[from];
    } else if (shift === 0) {
      this.u8[to] = this.u8[from];
    } else if (shift === 3) {
      this.i32[to * 2] = this.i32[from * 2];
      this.i32[to * 2 + 1] = this.i32[from * 2 + 1];
    } else {
      this.u16[to] = this.u16[from];
    }
  }

  /** Copies one element of `1 << shift` bytes to all places behind it, before `end`. Bits are kept, also those of a NaN. */
  repeatElement(shift: number, from: number, end: number): void {
    if (shift === 2) this.i32.fill(this.i32[from], from, end);
    else if (shift === 0) this.u8.fill(this.u8[from], from, end);
    else if (shift === 3) this.i64.fill(this.i64[from], from, end);
    else this.u16.fill(this.u16[from], from, end);
  }

  private find(size: number): number | undefined {
    const reused = this.freeBlocks.get(size)?.pop();
    if (reused !== undefined) return reused;
    if (this.top + size > this.buffer.byteLength) return undefined;
    this.top += size;
    return this.top - size;
  }

  private release(offset: number, bytes: number): void {
    const list = this.freeBlocks.get(bytes);
    if (list === undefined) this.freeBlocks.set(bytes, [offset]);
    else list.push(offset);
  }

  /** Moves all blocks but `dropped` to a new buffer with room for `size` more, and gives back where that room starts. */
  private rebuild(size: number, dropped?: Block): number {
    const needed = this.used - (dropped?.bytes ?? 0) + size;
    if (needed > this.maxBytes) throw this.full(needed);
    const capacity = Math.min(this.maxBytes, Math.max(this.buffer.byteLength, roomFor(needed)));
    const from = this.u8;
    this.adopt(this.newBuffer(capacity));
    this.freeBlocks.clear();
    this.top = size;
    for (const block of this.blocks) {
      if (block === dropped) continue;
      this.u8.set(from.subarray(block.offset, block.offset + block.bytes), this.top);
      block.offset = this.top;
      this.top += block.bytes;
      block.owner.blockMoved();
    }
    return 0;
  }

  private newBuffer(bytes: number): ArrayBufferLike {
    return this.shared ? new SharedArrayBuffer(bytes) : new ArrayBuffer(bytes);
  }

  private adopt(buffer: ArrayBufferLike): void {
    const whole = buffer.byteLength >> 3;
    this.buffer = buffer;
    this.f32 = new Float32Array(buffer, 0, whole * 2);
    this.f64 = new Float64Array(buffer, 0, whole);
    this.i8 = new Int8Array(buffer);
    this.i16 = new Int16Array(buffer, 0, whole * 4);
    this.i32 = new Int32Array(buffer, 0, whole * 2);
    this.u8 = new Uint8Array(buffer);
    this.u16 = new Uint16Array(buffer, 0, whole * 4);
    this.u32 = new Uint32Array(buffer, 0, whole * 2);
    this.i64 = new BigInt64Array(buffer, 0, whole);
    this.u64 = new BigUint64Array(buffer, 0, whole);
    this.entity = entityColumn(this.i32);
  }

  private full(needed: number): EcsError {
    return new EcsError(
      "ArenaFull",
      `the arena needs ${needed} bytes, and \`memory.maxBytes\` allows ${this.maxBytes}`,
      "raise `memory.maxBytes` in the options of the world, or despawn what is not needed",
    );
  }
}

/** The one place where integers become entity references: who writes the column writes entities. */
function entityColumn(column: Int32Array): EntityColumn {
  return column as ArrayLike<number> as EntityColumn;
}

/** Blocks come in four sizes for every power of two, so that freed ones fit again. */
function blockSize(bytes: number): number {
  if (bytes <= smallestBlock * 4) return roundUp(Math.max(bytes, 1), smallestBlock);
  return roundUp(bytes, 2 ** (29 - Math.clz32(bytes - 1)));
}

/** Small arenas double; large ones leave 2 per cent, since a growth copies everything and tables double anyway. */
function roomFor(needed: number): number {
  return roundUp(Math.max(Math.min(needed * 2, needed + 524_288), Math.ceil(needed * 1.02)), 4096);
}

function roundUp(value: number, step: number): number {
  return Math.ceil(value / step) * step;
}

function requireBytes(option: string, bytes: number, most: number): void {
  if (Number.isSafeInteger(bytes) && bytes >= 0 && bytes <= most) return;
  const message = `\`${option}\` is ${bytes}, which is not a whole number of bytes from 0 to ${most}`;
  throw new EcsError("InvalidArgument", message, "give a whole number of bytes in that range");
}
