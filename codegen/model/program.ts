// The author's code around the schemas, as far as rules of the schemas ask for it. Only `1-read` reads it.

/** Code that uses the generated SDK: `main.ts` and the like. */
export interface Program {
  /**
   * Where the project names these classes of its schemas. Undefined when it cannot be said: no file makes a world, other
   * packages may, or something cannot be read. Reads files, so it is asked only when it matters.
   */
  mentions(classes: readonly string[]): Mentions | undefined;
}

/** Names of classes by where they are named. */
export interface Mentions {
  /** In schemas, beside their own declaration, and in the configuration. */
  readonly declared: ReadonlySet<string>;
  /** Anywhere else, also by what the SDK makes of them: `position` and `PositionInit` for `Position`. */
  readonly code: ReadonlySet<string>;
}
