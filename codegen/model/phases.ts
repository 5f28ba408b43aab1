/** The phases that every step has. */
export type BuiltInPhase =
  "preUpdate" | "fixedUpdate" | "update" | "postUpdate" | "preRender" | "render" | "postRender";

/**
 * How a phase runs. `once`: once a step. `fixed`: as often as the fixed step fits into the time that passed. `always`: once
 * a step, also while the schedule is paused.
 */
export type PhaseRuns = "once" | "fixed" | "always";

/** The phases that every step has, in order, with how they run. */
export const builtInPhases: ReadonlyMap<string, PhaseRuns> = new Map<BuiltInPhase, PhaseRuns>([
  ["preUpdate", "once"],
  ["fixedUpdate", "fixed"],
  ["update", "once"],
  ["postUpdate", "once"],
  ["preRender", "always"],
  ["render", "always"],
  ["postRender", "always"],
]);
