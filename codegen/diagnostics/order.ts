import { compareText } from "../model/compare.js";
import type { Diagnostic } from "./diagnostic.js";

/** Findings in the order in which an author meets them: by file, line and column; a finding made twice once. */
export function inOrder(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const unique = new Map(diagnostics.map((diagnostic) => [identityOf(diagnostic), diagnostic]));
  return [...unique.values()].sort(
    (a, b) =>
      compareText(a.place.file, b.place.file) ||
      a.place.line - b.place.line ||
      a.place.column - b.place.column ||
      compareText(a.code, b.code),
  );
}

function identityOf({ code, place, message }: Diagnostic): string {
  return `${code} ${place.file}:${place.line}:${place.column} ${message}`;
}
