/** One thing that the doctor looked at. */
export interface Checkup {
  readonly name: string;
  readonly state: "good" | "doubtful" | "bad";
  readonly detail: string;
  /** What to do, as an action; undefined when it is good. */
  readonly fix?: string;
}
