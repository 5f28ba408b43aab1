import type { Entity } from "../entities/entity.js";
import type { Slots } from "../entities/slots.js";
import { isInTable } from "../tables/spawn-shape.js";
import type { ComponentType } from "../tables/component-type.js";
import type { Table } from "../tables/table.js";
import { binaryVersion, byteOrderMark, linkColumns } from "./binary-save.js";
import { readFields, readValue } from "./binary-values.js";
import type { ByteReader } from "./bytes.js";
import { checkParts, checkReferences } from "./check-parts.js";
import { fieldColumns, savedColumns, savedRowBytes } from "./field-columns.js";
import { emptyParts, type WorldParts } from "./parts.js";
import { corrupt, incompatible } from "./save-errors.js";
import type { SaveKind } from "./save-kind.js";
import { NumberedTypes } from "./saved-types.js";
import { readSections, sectionKinds, type Section } from "./sections.js";

/** A save that was read and checked: parts of the layout of a world, which it can take over. */
export interface ReadSave {
  readonly kind: SaveKind;
  readonly parts: WorldParts;
}

/**
 * Reads a save into parts like those of a world, and checks all of it. Throws `SaveCorrupt`, `SaveIncompatible`, or
 * `EntityLimit` and `ArenaFull` when it does not fit.
 */
export function readBinary(bytes: Uint8Array, like: WorldParts): ReadSave {
  const [head, named, ids, ...rest] = readSections(bytes);
  const { kind, dangling } = readHead(required(head, sectionKinds.head));
  const types = new NumberedTypes(required(named, sectionKinds.types), like);
  const load = new BinaryLoad(emptyParts(like), types);
  load.readIds(required(ids, sectionKinds.ids));
  for (const section of rest) load.read(section);
  load.finish(kind, dangling);
  return { kind, parts: load.parts };
}

function required(section: Section | undefined, kind: number): ByteReader {
  if (section?.kind !== kind) throw corrupt(`a section of kind ${kind} is missing`);
  return section.reader;
}

/** `dangling`: how many references were to entities that were not alive. */
function readHead(reader: ByteReader): { readonly kind: SaveKind; readonly dangling: number } {
  const version = reader.u32();
  if (version !== binaryVersion) {
    const message = `the save has format version ${version}, and this version of ecsgen reads ${binaryVersion}`;
    throw incompatible(message, "load it with the version that made it");
  }
  const mark = new Uint8Array(Uint32Array.of(byteOrderMark).buffer);
  if (!reader.raw(4).every((byte, i) => byte === mark[i])) {
    throw incompatible("the save was made on a machine of another byte order", "save it there as `json`");
  }
  const kind = reader.text();
  const dangling = reader.count(0);
  reader.end();
  if (kind !== "world" && kind !== "entities") throw corrupt(`it is of kind \`${kind}\``);
  return { kind, dangling };
}

class BinaryLoad {
  readonly parts: WorldParts;
  readonly #types: NumberedTypes;
  readonly #seen = new Set<unknown>();
  #timed = false;

  constructor(parts: WorldParts, types: NumberedTypes) {
    this.parts = parts;
    this.#types = types;
    for (const type of parts.resources.types) parts.resources.restore(type, undefined);
  }

  readIds(reader: ByteReader): void {
    const { entities } = this.parts.storage;
    restoreIds(reader, entities.slots);
    entities.prepare(0);
    reader.end();
  }

  read({ kind, reader }: Section): void {
    switch (kind) {
      case sectionKinds.table:
        this.#readTable(reader);
        break;
      case sectionKinds.sparse:
        this.#readSparse(reader);
        break;
      case sectionKinds.toggle:
        this.#readToggle(reader);
        break;
      case sectionKinds.relation:
        this.#readEdges(reader);
        break;
      case sectionKinds.resource: {
        const type = this.#types.get(reader.count(0), "resource");
        this.#once(type);
        this.parts.resources.restore(type, readFields(reader, type.fields));
        break;
      }
      case sectionKinds.model:
        this.#readModels(reader);
        break;
      case sectionKinds.time:
        this.#readTime(reader);
        break;
      default:
        throw corrupt(`a section of kind ${kind} comes twice`);
    }
    reader.end();
  }

  finish(kind: SaveKind, dangling: number): void {
    if (this.#timed !== (kind === "world")) throw corrupt("a world has a time, and entities have none");
    checkParts(this.parts);
    if (kind === "world") checkReferences(this.parts, dangling);
  }

  #readTable(reader: ByteReader): void {
    const numbers = Array.from({ length: reader.count(1) }, () => reader.count(0));
    const rows = reader.u32();
    // A table may be there only to keep its place among the others.
    if (rows === 0 && !numbers.every((number) => this.#types.has(number))) return;
    const types = numbers.map((number) => this.#types.get(number, "component"));
    if (!types.every(isInTable) || new Set(types).size < types.length) throw corrupt("a table has what no table has");
    const table = this.parts.storage.graph.find(types);
    this.#once(table);
    this.#readRows(reader, table, rows);
    this.parts.storage.placeRows(table);
  }

  #readSparse(reader: ByteReader): void {
    const [number, ...others] = Array.from({ length: reader.count(1) }, () => reader.count(0));
    const type = this.#types.get(number, "component");
    if (type.storage !== "sparse" || others.length > 0)
      throw corrupt(`\`${type.name}\` is taken for a sparse component`);
    const set = this.parts.storage.sparse(type);
    this.#once(set);
    this.#readRows(reader, set.table, reader.u32());
    set.adoptRows();
  }

  #readRows(reader: ByteReader, table: Table, rows: number): void {
    if (rows * savedRowBytes(table) > reader.left) throw reader.fail(`${rows} rows are promised`);
    table.extend(rows);
    table.entityBytes().set(reader.raw(rows * 4));
    this.#requireAlive(table);
    for (const column of savedColumns(table)) readColumn(reader, table, column);
    for (const type of table.components) {
      readObjects(reader, table, type);
      checkColumns(reader, table, type);
    }
  }

  #readToggle(reader: ByteReader): void {
    const type = this.#types.get(reader.count(0), "component");
    if (type.storage !== "toggle") throw corrupt(`\`${type.name}\` is taken for a toggle`);
    const { storage } = this.parts;
    const toggle = storage.toggle(type);
    for (let left = reader.count(1); left > 0; left--) {
      const index = reader.count(0);
      if (storage.entities.at(index) === undefined) throw reader.fail(`no entity lives at index ${index}`);
      if (!toggle.add(index)) throw reader.fail(`a toggle is set twice for index ${index}`);
    }
  }

