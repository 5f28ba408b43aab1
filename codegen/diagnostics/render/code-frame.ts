import type { Place } from "../../model/place.js";
import type { Paint, Palette } from "./palette.js";
import { lineOf } from "./source-texts.js";
import { printable, textWidth } from "./text-width.js";

/** The widest part of a line that a frame shows; a longer line is cut around the place. */
const widest = 140;
/** How much of a cut line stands before the place. */
const before = 40;

/**
 * The line of a place with its number, and below it an underline as long as the place; empty when the text has no such
 * line. A place that goes over the end of its line is underlined up to there.
 */
export function codeFrame(text: string, place: Place, palette: Palette, mark: Paint): string[] {
  const line = lineOf(text, place.line);
  if (line === undefined) return [];
  const start = clamp(place.column - 1, 0, line.length);
  const end = clamp(start + place.length, start, line.length);
  const cut = cutAround(line, start, end);
  const indent = textWidth(printable(cut.text.slice(0, cut.start)));
  const carets = Math.max(1, textWidth(printable(cut.text.slice(cut.start, cut.end))));
  const number = String(place.line);
  return [
    `${palette.dim(`${number} |`)} ${printable(cut.text)}`.trimEnd(),
    `${palette.dim(`${" ".repeat(number.length)} |`)} ${" ".repeat(indent)}${mark("^".repeat(carets))}`,
  ];
}

interface Cut {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

function cutAround(line: string, start: number, end: number): Cut {
  if (line.length <= widest) return { text: line, start, end };
  const from = Math.max(0, Math.min(start - before, line.length - widest));
  const to = Math.min(line.length, from + widest);
  const head = from > 0 ? "…" : "";
  const shift = head.length - from;
  const text = head + line.slice(from, to) + (to < line.length ? "…" : "");
  return { text, start: start + shift, end: Math.min(end, to) + shift };
}

/** Places may come from anywhere, so that nonsense in them is made harmless here. */
function clamp(value: number, min: number, max: number): number {
  return Number.isFinite(value) ? Math.max(min, Math.min(Math.trunc(value), max)) : min;
}
