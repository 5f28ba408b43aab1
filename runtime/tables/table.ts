import { NO_ENTITY, type Entity } from "../entities/entity.js";
import { columnArrays, columnBytes, type Column, type ColumnKind, type EntityColumn } from "../memory/column-kind.js";
import type { Block, BlockOwner, Memory } from "../memory/memory.js";
import type { ComponentType, Cursor } from "./component-type.js";

const smallestCapacity = 16;
const absent = -1;

/** Who keeps columns of tables: it is told as soon as those of one lie elsewhere. */
export interface ColumnKeeper {
  columnsMoved(table: Table): void;
}

/**
 * All entities with the same set of components, one column per field.
 *
 *     one block:   [ 8-byte columns | entity | 4-byte columns | 2-byte | 1-byte ]     each `capacity` elements long
 *     column(i)    plain column i as an array of its kind, `capacity` long
 *     views        all those arrays; another list of them as soon as they lie elsewhere
 *     columns[i]   element index where it starts, in the view of the whole memory
 *     entities     element index where the column of entities starts, in `memory.entity`
 *     objects(i)   an ordinary array, `count` long
 *
 * Columns are numbered by component in dense order, then by field. Rows 0 to `count - 1` are in use; a row that is
 * taken out is filled by the last one. Capacities are 16 more than a multiple of 32: so every column of 4 bytes starts on a
 * cache line, and no distance between two columns is a multiple of 4,096 bytes, which processors punish.
 */
export class Table implements BlockOwner {
  /** Its place in the order of creation; -1 for the table of a sparse component. */
  readonly id: number;
  /** In dense order. */
  readonly components: readonly ComponentType[];
  count = 0;
  capacity = 0;
  entities = 0;
  readonly columns: Int32Array;
  /** Per plain column: its element size as a power of two. */
  readonly shifts: Uint8Array;
  /** The numbers of plain columns of 4 bytes: in this order they lie behind the column of entities. */
  readonly wordColumns: readonly number[];
  /** The numbers of all other plain columns. */
  readonly others: readonly number[];
  /** How many columns of ordinary values it has. */
  readonly objectCount: number;
  readonly memory: Memory;
  views: readonly Column[];
  readonly keepers: ColumnKeeper[] = [];
  private readonly kinds: readonly ColumnKind[];
  /** By index of the component in the layout. */
  private readonly firstColumns: Int16Array;
  private readonly firstObjects: Int16Array;
  private readonly objectColumns: unknown[][];
  /** By index of the component, as soon as there is one: a cursor for access that is not in a loop. */
  private readonly cursors: (Cursor<unknown, unknown> | undefined)[] = [];
  private readonly rowBytes: number;
  private block: Block | undefined;

  /** `components` in dense order; `universe` is how many components the layout has. */
  constructor(id: number, memory: Memory, components: readonly ComponentType[], universe: number) {
    const kinds = components.flatMap((component) => component.columns);
    this.id = id;
    this.components = components;
    this.columns = new Int32Array(kinds.length);
    this.shifts = Uint8Array.from(kinds, shiftOf);
    this.memory = memory;
    this.kinds = kinds;
    this.views = emptyColumns(kinds);
    this.wordColumns = kinds.flatMap((_, i) => (this.shifts[i] === 2 ? [i] : []));
    this.others = kinds.flatMap((_, i) => (this.shifts[i] === 2 ? [] : [i]));
    this.firstColumns = startsOf(components, universe, (component) => component.columns.length);
    this.firstObjects = startsOf(components, universe, (component) => component.objects);
    this.objectColumns = Array.from({ length: sum(components, (component) => component.objects) }, () => []);
    this.objectCount = this.objectColumns.length;
    this.rowBytes = kinds.reduce<number>((bytes, kind) => bytes + columnBytes[kind], columnBytes.entity);
  }

  /** Whether it has the component with this index in the layout. */
  has(componentIndex: number): boolean {
    return this.firstColumns[componentIndex] >= 0;
  }

  /** The number of the first plain column of a component; below zero for one that it has not. */
  firstColumn(componentIndex: number): number {
    return this.firstColumns[componentIndex];
  }

  /** The number of the first column of ordinary values of a component that it has. */
  firstObject(componentIndex: number): number {
    return this.firstObjects[componentIndex];
  }

