import type { Entity } from "../entities/entity.js";
import type { ColumnKind } from "../memory/column-kind.js";
import type { EdgeStore } from "../relations/edge-store.js";
import type { ResourceType } from "../resources/resource-type.js";
import type { ComponentType } from "../tables/component-type.js";
import type { Table } from "../tables/table.js";
import type { ValueWriter } from "./bytes.js";
import { isWide, readWords } from "./column-words.js";
import { writeFields, writeValue } from "./binary-values.js";
import { placeOf } from "./binary-save.js";
import { fieldColumns, type FieldColumns, type ObjectColumn } from "./field-columns.js";
import { batchRows, bitsOf, Lanes, since, together, type Sum } from "./murmur.js";
import type { WorldParts } from "./parts.js";
import type { SavedType } from "./saved-types.js";

/**
 * 64 bits that say in which state a world is: the sum of a hash of each entity, of each component of an entity, of each edge and
 * of each resource, so that no order counts. See `WorldState.hash` for what does. Throws `InvalidArgument` for a value that is
 * not of its type.
 */
export function hashOf(parts: WorldParts): bigint {
  return bitsOf(addAll(parts, () => {}));
}

/** What a world is made of, as far as it is hashed: `entities`, and qualified names of components, relations and resources. */
export type PartHashes = ReadonlyMap<string, bigint>;

/** The same hash, and those of its parts, of which it is the sum: for the parts of which there is something. */
export function hashesOf(parts: WorldParts): { readonly hash: bigint; readonly parts: PartHashes } {
  const sums = new Map<string, Sum>();
  let before: Sum = [0, 0];
  const all = addAll(parts, (name, sum) => {
    const own = since(sum, before);
    before = sum;
    if (own[0] !== 0 || own[1] !== 0) sums.set(name, together(sums.get(name) ?? [0, 0], own));
  });
  return { hash: bitsOf(all), parts: new Map([...sums].map(([name, sum]) => [name, bitsOf(sum)])) };
}

/** Adds all parts up; `added` is told the sum behind each. */
function addAll({ storage, edges, resources }: WorldParts, added: (name: string, sum: Sum) => void): Sum {
  const hash = new WorldHash();
  for (const table of storage.graph.tables) {
    hash.addEntities(table);
    added("entities", hash.sum);
    for (const type of table.components) {
      hash.addRows(table, type);
      added(type.name, hash.sum);
    }
  }
  for (const type of storage.registry.types) {
    if (type.storage === "sparse") hash.addRows(storage.sparse(type).table, type);
    if (type.storage === "toggle") hash.addEach(storage.entitiesBeside(type), type);
    added(type.name, hash.sum);
  }
  for (const store of edges.all) {
    hash.addEdges(store);
    added(store.type.name, hash.sum);
  }
  for (const [type, value] of resources.all()) {
    if (type.clock) continue;
    hash.addValue(type, value);
    added(type.name, hash.sum);
  }
  return hash.sum;
}

/** Seeds the hash of entities, whatever they have; those of what they have are named by ids. */
const entitySeed = [0x656e_7469, 0x7479] as const;

class WorldHash {
  readonly #lanes = new Lanes();
  readonly #row = new RowWriter(this.#lanes);

  get sum(): Sum {
    return this.#lanes.sum;
  }

  /** The entities of a table, whatever they have. */
  addEntities(table: Table): void {
    this.#eachBatch(table, entitySeed, () => {});
  }

  /** Entities that have a toggle. */
  addEach(entities: readonly Entity[], type: ComponentType): void {
    const { words } = this.#lanes;
    for (let start = 0; start < entities.length; start += batchRows) {
      const count = Math.min(batchRows, entities.length - start);
      for (let i = 0; i < count; i++) words[i] = entities[start + i];
      this.#lanes.begin(count, ...seedOf(type));
      this.#lanes.mix(count);
      this.#lanes.finish(count);
    }
  }

  /** The rows that a table has of a component. */
  addRows(table: Table, type: ComponentType): void {
    const layout = fieldColumns(type.fields);
    this.#eachBatch(table, seedOf(type), (start, count) => this.#addFields(table, type, layout, start, count));
  }

