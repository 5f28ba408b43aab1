// How plans name what they refer to: files, names in files, and types made of them.

/** A file: where it goes, and the author's file that it follows from. */
export interface FilePlan {
  readonly path: string;
  readonly source: string;
}

/** A name, and the file (or package) that exports it. */
export interface NameRef {
  readonly name: string;
  readonly from: string;
}

/** A type as it is printed: text, and names that must be imported. */
export type TypeText = readonly (string | NameRef)[];
