/** When a world was made and changed. Changes are counted by those who make them, and dated when somebody looks. */
export class History {
  readonly created = Date.now();
  readonly #count: () => number;
  #modified = this.created;
  #seen: number;

  /** `count` tells how many changes there were. */
  constructor(count: () => number) {
    this.#count = count;
    this.#seen = count();
  }

  /** How many changes there were. */
  get version(): number {
    return this.#count();
  }

  /** When a change was last noticed, in milliseconds since 1970. */
  get modified(): number {
    this.notice();
    return this.#modified;
  }

  /** Dates the changes since the last time: here, where it costs nothing to those who make them. */
  notice(): void {
    if (this.version === this.#seen) return;
    this.#seen = this.version;
    this.#modified = Date.now();
  }
}