  /** The edges of a relation: ends and data. */
  addEdges({ table, type }: EdgeStore): void {
    const layout = fieldColumns(type.fields);
    this.#eachBatch(table, seedOf(type), (start, count) => {
      this.#addColumn(table, 0, "entity", [], start, count);
      this.#addFields(table, table.components[1], layout, start, count);
    });
  }

  /** The value of a resource. */
  addValue(type: ResourceType, value: unknown): void {
    this.#lanes.begin(1, ...seedOf(type));
    this.#row.at = 0;
    writeFields(this.#row, type.fields, value, placeOf(type.name));
    this.#lanes.finish(1);
  }

  #eachBatch(table: Table, seed: readonly [number, number], add: (start: number, count: number) => void): void {
    for (let start = 0; start < table.count; start += batchRows) {
      const count = Math.min(batchRows, table.count - start);
      this.#lanes.begin(count, ...seed);
      readWords(this.#lanes.words, table.memory, "entity", table.entities + start, count, false);
      this.#lanes.mix(count);
      add(start, count);
      this.#lanes.finish(count);
    }
  }

  #addFields(table: Table, type: ComponentType, layout: FieldColumns, start: number, count: number): void {
    const { most, presences, objects } = layout;
    const first = most.length > 0 ? table.firstColumn(type.index) : 0;
    for (let i = 0; i < most.length; i++) {
      const present = presences[i].map((at) => first + at);
      this.#addColumn(table, first + i, type.columns[i], present, start, count);
    }
    for (const field of objects) this.#addObjects(table, type, field, first, start, count);
  }

  #addColumn(
    table: Table,
    column: number,
    kind: ColumnKind,
    present: readonly number[],
    start: number,
    count: number,
  ): void {
    const { words } = this.#lanes;
    for (const upper of isWide(kind) ? [false, true] : [false]) {
      readWords(words, table.memory, kind, table.columns[column] + start, count, upper);
      for (const presence of present) {
        for (let i = 0; i < count; i++) if (!isPresent(table, presence, start + i)) words[i] = 0;
      }
      this.#lanes.mix(count);
    }
  }

  #addObjects(
    table: Table,
    type: ComponentType,
    field: ObjectColumn,
    first: number,
    start: number,
    count: number,
  ): void {
    const column = table.objects(table.firstObject(type.index) + field.at);
    let row = start;
    const place = placeOf(`${type.name}.${field.path}`, () => table.entityAt(row));
    for (; row < start + count; row++) {
      if (!field.presences.every((at) => isPresent(table, first + at, row))) continue;
      this.#row.at = row - start;
      writeValue(this.#row, field.type, column[row], place);
    }
  }
}

function isPresent(table: Table, column: number, row: number): boolean {
  return table.memory.u8[table.columns[column] + row] !== 0;
}

/** Two words that name a type and its layout. */
function seedOf({ id, stateVersion }: SavedType): readonly [number, number] {
  const seed = BigInt.asIntN(64, id ^ (stateVersion << 1n));
  return [Number(BigInt.asIntN(32, seed)), Number(BigInt.asIntN(32, seed >> 32n))];
}

/** Mixes values into one row of the lanes. */
class RowWriter implements ValueWriter {
  /** The row. */
  at = 0;
  readonly #lanes: Lanes;
  readonly #double = new Float64Array(1);
  readonly #halves = new Int32Array(this.#double.buffer);

  constructor(lanes: Lanes) {
    this.#lanes = lanes;
  }

  u8(value: number): void {
    this.#lanes.mixRow(this.at, value);
  }

  i32(value: number): void {
    this.#lanes.mixRow(this.at, value);
  }

  u64(value: bigint): void {
    this.i32(Number(BigInt.asIntN(32, value)));
    this.i32(Number(BigInt.asIntN(32, value >> 32n)));
  }

  count(value: number): void {
    this.i32(value);
  }

  /** Adding 0 makes `0` of `-0`. */
  number(value: number): void {
    this.#double[0] = Number.isNaN(value) ? Number.NaN : value + 0;
    this.i32(this.#halves[0]);
    this.i32(this.#halves[1]);
  }

  text(text: string): void {
    this.i32(text.length);
    for (let i = 0; i < text.length; i += 2) {
      this.i32(text.charCodeAt(i) | (i + 1 < text.length ? text.charCodeAt(i + 1) << 16 : 0));
    }
  }

  bytes(bytes: Uint8Array): void {
    this.i32(bytes.length);
    for (let i = 0; i < bytes.length; i++) this.u8(bytes[i]);
  }
}
