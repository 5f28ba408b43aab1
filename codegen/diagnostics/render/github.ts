import type { Diagnostic } from "../diagnostic.js";
import { lineOf, type ShowPath, type SourceTexts } from "./source-texts.js";

/** Findings as workflow commands of GitHub Actions, one line each, which appear beside the lines of a pull request. */
export function renderGithub(diagnostics: readonly Diagnostic[], showPath: ShowPath, sources: SourceTexts): string {
  return diagnostics.map((diagnostic) => `${annotation(diagnostic, showPath, sources)}\n`).join("");
}

/** Why a command came to nothing, which belongs to no file. */
export function renderGithubFailure(message: string, help: string | undefined): string {
  return `::error title=ecsgen::${escapeData(help === undefined ? message : `${message}\nhelp: ${help}`)}\n`;
}

/** GitHub takes no message above 64 KB; this many characters take at most as much. */
const longestMessage = 20_000;

function annotation(diagnostic: Diagnostic, showPath: ShowPath, sources: SourceTexts): string {
  const { place } = diagnostic;
  const { file, line, column } = place;
  const text = sources(file);
  // Columns mean something in a single line only.
  const rest = text === undefined ? undefined : lineOf(text, line)?.slice(Math.max(column, 1) - 1);
  const length = Math.min(place.length, rest?.length ?? place.length);
  const properties = {
    file: showPath(file),
    line,
    col: column,
    // GitHub takes the end as part of the range.
    endColumn: column + Math.max(length, 1) - 1,
    title: diagnostic.code,
  };
  const written = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${diagnostic.severity} ${written.join(",")}::${escapeData(shortened(messageOf(diagnostic, showPath)))}`;
}

function messageOf(diagnostic: Diagnostic, showPath: ShowPath): string {
  const related = diagnostic.related.map(
    ({ place, message }) => `see: ${showPath(place.file)}:${place.line}:${place.column} ${message}`,
  );
  const help = diagnostic.help === undefined ? [] : [`help: ${diagnostic.help}`];
  return [diagnostic.message, ...diagnostic.why, ...related, ...help].join("\n");
}

function shortened(message: string): string {
  return message.length > longestMessage ? `${message.slice(0, longestMessage)}…` : message;
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
