// The schedule of a hundred lines in numbers, for those who have to come to the same without it.

const letters = ["A", "B", "C", "D", "E", "F", "G"];

/** The tags of entity number `i`: every set of them comes up, so that there are 128 tables. */
export function tagsOf(i: number): string[] {
  return letters.filter((_, bit) => (i & (1 << bit)) !== 0);
}

/** What one of the lines asks for, and how much it adds. */
export interface CrowdLine {
  readonly with: string | undefined;
  readonly without: string | undefined;
  readonly adds: number;
}

/** The fifty lines of `counting`. */
export const crowdLines: readonly CrowdLine[] = [
  ...letters.flatMap((tag) => letters.filter((other) => other !== tag).map((other) => ({ with: tag, without: other }))),
  ...letters.map((tag) => ({ with: tag, without: undefined })),
  { with: undefined, without: undefined },
].map((filter, index) => ({ ...filter, adds: (index % 10) + 1 }));
