/** What `ecsgen explain` tells of a code. */
export interface CodeEntry {
  readonly severity: "error" | "warning";
  /** One line: what the finding is. */
  readonly title: string;
  /** Why it is a finding, and what to do, in a few plain sentences. */
  readonly explanation: string;
  /** The smallest source that has it. */
  readonly wrong: string;
  /** The same source, mended. */
  readonly right: string;
}
