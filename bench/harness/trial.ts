/** One library at one case: made anew for every measurement, in a process of its own. */
export interface Trial {
  /** Done before every `run`, and not timed. */
  readonly prepare?: () => void;
  /** What is measured. A library that can only run asynchronously gives back when it is done. */
  readonly run: () => void | Promise<void>;
  /** What it came to. Every library must come to the same: sums of whole numbers, whatever their order. */
  readonly checksum: () => number;
}

/** What is measured, whoever does it. */
export interface Case {
  readonly name: string;
  /** `time`: nanoseconds per operation. `memory`: bytes per entity that are held after a run. */
  readonly measures: "time" | "memory";
  /** How many entities; a measurement for each. */
  readonly sizes: readonly number[];
  /** Sizes for a quick look. */
  readonly quickSizes: readonly number[];
  /** The least ratio to the hand-written twin, or the most bytes. */
  readonly goal?: number;
}

/** How a library does each case that it can do, by name. The default export of a file in `libraries/`. */
export type Library = Readonly<Record<string, (size: number) => Trial | Promise<Trial>>>;
