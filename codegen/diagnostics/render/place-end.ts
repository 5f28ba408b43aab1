import type { Place } from "../../model/place.js";
import { lineEnd, withoutMark } from "./source-texts.js";

/** A position in a text, counted from 1: behind the last character of a place. */
export interface End {
  readonly line: number;
  readonly column: number;
}

/** Where a place ends. It may go over several lines of its text, and ends with it; without a text it is in one line. */
export function endOfPlace(place: Place, text: string | undefined): End {
  const line = Math.max(1, place.line);
  const column = Math.max(1, place.column);
  const length = Math.max(0, place.length);
  const start = text === undefined ? undefined : startOfLine(text, line);
  if (text === undefined || start === undefined) return { line, column: column + length };
  const lines = withoutMark(text)
    .slice(start + column - 1, start + column - 1 + length)
    .split(lineEnd);
  const last = lines.at(-1)?.length ?? 0;
  return lines.length === 1 ? { line, column: column + last } : { line: line + lines.length - 1, column: last + 1 };
}

/** The offset of a line, counted from 1; undefined when there is no such line. */
function startOfLine(text: string, line: number): number | undefined {
  const ends = new RegExp(lineEnd, "g");
  for (let at = 1; at < line; at++) if (ends.exec(withoutMark(text)) === null) return undefined;
  return ends.lastIndex;
}
