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
  ECS2047: {
    severity: "error",
    title: "nothing says which of two functions runs first",
    explanation:
      "Two functions of the same phase touch the same data, one of them writes it, and no list, `before`, `after` or set puts them in order. Functions that write different fields of a component do not touch the same. Say which one is first, or declare that either may be.",
    wrong: 'schedule: { update: ["weather.blow"] },   // and in another core: { update: ["sails.turn"] }',
    right: 'schedule: { update: [{ run: "sails.turn", after: "climate.weather.blow" }] },',
  },
  ECS2048: {
    severity: "warning",
    title: "two functions are declared to be ambiguous and are not",
    explanation:
      "`ambiguous` says that either of two functions may run first although both touch the same. These touch nothing of the same entities that one of them writes, run in different phases, or have an order already.",
    wrong:
      '{ run: "sails.turn", after: "climate.weather.blow", ambiguous: { with: "climate.weather.blow", because: "…" } }',
    right: '{ run: "sails.turn", after: "climate.weather.blow" }',
  },
  ECS2049: {
    severity: "error",
    title: "an access names what cannot be touched so",
    explanation:
      "`access` says what a line touches where code does not tell: `reads` and `writes` name components, relations, resources and events, `adds` and `removes` name components and relations.",
    wrong: "{ run: inspect, access: { adds: [Time] } }",
    right: "{ run: inspect, access: { adds: [Marked], writes: [Time] } }",
  },
} as const satisfies Record<string, CodeEntry>;
