import type { CodeEntry } from "../code-entry.js";

/** What is wrong with when functions run. */
export const scheduleCodes = {
  ECS2041: {
    severity: "error",
    title: "a schedule names an unknown phase",
    explanation:
      "Every step has the phases `preUpdate`, `fixedUpdate`, `update`, `postUpdate`, `preRender`, `render` and `postRender`, in this order. A core or an app can declare phases of its own with `phases`; outside of its core such a phase is called `motion.broad`.",
    wrong: 'schedule: { updte: ["integration.integrate"] },',
    right: 'schedule: { update: ["integration.integrate"] },',
  },
  ECS2042: {
    severity: "error",
    title: "phases stand at each other",
    explanation:
      "The place of a phase follows from the phase that it stands at, so the way from one to the next has to end at a built-in phase.",
    wrong: 'phases: { broad: { before: "narrow" }, narrow: { after: "broad" } },',
    right: 'phases: { broad: { before: "fixedUpdate" }, narrow: { after: "broad" } },',
  },
} as const satisfies Record<string, CodeEntry>;
