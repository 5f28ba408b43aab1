import type { Place } from "../../model/place.js";
import type { Diagnostic } from "../diagnostic.js";
import { countFindings } from "./summary.js";

/**
 * Findings for a program. The form is stable: `version` goes up when a field changes its meaning or goes away, new
 * fields may come at any time. Paths are relative to the project's root, lines and columns count from 1.
 */
export interface JsonReport {
  readonly version: 1;
  readonly errors: number;
  readonly warnings: number;
  readonly diagnostics: readonly JsonDiagnostic[];
}

/** One finding of a `JsonReport`. */
export interface JsonDiagnostic {
  readonly code: string;
  readonly severity: "error" | "warning";
  readonly place: Place;
  readonly message: string;
  readonly why: readonly string[];
  /** What to do; null when there is nothing general to say. */
  readonly help: string | null;
  readonly related: readonly { readonly place: Place; readonly message: string }[];
}

/** Findings as JSON, with what else the command has to tell beside them. */
export function renderJson(diagnostics: readonly Diagnostic[], more: Readonly<Record<string, unknown>> = {}): string {
  const report: JsonReport = { version: 1, ...countFindings(diagnostics), diagnostics: diagnostics.map(toJson) };
  return `${JSON.stringify({ ...report, ...more }, undefined, 2)}\n`;
}

function toJson(diagnostic: Diagnostic): JsonDiagnostic {
  return {
    code: diagnostic.code,
    severity: diagnostic.severity,
    place: placeOf(diagnostic.place),
    message: diagnostic.message,
    why: diagnostic.why,
    help: diagnostic.help ?? null,
    related: diagnostic.related.map(({ place, message }) => ({ place: placeOf(place), message })),
  };
}

/** Field by field, so that nothing a stage keeps beside a place leaks into the stable form. */
function placeOf({ file, line, column, length }: Place): Place {
  return { file, line, column, length };
}
