/** What a step runs. Generated code implements it. */
export interface Schedule {
  /** Runs what stands in a phase, in order. */
  run(phase: string): void;
}

/** A schedule of nothing. */
export const emptySchedule: Schedule = { run: () => undefined };
