// Where paths that lead through the rows of a query end: `["[]", "[]", "position", "x"]`, of pairs, in `position`.
import type { ParameterUse, ReachedPart } from "../model/raw.js";

/** A path from a row on; items of pairs are rows as well. Empty when it leads to rows only. */
export function inRow(path: readonly string[]): readonly string[] {
  const first = path.findIndex((step) => step !== "[]" && step !== "()");
  return first < 0 ? [] : path.slice(first);
}

/** Whether a path leads to a row, not to what has rows: `["[]"]` in a loop, `["()"]` of `find`; items of pairs are two steps deeper. */
export function isRow(path: readonly string[]): boolean {
  return path.length % 2 === 1 && inRow(path).length === 0;
}

/** What is done with a member of any row; paths start in the component. */
export function useOfMember(
  { reads, writes, escapes, calls }: ParameterUse,
  name: string,
): Omit<ParameterUse, "parameter"> {
  const within = <Part extends ReachedPart>(parts: readonly Part[]): Part[] =>
    parts.flatMap((part) => {
      const [first, ...path] = inRow(part.path);
      return first === name ? [{ ...part, path }] : [];
    });
  return { reads: within(reads), writes: within(writes), escapes: within(escapes), calls: within(calls) };
}