  /**
   * A plain column, `capacity` long; valid until the table grows or moves.
   * The one place where such a column gets its type: generated code asks for what its own schema put there.
   */
  column<T extends Column | EntityColumn>(column: number): T {
    return this.views[column] as Column | EntityColumn as T;
  }

  /**
   * A column of ordinary values; the same array as long as the table lives.
   * The one place where such a column gets its type: generated code asks for what its own schema put there.
   */
  objects<T>(column: number): T[] {
    return this.objectColumns[column] as T[];
  }

  /**
   * The cursor of a component that it has, at a row: to be used up before anything else runs.
   * The one place where it gets its type back: it was made by this token's own constructor.
   */
  cursorAt<Value, Init>(type: ComponentType<Value, Init>, row: number): Cursor<Value, Init> {
    const cursor = this.cursors[type.index] ?? this.newCursor(type);
    cursor.$row = row;
    return cursor as Cursor<Value, Init>;
  }

  /** The entity of a row. */
  entityAt(row: number): Entity {
    return this.memory.entity[this.entities + row];
  }

  /** Makes room for one row more, and by doubling for as many as there are. Throws `ArenaFull`. */
  makeRoom(): void {
    if (this.count === this.capacity) this.growTo(this.capacity * 2 + smallestCapacity);
  }

  /** Adds a row for an entity, and gives it back; it holds what was written there before it was in use. Throws `ArenaFull`. */
  append(entity: Entity): number {
    const row = this.count;
    if (row === this.capacity) this.makeRoom();
    this.count = row + 1;
    this.memory.entity[this.entities + row] = entity;
    if (this.objectCount > 0) this.extendObjects(row + 1);
    return row;
  }

  /** Forgets what was written into the row that would come next. */
  dropNext(): void {
    for (const column of this.objectColumns) column.length = this.count;
  }

  /** Takes a row out by moving the last one into it. Gives back the entity that moved, or `NO_ENTITY`. */
  removeRow(row: number): Entity {
    const last = this.count - 1;
    if (this.objectCount > 0) this.replaceObjects(row, last);
    this.count = last;
    if (row === last) return NO_ENTITY;
    const words = this.memory.entity; // 4 bytes, whatever they mean
    const { entities, capacity } = this;
    const end = entities + this.wordColumns.length * capacity;
    for (let at = entities; at <= end; at += capacity) words[at + row] = words[at + last];
    for (const column of this.others) {
      this.memory.copyElement(this.shifts[column], this.columns[column] + last, this.columns[column] + row);
    }
    return words[entities + row];
  }

  /** Copies what a row holds of a component, which has plain columns only, to all rows behind it. */
  repeatRow(component: ComponentType, row: number): void {
    const first = this.firstColumn(component.index);
    for (let i = first; i < first + component.columns.length; i++) {
      this.memory.repeatElement(this.shifts[i], this.columns[i] + row, this.columns[i] + this.count);
    }
  }

  /** Makes room for this many rows more, without spare. Throws `ArenaFull`. */
  reserve(more: number): void {
    if (this.count + more > this.capacity) this.growTo(this.count + more);
  }

  /** Adds this many rows, their content undefined. Throws `ArenaFull`. */
  extend(more: number): void {
    this.reserve(more);
    this.count += more;
    for (const column of this.objectColumns) for (let i = 0; i < more; i++) column.push(undefined);
  }

  /** Takes all rows out from this one on. */
  truncate(count: number): void {
    this.count = count;
    this.dropNext();
  }

  /** The bytes of a plain column, as long as the arena does not move. */
  bytesOf(column: number): Uint8Array {
    const start = this.columns[column] << this.shifts[column];
    return this.memory.u8.subarray(start, start + (this.count << this.shifts[column]));
  }

  /** The bytes of the column of entities, as long as the arena does not move. */
  entityBytes(): Uint8Array {
    return this.memory.u8.subarray(this.entities << 2, (this.entities + this.count) << 2);
  }

  /** Adds the rows of another table of the same components, and copies all but ordinary values. Throws `ArenaFull`. */
  copyRows(other: Table): void {
    this.extend(other.count);
    this.entityBytes().set(other.entityBytes());
    for (let i = 0; i < this.columns.length; i++) this.bytesOf(i).set(other.bytesOf(i));
  }

