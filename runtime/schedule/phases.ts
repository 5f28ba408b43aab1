/** The phases that every step has. */
export type BuiltInPhase =
  "preUpdate" | "fixedUpdate" | "update" | "postUpdate" | "preRender" | "render" | "postRender";

/**
 * How a phase runs. `once`: once a step. `fixed`: as often as the fixed step fits into the time that passed. `always`: once
 * a step, also while the schedule is paused.
 */
export type PhaseRuns = "once" | "fixed" | "always";

/** A phase of a step. */
export interface Phase {
  /** `update`, or of an app's or a core's own: `motion.broad`. */
  readonly name: string;
  readonly runs: PhaseRuns;
}

/** The phases that every step has, in order. */
export const builtInPhases: readonly (Phase & { readonly name: BuiltInPhase })[] = [
  { name: "preUpdate", runs: "once" },
  { name: "fixedUpdate", runs: "fixed" },
  { name: "update", runs: "once" },
  { name: "postUpdate", runs: "once" },
  { name: "preRender", runs: "always" },
  { name: "render", runs: "always" },
  { name: "postRender", runs: "always" },
];

/** The phases of a step, as the stepper goes through them. */
export interface PhaseParts {
  readonly beforeFixed: readonly string[];
  readonly fixed: readonly string[];
  readonly afterFixed: readonly string[];
  readonly always: readonly string[];
}

/** Divides the phases of a step, which come in order: those that run as often as the fixed step fits stand together. */
export function partsOf(phases: readonly Phase[]): PhaseParts {
  const first = phases.findIndex(({ runs }) => runs === "fixed");
  const named = (runs: PhaseRuns, from = 0, to = phases.length): string[] =>
    phases
      .slice(from, to)
      .filter((phase) => phase.runs === runs)
      .map(({ name }) => name);
  return {
    beforeFixed: named("once", 0, first),
    fixed: named("fixed"),
    afterFixed: named("once", first),
    always: named("always"),
  };
}
