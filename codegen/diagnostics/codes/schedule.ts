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
  ECS2043: {
    severity: "error",
    title: "an order or a line names what no schedule knows",
    explanation:
      "`before` and `after` name what a schedule runs, or sets; `set` names sets that the same core or the app declares with `sets`. In its own core a function is called `integration.integrate` and a set `physics`; everywhere else they are called `motion.integration.integrate` and `motion.sets.physics`. An app names its own functions as it does in `run`.",
    wrong: '{ run: "integration.integrate", after: "impulses.pusch", set: "fisics" }',
    right: '{ run: "integration.integrate", after: "impulses.push", set: "physics" }',
  },
  ECS2044: {
    severity: "error",
    title: "an order goes round in a circle",
    explanation:
      "Each of these functions would have to run before the next one, and the last one before the first. What a set says holds for each line in it.",
    wrong:
      '{ run: "integration.integrate", after: "impulses.push" },\n{ run: "impulses.push", after: "integration.integrate" },',
    right: '{ run: "integration.integrate", after: "impulses.push" },\n{ run: "impulses.push" },',
  },
  ECS2045: {
    severity: "error",
    title: "an order contradicts the phases",
    explanation:
      "Phases run in their order, so nothing that runs in a later phase can run before what runs in an earlier one. What a set says holds for each line in it, in whatever phase.",
    wrong:
      'schedule: {\n  fixedUpdate: [{ run: "integration.integrate", after: "impulses.push" }],\n  update: ["impulses.push"],\n},',
    right:
      'schedule: {\n  fixedUpdate: [{ run: "integration.integrate", after: "impulses.push" }, "impulses.push"],\n},',
  },
  ECS2046: {
    severity: "error",
    title: "a function cannot be a condition",
    explanation:
      "A condition says whether a line or a set runs. It is asked once, with what the world can give, and changes nothing: it takes resources as `Readonly<…>`, the world or readers of events, and gives back a `boolean`.",
    wrong: "isRunning(rules: Rules): number;",
    right: "isRunning(rules: Readonly<Rules>): boolean;",
  },
} as const satisfies Record<string, CodeEntry>;
