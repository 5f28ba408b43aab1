import type { CodeEntry } from "../code-entry.js";

/** Codes of stage 2: who provides what. */
export const coverageCodes = {
  ECS3001: {
    severity: "error",
    title: "this is no core",
    explanation: "Apps use cores, and system modules serve one: a constant made with `core(…)` in a schema file.",
    wrong: "use(Position, { features: [], systems: [] })",
    right: 'use(motion, { features: ["integration"], systems: [euler] })',
  },
  ECS3002: {
    severity: "error",
    title: "a core has no such feature",
    explanation: "An app names the features it needs by the names that the core declares.",
    wrong: 'use(motion, { features: ["integrations"], systems: [euler] })',
    right: 'use(motion, { features: ["integration"], systems: [euler] })',
  },
  ECS3003: {
    severity: "error",
    title: "a required feature is not covered",
    explanation:
      "The features an app names, and all that they imply, must come from one system module. Candidates are tried in order, and the first that covers them all is taken. A feature is covered when every function of its View is there, fits, and is more than a stub. The finding says for each candidate what it lacks. (Where a candidate provides all of them and only its functions are at fault, there is a finding for each of these instead.)",
    wrong: 'use(gravity, { features: ["symplectic"], systems: [euler] })',
    right: 'use(gravity, { features: ["symplectic"], systems: [euler, leapfrog] })',
  },
  ECS3004: {
    severity: "error",
    title: "a system module lacks a function of a feature that it provides",
    explanation: "Who lists a feature in `provides` says that all functions of its View are there.",
    wrong: "provides: { integration: {} }",
    right: "provides: { integration: { integrate } }",
  },
  ECS3005: {
    severity: "error",
    title: "a function does not fit its View",
    explanation:
      "A function takes what its View gives, no more and nothing else: it may leave out parameters at the end and take `Readonly` what it may write. Components, resources and events are told apart by name, even when their fields are alike. It gives back something only where the View says so, since nobody would look at it or wait for it.",
    wrong: "export function integrate(position: Velocity): void {}",
    right: "export function integrate(position: Position): void {}",
  },
  ECS3006: {
    severity: "warning",
    title: "a function is still a stub",
    explanation:
      "It throws `NotImplemented`, as `ecsgen scaffold` writes it, so not all of it is written, and its feature does not count as covered. Where the app needs it, that is the error ECS3012.",
    wrong: 'export function push(): void {\n  throw new NotImplemented("motion.impulses.push");\n}',
    right: "export function push(world: World, body: Entity, dx: number, dy: number): void {\n  // …\n}",
  },
  ECS3007: {
    severity: "error",
    title: "a core is used twice",
    explanation: "An app has each core once, with all the features it needs and one list of system modules.",
    wrong: 'cores: [use(motion, { features: ["a"], systems: [x] }), use(motion, { features: ["b"], systems: [y] })]',
    right: 'cores: [use(motion, { features: ["a", "b"], systems: [x, y] })]',
  },
  ECS3008: {
    severity: "error",
    title: "a system module is listed for a core that it does not serve",
    explanation: "Each system module implements Views of one core, the one in its `core`.",
    wrong: 'use(drawing, { features: ["lines"], systems: [euler] })',
    right: 'use(motion, { features: ["integration"], systems: [euler] })',
  },
  ECS3009: {
    severity: "error",
    title: "a system module provides an unknown feature",
    explanation: "`provides` names features of the core that the module serves.",
    wrong: "systemModule({ core: motion, provides: { integrations } })",
    right: "systemModule({ core: motion, provides: { integration } })",
  },
  ECS3010: {
    severity: "error",
    title: "this is no system module",
    explanation: "`systems` lists constants or default exports made with `systemModule(…)`.",
    wrong: "systems: [integrate]",
    right: "systems: [euler]",
  },
  ECS3011: {
    severity: "error",
    title: "a condition belongs to a feature that the app does not have",
    explanation:
      "A line or a set that runs asks whether it should by calling a function of a View, so somebody has to provide that View: the app lists its feature, or a feature that the app lists implies it.",
    wrong: 'use(motion, { features: ["integration"], systems: [euler] }) // whose `if` is `rules.isRunning`',
    right: 'use(motion, { features: ["integration", "rules"], systems: [euler] })',
  },
  ECS3012: {
    severity: "error",
    title: "a required function is still a stub",
    explanation:
      "It throws `NotImplemented`, as `ecsgen scaffold` writes it, and the app requires its feature, which nobody else covers. Stubs may need what is generated to be written, the tokens of components for instance, so `ecsgen generate --allow-stubs` writes the SDK as if they were done, and warns: the program compiles, and throws where it meets a stub. Everywhere else, `ecsgen check` included, it stays an error.",
    wrong: 'export function push(): void {\n  throw new NotImplemented("motion.impulses.push");\n}',
    right: "export function push(world: World, body: Entity, dx: number, dy: number): void {\n  // …\n}",
  },
  ECS3013: {
    severity: "warning",
    title: "a package does not offer a file that is imported",
    explanation:
      "What is generated imports the functions of a package's system module, its Views, and declarations that hold objects from the entries of its `exports` that lead to their files, under the condition `ecsgen`. Without one it can only name the source by its path, which works in one program with the package, and not with the package as it is built and installed.",
    wrong:
      '"exports": {\n  "./euler": { "ecsgen": "./systems/euler/index.ts", "default": "./dist/systems/euler/index.js" }\n}',
    right:
      '"exports": {\n  "./euler": { "ecsgen": "./systems/euler/index.ts", "default": "./dist/systems/euler/index.js" },\n  "./systems/*": { "ecsgen": "./systems/*.ts", "default": "./dist/systems/*.js" }\n}',
  },
} as const satisfies Record<string, CodeEntry>;