  /** Takes all rows out and gives the memory back. */
  clear(): void {
    this.count = 0;
    this.capacity = 0;
    for (const column of this.objectColumns) column.length = 0;
    if (this.block !== undefined) this.memory.free(this.block);
    this.block = undefined;
    this.adoptViews(emptyColumns(this.kinds));
  }

  /** The arena moved the block. */
  blockMoved(): void {
    if (this.block !== undefined) this.placeColumns(this.block.offset);
  }

  /** Makes columns of ordinary values so long, if they are one element shorter. */
  extendObjects(length: number): void {
    for (const column of this.objectColumns) if (column.length < length) column.push(undefined);
  }

  /** Moves the ordinary values of the last row into another one. */
  replaceObjects(row: number, last: number): void {
    for (const column of this.objectColumns) {
      column[row] = column[last];
      column.pop();
    }
  }

  private growTo(rows: number): void {
    const bytes = roundCapacity(rows) * this.rowBytes;
    if (this.block === undefined) {
      this.block = this.memory.allocate(bytes, this);
      this.capacity = fittingCapacity(this.block.bytes / this.rowBytes);
      this.placeColumns(this.block.offset);
      return;
    }
    const columns = this.columns.slice();
    const entities = this.entities;
    const before = this.memory.reallocate(this.block, bytes);
    this.capacity = fittingCapacity(this.block.bytes / this.rowBytes);
    this.placeColumns(this.block.offset);
    const copy = (shift: number, from: number, to: number): void => {
      this.memory.u8.set(before.subarray(from << shift, (from + this.count) << shift), to << shift);
    };
    copy(2, entities, this.entities);
    for (let i = 0; i < columns.length; i++) copy(this.shifts[i], columns[i], this.columns[i]);
  }

  private placeColumns(offset: number): void {
    let bytes = offset;
    for (let shift = 3; shift >= 0; shift--) {
      if (shift === 2) {
        this.entities = bytes >> 2;
        bytes += this.capacity << 2;
      }
      for (let i = 0; i < this.columns.length; i++) {
        if (this.shifts[i] !== shift) continue;
        this.columns[i] = bytes >> shift;
        bytes += this.capacity << shift;
      }
    }
    this.adoptViews(this.kinds.map((kind, i) => this.memory.column(kind, this.columns[i], this.capacity)));
  }

  private adoptViews(views: readonly Column[]): void {
    this.views = views;
    this.memory.moves++;
    for (const cursor of this.cursors) cursor?.$enter(this);
    for (const keeper of this.keepers) keeper.columnsMoved(this);
  }

  private newCursor(type: ComponentType): Cursor<unknown, unknown> {
    const cursor = new type.cursor(this);
    while (this.cursors.length < this.firstColumns.length) this.cursors.push(undefined); // an array with holes is slow to read
    this.cursors[type.index] = cursor;
    return cursor;
  }
}

/** They keep no arena from being collected. */
function emptyColumns(kinds: readonly ColumnKind[]): Column[] {
  const nothing = new ArrayBuffer(0);
  return kinds.map((kind) => new columnArrays[kind](nothing, 0, 0));
}

function shiftOf(kind: ColumnKind): number {
  return Math.log2(columnBytes[kind]);
}

/** Where the columns of each component start, by its index in the layout. */
function startsOf(
  components: readonly ComponentType[],
  universe: number,
  width: (component: ComponentType) => number,
): Int16Array {
  const starts = new Int16Array(universe).fill(absent);
  let next = 0;
  for (const component of components) {
    starts[component.index] = next;
    next += width(component);
  }
  return starts;
}

function sum(components: readonly ComponentType[], width: (component: ComponentType) => number): number {
  return components.reduce((total, component) => total + width(component), 0);
}

/** The smallest capacity that holds this many rows. */
function roundCapacity(rows: number): number {
  return Math.ceil((rows - smallestCapacity) / 32) * 32 + smallestCapacity;
}

/** The largest capacity that fits into room for this many rows. */
function fittingCapacity(rows: number): number {
  return Math.floor((rows - smallestCapacity) / 32) * 32 + smallestCapacity;
}
