import type { CodeEntry } from "../code-entry.js";

/** Codes of stage 2: rules about the code of schemas and system modules. */
export const modulesCodes = {
  ECS4001: {
    severity: "error",
    title: "a schema imports what stands on it",
    explanation:
      "System modules, generated code and the configuration stand on schemas. An import the other way round would be a circle, and the core would not be data alone.",
    wrong: '// schema/motion.ts\nimport { integrate } from "../systems/euler/integration.js";',
    right: '// systems/euler/integration.ts\nimport type { Position } from "../../schema/motion.js";',
  },
  ECS4002: {
    severity: "error",
    title: "a system module imports another system module",
    explanation:
      "Each module can be replaced by another that covers the same features; that works only if nobody reaches into it. A View is the way to what another module does.",
    wrong: '// systems/drawing/lines.ts\nimport { length } from "../euler/maths.js";',
    right: '// systems/drawing/lines.ts\nimport { length } from "../../maths/length.js";',
  },
  ECS4003: {
    severity: "error",
    title: "a system module imports what joins all modules",
    explanation:
      "`generated/binding.ts` imports every chosen module, and the world, the schedule and the facades import it. A module that imports one of those is in a circle with all others. Tokens live in files of their own.",
    wrong: 'import { Position } from "../../generated/index.js";',
    right: 'import { Position } from "../../generated/components/position.js";',
  },
  ECS4004: {
    severity: "error",
    title: "a system module keeps state",
    explanation:
      "State between calls belongs to a world: to a resource or a component. State in a module is shared by all worlds, missed by saves and lost by a reload.",
    wrong: "let count = 0;\nexport function tally(): void {\n  count++;\n}",
    right: "export function tally(score: Score): void {\n  score.points++;\n}",
  },
  ECS4005: {
    severity: "error",
    title: "a schema holds logic",
    explanation: "Schemas are read and never run. What a core does is what its system modules do.",
    wrong:
      "// schema/motion.ts\nexport function speed(velocity: Velocity): number {\n  return Math.hypot(velocity.x, velocity.y);\n}",
    right:
      "// systems/euler/speed.ts\nexport function speed(velocity: Velocity): number {\n  return Math.hypot(velocity.x, velocity.y);\n}",
  },
  ECS4006: {
    severity: "error",
    title: "what is taken to be read is written",
    explanation:
      "`Readonly<…>` tells readers, schedules and the validator that a function leaves a component or resource as it is. So does `EventReader<…>` of events, which are the same objects for all who read them.",
    wrong: "function drag(velocity: Readonly<Velocity>): void {\n  velocity.x *= 0.99;\n}",
    right: "function drag(velocity: Velocity): void {\n  velocity.x *= 0.99;\n}",
  },
  ECS4007: {
    severity: "warning",
    title: "what is taken to be written is only read",
    explanation:
      "A parameter without `Readonly` counts as written: it stands in the way of whoever reads the same component, and makes readers of the code look for the write.",
    wrong: "function drift(position: Position, velocity: Velocity): void {\n  position.x += velocity.x;\n}",
    right: "function drift(position: Position, velocity: Readonly<Velocity>): void {\n  position.x += velocity.x;\n}",
  },
  ECS4008: {
    severity: "error",
    title: "a function takes to write what its View gives to read",
    explanation: "A View's `Readonly<…>` is a promise to everyone who uses the core.",
    wrong: "export function integrate(position: Position, velocity: Velocity): void {}",
    right: "export function integrate(position: Position, velocity: Readonly<Velocity>): void {}",
  },
  ECS4009: {
    severity: "error",
    title: "what a scheduled function touches cannot be told",
    explanation:
      "What a function reads, writes, adds and removes is derived from its body, and from the functions of the project that it calls. Where it hands the world to foreign code, or names a component by a value that is known only when it runs, its line in the schedule has to say what it touches.",
    wrong: "schedule: { update: [inspect] },",
    right: "schedule: { update: [{ run: inspect, access: { reads: [Position], writes: [Report] } }] },",
  },
  ECS4010: {
    severity: "error",
    title: "a function of a deterministic app depends on its host",
    explanation:
      "An app that is `deterministic` gives the same world for the same inputs: that is what replays, lockstep and tests need. Chance, clocks and timers of the host, and the language of its user, are not the same in every run. A generator, a clock and events of the world are, and they are saved with it.",
    wrong: "export function blow(velocity: Velocity): void {\n  velocity.x += Math.random();\n}",
    right: "export function blow(velocity: Velocity, wind: Wind): void {\n  velocity.x += wind.float();\n}",
  },
  ECS4011: {
    severity: "error",
    title: "a component or a row is taken for an object of its own",
    explanation:
      "What a function gets of an entity is a view of its row: `position.x` reads a column, and writes to it. The view has no properties of its own, so `{ ...position }` and `Object.assign({}, position)` copy none of the fields, `left` of `{ x, ...left } = position` has none, `Object.keys(position)` and `for (const name in position)` find none, and `JSON.stringify(position)` writes none, while a test with plain objects would see all of them. The same holds for structs and vectors of components. A row of a query has views of its components, which move on with it, and what its loop needs, but `entity` is computed: `{ ...row }` and `Object.keys(row)` get what no plain row has. Resources, events, and items of lists are objects, with which all of this can be done; so is what `world.get` gives.",
    wrong: "const before = { ...position };",
    right: "const before = { x: position.x, y: position.y };",
  },
  ECS4012: {
    severity: "warning",
    title: "a declaration is imported as a value",
    explanation:
      "A class of a schema is read, and stands for a type. Its token, which worlds, queries and commands take, has the same name and is generated: `generated/components/position.ts` for `Position`. With the class in its place the program does not compile; and a value of a schema that nobody needs is loaded with the program.",
    wrong: 'import { Position } from "../../schema/motion.js";\n\nworld.get(ship, Position);',
    right: 'import { Position } from "../../generated/components/position.js";\n\nworld.get(ship, Position);',
  },
  ECS4013: {
    severity: "error",
    title: "a token of another app or library is imported",
    explanation:
      "Tokens are made together with one world, that of their app, and a world fails with `UnknownComponent` for those of others, also where the declaration is the same. What is generated for a library is for its types and Views: it has no world, so code that an app takes from a package asks the world that it is given for a token. Where the project makes worlds of the other app itself, with its `createWorld`, that app's tokens are for those.",
    wrong: 'import { Position } from "@acme/motion/generated";\n\nworld.get(ship, Position);',
    right: 'const position = world.tokens.component("motion.Position");\n\nworld.get(ship, position);',
  },
  ECS4014: {
    severity: "error",
    title: "a view of a row is kept",
    explanation:
      "What a function gets of an entity is a view of its row, and so are the structs and vectors in it. A resource, and a list in a component, keep the object that they are given: with `score.best = position.at` it is the view, which moves on to the next row, shows what another entity has, and writes there. A struct or a vector of a component takes the values of what it is assigned, and needs nothing else.",
    wrong: "score.best = position.at;",
    right: "score.best = { x: position.at.x, y: position.at.y };",
  },
  ECS4015: {
    severity: "warning",
    title: "two parts are one object",
    explanation:
      "Lists, maps, unions and bytes are ordinary values, and so are structs and vectors of resources: `bag.items = other.items` makes one list of both. Whoever writes to one of them writes to the other, which no schedule knows of, and after a load each has a list of its own, so that the same inputs do not lead to the same world.",
    wrong: "bag.items = other.items;",
    right: "bag.items = other.items.slice();",
  },
} as const satisfies Record<string, CodeEntry>;
