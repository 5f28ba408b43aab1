import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Memory, type Block, type BlockOwner } from "../../../runtime/memory/memory.js";

const nobody: BlockOwner = { blockMoved: () => undefined };

function contentOf(memory: Memory, block: Block): Uint8Array {
  return memory.u8.subarray(block.offset, block.offset + block.bytes);
}

describe("options", () => {
  it("start with 16 KiB, in memory of its own", () => {
    const memory = new Memory();
    expect([memory.buffer.byteLength, memory.shared, memory.used]).toEqual([16_384, false, 0]);
    expect(memory.buffer).toBeInstanceOf(ArrayBuffer);
  });

  it("share every buffer when they are to", () => {
    const memory = new Memory({ shared: true, initialBytes: 0 });
    memory.allocate(1000, nobody);
    expect(memory.buffer).toBeInstanceOf(SharedArrayBuffer);
    expect(memory.newInt32Array(3).buffer).toBeInstanceOf(SharedArrayBuffer);
  });

  it("may allow less than the default start", () => {
    const memory = new Memory({ maxBytes: 1000 });
    expect(memory.buffer.byteLength).toBe(1000);
    memory.allocate(896, nobody);
    expect(() => memory.allocate(65, nobody)).toThrow(expect.objectContaining({ code: "ArenaFull" }));
  });

  it.each([{ initialBytes: -1 }, { initialBytes: 1.5 }, { maxBytes: 2 ** 31 }, { initialBytes: 200, maxBytes: 100 }])(
    "refuse %o",
    (options) => {
      expect(() => new Memory(options)).toThrow(expect.objectContaining({ code: "InvalidArgument" }));
    },
  );
});

describe("views", () => {
  it("are of one buffer, also after it grew", () => {
    const memory = new Memory({ initialBytes: 64 });
    memory.allocate(10_000, nobody);
    const { f32, f64, i8, i16, i32, u8, u16, u32, i64, u64 } = memory;
    for (const view of [f32, f64, i8, i16, i32, u8, u16, u32, i64, u64]) expect(view.buffer).toBe(memory.buffer);
    expect(memory.entity).toBe(memory.i32);
  });

  it("copy elements of every size bit by bit", () => {
    const memory = new Memory();
    const bytes = [0x7f, 0xa0, 0xff, 0xff, 0x01, 0x02, 0x03, 0x04];
    for (const shift of [0, 1, 2, 3]) {
      memory.u8.set(bytes, 64);
      memory.copyElement(shift, 64 >> shift, 128 >> shift);
      const size = 1 << shift;
      expect([...memory.u8.subarray(128, 128 + size)]).toEqual(bytes.slice(0, size));
    }
  });
});

describe("blocks", () => {
  it("are reused by the next that has their size", () => {
    const memory = new Memory();
    const first = memory.allocate(300, nobody);
    memory.allocate(300, nobody);
    const { offset } = first;
    memory.free(first);
    expect(memory.allocate(310, nobody).offset).toBe(offset);
  });

  it("leave their place to others when they outgrow it", () => {
    const memory = new Memory();
    const block = memory.allocate(64, nobody);
    const { offset } = block;
    memory.reallocate(block, 200);
    expect(block.offset).not.toBe(offset);
    expect(memory.allocate(64, nobody).offset).toBe(offset);
  });

  it("are taken back once", () => {
    const memory = new Memory();
    const block = memory.allocate(64, nobody);
    memory.free(block);
    memory.free(block);
    expect(memory.used).toBe(0);
    expect(memory.allocate(64, nobody).offset).not.toBe(memory.allocate(64, nobody).offset);
  });

  it("keep their content where it was until the caller has copied it", () => {
    const memory = new Memory({ initialBytes: 128 });
    const block = memory.allocate(64, nobody);
    contentOf(memory, block).fill(7);
    const { offset } = block;
    const before = memory.reallocate(block, 1000);
    expect([...before.subarray(offset, offset + 64)]).toEqual(Array.from({ length: 64 }, () => 7));
  });

  it("leave no hole behind when the arena grows, and fill it to the last byte", () => {
    const memory = new Memory({ initialBytes: 64, maxBytes: 640 });
    const blocks = Array.from({ length: 10 }, () => memory.allocate(64, nobody));
    expect(memory.used).toBe(640);
    for (const block of blocks.filter((_, place) => place % 2 === 0)) memory.free(block);
    expect(memory.allocate(320, nobody).bytes).toBe(320);
    expect(memory.used).toBe(640);
  });

  it("stay as they are when there is no room", () => {
    const memory = new Memory({ initialBytes: 64, maxBytes: 256 });
    const block = memory.allocate(128, nobody);
    contentOf(memory, block).fill(3);
    const before = { ...block };
    expect(() => memory.reallocate(block, 512)).toThrow(expect.objectContaining({ code: "ArenaFull" }));
    expect(block).toEqual(before);
    expect(contentOf(memory, block).every((byte) => byte === 3)).toBe(true);
    expect(memory.used).toBe(128);
  });
});

