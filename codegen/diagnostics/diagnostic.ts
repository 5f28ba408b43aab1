import type { Place } from "../model/place.js";
import type { Code } from "./catalogue.js";

/** A finding about the author's files, as data; how it looks is for the renderers. */
export interface Diagnostic {
  readonly code: Code;
  readonly severity: "error" | "warning";
  readonly place: Place;
  /** What is wrong: lower-case, subject in backticks, no full stop. */
  readonly message: string;
  /** What it follows from, a sentence each. */
  readonly why: readonly string[];
  /** What to do, as an action. */
  readonly help: string | undefined;
  readonly related: readonly { readonly place: Place; readonly message: string }[];
}

/** Takes findings one by one, so that a stage can go on after the first. */
export interface Reporter {
  report(code: Code, place: Place, message: string, more?: ReportDetails): void;
}

/** The parts of a finding that may be left out. */
export interface ReportDetails {
  readonly why?: readonly string[];
  readonly help?: string;
  readonly related?: readonly { readonly place: Place; readonly message: string }[];
}
