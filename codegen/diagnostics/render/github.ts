import type { Diagnostic } from "../diagnostic.js";
import type { ShowPath } from "./source-texts.js";

/** Findings as workflow commands of GitHub Actions, one line each, which appear beside the lines of a pull request. */
export function renderGithub(diagnostics: readonly Diagnostic[], showPath: ShowPath): string {
  return diagnostics.map((diagnostic) => `${annotation(diagnostic, showPath)}\n`).join("");
}

function annotation(diagnostic: Diagnostic, showPath: ShowPath): string {
  const { file, line, column, length } = diagnostic.place;
  const properties = {
    file: showPath(file),
    line,
    col: column,
    // GitHub takes the end as part of the range.
    endColumn: column + Math.max(length, 1) - 1,
    title: diagnostic.code,
  };
  const written = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${diagnostic.severity} ${written.join(",")}::${escapeData(messageOf(diagnostic, showPath))}`;
}

function messageOf(diagnostic: Diagnostic, showPath: ShowPath): string {
  const related = diagnostic.related.map(
    ({ place, message }) => `see: ${showPath(place.file)}:${place.line}:${place.column} ${message}`,
  );
  const help = diagnostic.help === undefined ? [] : [`help: ${diagnostic.help}`];
  return [diagnostic.message, ...diagnostic.why, ...related, ...help].join("\n");
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