/** A block with a mark on every byte. */
class Tenant implements BlockOwner {
  readonly mark: number;
  block: Block | undefined;
  told = 0;

  constructor(mark: number) {
    this.mark = mark;
  }

  blockMoved(): void {
    this.told++;
  }
}

function checkTenants(memory: Memory, tenants: readonly Tenant[]): void {
  const blocks = tenants.flatMap(({ block }) => block ?? []).sort((a, b) => a.offset - b.offset);
  let end = 0;
  for (const block of blocks) {
    expect(block.offset % 64).toBe(0);
    expect(block.offset).toBeGreaterThanOrEqual(end);
    end = block.offset + block.bytes;
  }
  expect(end).toBeLessThanOrEqual(memory.buffer.byteLength);
  expect(memory.used).toBe(blocks.reduce((sum, block) => sum + block.bytes, 0));
  for (const { block, mark } of tenants) {
    if (block !== undefined) expect(contentOf(memory, block).every((byte) => byte === mark)).toBe(true);
  }
}

function change(memory: Memory, tenants: Tenant[], what: number, bytes: number): void {
  const tenant = tenants[what % (tenants.length + 3)];
  if (tenant === undefined) {
    const made = new Tenant((tenants.length % 255) + 1);
    made.block = memory.allocate(bytes, made);
    contentOf(memory, made.block).fill(made.mark);
    tenants.push(made);
  } else if (tenant.block !== undefined && what % 3 === 0) {
    memory.free(tenant.block);
    tenant.block = undefined;
  } else if (tenant.block !== undefined) {
    const { offset } = tenant.block;
    const kept = Math.min(tenant.block.bytes, bytes);
    const before = memory.reallocate(tenant.block, bytes);
    expect(before.subarray(offset, offset + kept).every((byte) => byte === tenant.mark)).toBe(true);
    contentOf(memory, tenant.block).fill(tenant.mark);
  }
}

it("never lets two living blocks overlap, loses no byte, and never exceeds `maxBytes`", () => {
  const changes = fc.array(fc.tuple(fc.nat(200), fc.integer({ min: 0, max: 3000 })), { maxLength: 120, size: "max" });
  const property = fc.property(changes, fc.integer({ min: 0, max: 40_000 }), (script, maxBytes) => {
    const memory = new Memory({ initialBytes: 0, maxBytes });
    const tenants: Tenant[] = [];
    for (const [what, bytes] of script) {
      try {
        change(memory, tenants, what, bytes);
      } catch (error) {
        expect(error).toMatchObject({ code: "ArenaFull" });
      }
      expect(memory.buffer.byteLength).toBeLessThanOrEqual(maxBytes);
    }
    checkTenants(memory, tenants);
  });
  fc.assert(property, { numRuns: 60 });
});

it("tells every owner but the one that asks when blocks move", () => {
  const memory = new Memory({ initialBytes: 128 });
  const [still, growing] = [new Tenant(1), new Tenant(2)];
  still.block = memory.allocate(64, still);
  growing.block = memory.allocate(64, growing);
  memory.reallocate(growing.block, 4096);
  expect([still.told, growing.told]).toEqual([1, 0]);
});
