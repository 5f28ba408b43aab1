import { createTwoFilesPatch } from "diff";
import { unixLineEnds } from "./text-hash.js";

/** The unified diff from one text of `path` to another, either undefined if there is no file; line ends do not count. */
export function unifiedDiff(path: string, before: string | undefined, after: string | undefined): string {
  const from = before === undefined ? "/dev/null" : `a/${path}`;
  const to = after === undefined ? "/dev/null" : `b/${path}`;
  const patch = createTwoFilesPatch(
    from,
    to,
    unixLineEnds(before ?? ""),
    unixLineEnds(after ?? ""),
    undefined,
    undefined,
  );
  return patch.slice(patch.indexOf("--- "));
}

/** The first line in which the texts differ, counted from 1. */
export function firstChangedLine(before: string, after: string): number {
  const old = unixLineEnds(before).split("\n");
  const index = unixLineEnds(after)
    .split("\n")
    .findIndex((line, at) => line !== old[at]);
  return index < 0 ? 1 : index + 1;
}
