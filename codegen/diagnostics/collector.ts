import { catalogue } from "./catalogue.js";
import type { Diagnostic, Reporter } from "./diagnostic.js";

/** A reporter that keeps what it hears. */
export interface Collector extends Reporter {
  /** In the order in which they were found. */
  readonly diagnostics: readonly Diagnostic[];
}

/** A reporter that collects findings; their severity is the catalogue's. */
export function makeReporter(): Collector {
  const diagnostics: Diagnostic[] = [];
  return {
    diagnostics,
    report(code, place, message, { why = [], help, related = [] } = {}) {
      diagnostics.push({ code, severity: catalogue[code].severity, place, message, why, help, related });
    },
  };
}
