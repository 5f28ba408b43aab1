import type { Place } from "../../model/place.js";
import type { Diagnostic } from "../diagnostic.js";
import { codeFrame } from "./code-frame.js";
import type { Paint, Palette } from "./palette.js";
import type { ShowPath, SourceTexts } from "./source-texts.js";
import { countFindings, summaryLine } from "./summary.js";
import { printable } from "./text-width.js";

/** What the pretty form needs beside the findings. */
export interface PrettyOptions {
  readonly sources: SourceTexts;
  readonly showPath: ShowPath;
  readonly palette: Palette;
}

/** Findings for a person at a terminal, each with the line it is about, and a summary; empty when there are none. */
export function renderPretty(diagnostics: readonly Diagnostic[], options: PrettyOptions): string {
  if (diagnostics.length === 0) return "";
  const counts = countFindings(diagnostics);
  const paint = counts.errors > 0 ? options.palette.red : options.palette.yellow;
  const blocks = diagnostics.map((diagnostic) => renderOne(diagnostic, options));
  return `${blocks.join("\n\n")}\n\n${options.palette.bold(paint(summaryLine(counts)))}\n`;
}

function renderOne(diagnostic: Diagnostic, options: PrettyOptions): string {
  const { palette } = options;
  const mark = diagnostic.severity === "error" ? palette.red : palette.yellow;
  const lines = [
    `${palette.bold(mark(`${diagnostic.severity} ${diagnostic.code}`))}: ${palette.bold(oneLine(diagnostic.message))}`,
    `  ${palette.cyan(placeText(diagnostic.place, options.showPath))}`,
    ...frame(diagnostic.place, options, mark, "  "),
    ...diagnostic.why.flatMap((why) => labelled("why", why, palette.dim)),
    ...diagnostic.related.flatMap(({ place, message }) => [
      `  ${palette.dim("see:")} ${oneLine(message)}`,
      `    ${palette.cyan(placeText(place, options.showPath))}`,
      ...frame(place, options, palette.cyan, "    "),
    ]),
    ...(diagnostic.help === undefined ? [] : labelled("help", diagnostic.help, palette.green)),
  ];
  return lines.join("\n");
}

function frame(place: Place, options: PrettyOptions, mark: Paint, indent: string): string[] {
  const text = options.sources(place.file);
  return text === undefined ? [] : codeFrame(text, place, options.palette, mark).map((line) => indent + line);
}

function placeText(place: Place, showPath: ShowPath): string {
  return `${printable(showPath(place.file))}:${place.line}:${place.column}`;
}

/** A text with its label; further lines of it, such as an example, stand below its beginning. */
function labelled(label: string, text: string, paint: Paint): string[] {
  const [first = "", ...rest] = text.split(/\r\n|\n/).map(printable);
  const indent = " ".repeat(label.length + 4);
  return [`  ${paint(`${label}:`)} ${first}`, ...rest.map((line) => (indent + line).trimEnd())];
}

function oneLine(text: string): string {
  return printable(text.replace(/\s*[\r\n]+\s*/g, " "));
}
