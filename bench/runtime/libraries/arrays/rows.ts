/**
 * A growing set of rows over typed arrays: what one writes by hand when entities come and go. A row that is taken out is
 * filled by the last one. `entities` says which entity a row belongs to.
 */
export class Rows {
  count = 0;
  columns: Float32Array[];
  entities: Int32Array;

  constructor(columns: number) {
    this.columns = Array.from({ length: columns }, () => new Float32Array(16));
    this.entities = new Int32Array(16);
  }

  /** Gives an entity a row, its columns undefined. */
  append(entity: number): number {
    if (this.count === this.entities.length) this.reserve(this.count * 2);
    this.entities[this.count] = entity;
    return this.count++;
  }

  /** Takes a row out, and gives back the entity that is there now. */
  remove(row: number): number {
    const last = --this.count;
    const moved = this.entities[last];
    this.entities[row] = moved;
    for (const column of this.columns) column[row] = column[last];
    return moved;
  }

  /** Makes room for so many rows. */
  reserve(rows: number): void {
    if (rows <= this.entities.length) return;
    const grown = new Int32Array(rows);
    grown.set(this.entities);
    this.entities = grown;
    this.columns = this.columns.map((column) => {
      const larger = new Float32Array(rows);
      larger.set(column);
      return larger;
    });
  }
}

/** Which numbers are in use as entities, and the row of each; freed ones are used again. */
export class Ids {
  rows = new Int32Array(16);
  generations = new Int32Array(16);
  used = 0;
  readonly #free: number[] = [];

  take(): number {
    const id = this.#free.pop() ?? this.used++;
    if (id >= this.rows.length) this.reserve(id * 2);
    return id;
  }

  release(id: number): void {
    this.generations[id]++;
    this.#free.push(id);
  }

  reserve(ids: number): void {
    if (ids <= this.rows.length) return;
    const [rows, generations] = [new Int32Array(ids), new Int32Array(ids)];
    rows.set(this.rows);
    generations.set(this.generations);
    this.rows = rows;
    this.generations = generations;
  }
}
