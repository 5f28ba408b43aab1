/** A place in an author's file. Lines and columns count from 1, `length` in characters. */
export interface Place {
  /** Path relative to the project's root, with `/`. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly length: number;
}

/** A value together with where it was written. */
export interface Located<T> {
  readonly value: T;
  readonly place: Place;
}
