// Comments of a body that stand where its text is taken apart.
import type { Cuts } from "./body-text.js";
import type { Parsing, Stretch } from "./parsing.js";

/** Comments of a stretch. */
export interface Comments {
  /** Of the line that the stretch starts in: nothing follows them there, and at most a comma precedes them. */
  readonly beside: readonly string[];
  readonly others: readonly string[];
}

const endOfLine = /[ \t]*[,}\n]/y;
const none: Comments = { beside: [], others: [] };

/** The comments between two things. */
export function commentsBetween({ text, comments }: Parsing, cuts: Cuts, start: number, end: number): Comments {
  if (!text.slice(start, end).includes("/")) return none;
  const beside: string[] = [];
  const others: string[] = [];
  for (const comment of comments) {
    if (comment.start < start || comment.end > end) continue;
    const isFirst = !text.slice(start, comment.start).includes("\n");
    endOfLine.lastIndex = comment.end;
    const isLast = endOfLine.test(text);
    (isFirst && isLast ? beside : others).push(cuts.slice(comment.start, comment.end));
  }
  return { beside, others };
}

/** All comments of some stretches. */
export function commentsIn(parsing: Parsing, cuts: Cuts, ...stretches: readonly Stretch[]): readonly string[] {
  const all: string[] = [];
  stretches.forEach(({ start, end }) => {
    const { beside, others } = commentsBetween(parsing, cuts, start, end);
    all.push(...beside, ...others);
  });
  return all;
}
