/** What is wanted of a value, or of a ratio. */
export interface Goal {
  readonly of: "value" | "ratio";
  readonly bound: "at least" | "at most";
  readonly limit: number;
}

/** One line of the report. */
export interface Row {
  readonly suite: string;
  readonly name: string;
  /** Who was measured. */
  readonly subject: string;
  /** `Infinity` when the measurement was given up. */
  readonly value: number;
  /** `ns`, `ms` or `B`; per operation, where there are many. */
  readonly unit: string;
  /** Speed relative to the hand-written twin, or to whatever the name says: 1 is equal, more is faster. */
  readonly ratio?: number;
  /** How far a typical repetition is off, relative to the ratio, or to the value where there is none. */
  readonly spread?: number;
  readonly goal?: Goal;
  readonly met?: boolean;
}

/** The row, and whether it is as it is wanted. */
export function judged(row: Row): Row {
  if (row.goal === undefined) return row;
  const { of, bound, limit } = row.goal;
  const measured = of === "ratio" ? row.ratio : row.value;
  if (measured === undefined) return row;
  return { ...row, met: bound === "at least" ? measured >= limit : measured <= limit };
}
