/** A file as the emitters print it, before anything touches the disk. */
export interface GeneratedFile {
  /** Relative to the project's root, with `/`. */
  readonly path: string;
  /** Lines end with a line feed, the last one too. */
  readonly text: string;
}