  #readEdges(reader: ByteReader): void {
    const type = this.#types.get(reader.count(0), "relation");
    const store = this.parts.edges.of(type);
    this.#once(store);
    const { table } = store;
    const rows = reader.u32();
    if (rows * edgeBytes(table) > reader.left) throw reader.fail(`${rows} edges are promised`);
    table.extend(rows);
    table.entityBytes().set(reader.raw(rows * 4));
    this.#requireAlive(table);
    readColumn(reader, table, 0);
    for (let row = 0; row < rows; row++) this.#requireLiving(store.target(row));
    const order = readOrder(reader, rows);
    for (let i = linkColumns; i < table.columns.length; i++) readColumn(reader, table, i);
    readObjects(reader, table, table.components[1]);
    checkColumns(reader, table, table.components[1]);
    store.link(order);
  }

  #readModels(reader: ByteReader): void {
    const type = this.#types.get(reader.count(0), "model");
    this.#once(type);
    const pool = this.parts.models.pool(type);
    restoreIds(reader, pool.slots);
    for (const id of pool.ids()) pool.restore(id, readFields(reader, type.fields));
  }

  #readTime(reader: ByteReader): void {
    this.#once("time");
    this.#timed = true;
    for (const stepper of [this.parts.stepper, this.parts.systemStepper]) {
      const [fixedTick, elapsed, tick, rest] = [reader.f64(), reader.f64(), reader.f64(), reader.f64()];
      stepper.restore({ fixedTick, elapsed, tick, rest });
    }
  }

  #requireAlive(table: Table): void {
    for (let row = 0; row < table.count; row++) this.#requireLiving(table.entityAt(row));
  }

  #requireLiving(entity: Entity): void {
    if (!this.parts.storage.entities.isAlive(entity)) throw corrupt("it has values of an entity that is not alive");
  }

  #once(thing: unknown): void {
    if (this.#seen.has(thing)) throw corrupt("something comes twice");
    this.#seen.add(thing);
  }
}

/** Both ends, the place in the order, and the data. */
function edgeBytes(table: Table): number {
  return table.shifts.slice(linkColumns).reduce((bytes, shift) => bytes + (1 << shift), 12);
}

function restoreIds(reader: ByteReader, slots: Slots): void {
  const [living, free, retired] = [readIds(reader), readIds(reader), readIds(reader)];
  slots.restore(living, free, retired);
}

function readIds(reader: ByteReader): Entity[] {
  return Array.from({ length: reader.count(4) }, () => asEntity(reader.i32()));
}

/** The one place where numbers of a save become ids; `Slots.restore` checks them. */
function asEntity(bits: number): Entity {
  return bits as Entity;
}

function readColumn(reader: ByteReader, table: Table, column: number): void {
  const bytes = reader.raw(table.count << table.shifts[column]);
  table.bytesOf(column).set(bytes);
}

function readObjects(reader: ByteReader, table: Table, type: ComponentType): void {
  if (type.objects === 0) return;
  const first = table.firstObject(type.index);
  for (const [i, field] of fieldColumns(type.fields).objects.entries()) {
    const column = table.objects<unknown>(first + i);
    for (let row = 0; row < table.count; row++) column[row] = readValue(reader, field.type);
  }
}

/** Words, truths and presences must be such that they mean something. */
function checkColumns(reader: ByteReader, table: Table, type: ComponentType): void {
  const first = type.columns.length > 0 ? table.firstColumn(type.index) : 0;
  for (const [i, most] of fieldColumns(type.fields).most.entries()) {
    if (most === undefined) continue;
    const bytes = table.bytesOf(first + i);
    const numbers = type.columns[i] === "u16" ? new Uint16Array(bytes.slice().buffer) : bytes;
    const wrong = numbers.find((number) => number > most);
    if (wrong !== undefined) throw reader.fail(`\`${type.name}\` has ${wrong} where ${most} is the most`);
  }
}

function readOrder(reader: ByteReader, rows: number): number[] {
  const seen = new Uint8Array(rows);
  return Array.from({ length: rows }, () => {
    const row = reader.u32();
    if (row >= rows || seen[row] === 1) throw reader.fail("the order of edges is none");
    seen[row] = 1;
    return row;
  });
}
