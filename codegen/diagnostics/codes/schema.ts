import type { CodeEntry } from "../code-entry.js";

/** Codes of stage 2: schemas that cannot be proven. */
export const schemaCodes = {
  ECS2001: {
    severity: "error",
    title: "a name cannot be used",
    explanation:
      "Names travel into generated code: a component becomes a class, a field a member of a cursor, a core a member of the world. So words of the language, names that every object has, names that start with `$`, and names that the SDK uses for something else cannot be taken. Many also name files, which Windows cannot hold when they are called `aux` or `com1`. Names are refused rather than changed, so that what you write is what you find.",
    wrong: "export class Body extends component({ $mass: f32 }) {}",
    right: "export class Body extends component({ mass: f32 }) {}",
  },
  ECS2002: {
    severity: "error",
    title: "two things have the same name",
    explanation:
      "All declarations of a project are exported from one generated entry point and each has a file there, and some file systems ignore case. So two declarations cannot have the same name, nor names that differ only in case, nor one the name of what is generated for the other (`PositionInit`, `PositionCursor`). The same holds for fields of one declaration, for cores, for features and functions of one core, and for the queries that a function takes.",
    wrong: "export class Hit extends component({ at: f32 }) {}\nexport class Hit extends event({ damage: f32 }) {}",
    right:
      "export class HitPoint extends component({ at: f32 }) {}\nexport class Hit extends event({ damage: f32 }) {}",
  },
  ECS2003: {
    severity: "error",
    title: "a declaration could belong to several cores",
    explanation:
      "The qualified name of a declaration, and with it its id, starts with the core in its file. With several cores in one file there is no telling which.",
    wrong:
      "export class Position extends component({ x: f32 }) {}\nexport const motion = core({ features: {} });\nexport const drawing = core({ features: {} });",
    right:
      "// schema/motion.ts\nexport class Position extends component({ x: f32 }) {}\nexport const motion = core({ features: {} });",
  },
  ECS2004: {
    severity: "error",
    title: "a former name is taken",
    explanation:
      "`was` keeps the id of something that was renamed: its id comes from the first name in the list. If another declaration has that name today, or claims it as well, data saved under it could belong to either.",
    wrong:
      'export class Place extends component({ x: f32 }, { was: ["app.Position"] }) {}\nexport class Position extends component({ x: f64 }) {}',
    right:
      'export class Place extends component({ x: f32 }, { was: ["app.Position"] }) {}\nexport class Spot extends component({ x: f64 }) {}',
  },
  ECS2005: {
    severity: "error",
    title: "two ids are equal by accident",
    explanation:
      "Ids are the first 64 bits of the SHA-256 of kind and name. Two names that share them are as rare as a lottery win, and would be taken for each other in saves and on the wire.",
    wrong: "export class A extends component({ x: f32 }) {}",
    right: "export class B extends component({ x: f32 }) {}",
  },
  ECS2006: {
    severity: "error",
    title: "a default does not fit its field",
    explanation:
      "A row starts with the defaults of its fields, so a default is a literal of the field's own type: a whole number within the limits of an integer type, a `bigint` for 64-bit integers, one of the words of an enum, a value within the field's range. Entities and objects of the host exist only while the program runs and have no default.",
    wrong: "export class Health extends component({ now: u8.default(300) }) {}",
    right: "export class Health extends component({ now: u16.default(300) }) {}",
  },
  ECS2007: {
    severity: "error",
    title: "a range makes no sense",
    explanation:
      "A range is the smallest and the largest value that outside data may carry, both included, both of the field's own type. Only numbers and vectors of numbers have one.",
    wrong: "export class Health extends component({ now: u8.range(100, 0) }) {}",
    right: "export class Health extends component({ now: u8.range(0, 100) }) {}",
  },
  ECS2008: {
    severity: "error",
    title: "the words of an enum are wrong",
    explanation:
      "An enum is one of a few different words, at least one and at most 65,536. They are numbered in the order in which they are written.",
    wrong: 'export class Mood extends component({ now: oneOf("calm", "calm") }) {}',
    right: 'export class Mood extends component({ now: oneOf("calm", "angry") }) {}',
  },
  ECS2009: {
    severity: "error",
    title: "there is nothing to store, or too much",
    explanation:
      "A struct without fields, a vector or a union without parts hold nothing. A vector with more than 256 parts would be as many columns: a list keeps its values beside the table.",
    wrong: "export class Grid extends component({ cells: vector(f32, 10_000) }) {}",
    right: "export class Grid extends component({ cells: list(f32) }) {}",
  },
  ECS2010: {
    severity: "error",
    title: "a component has no fields",
    explanation:
      "Without data it is a tag, or a toggle when it is switched often: both cost less and can be filtered by.",
    wrong: "export class Pinned extends component({}) {}",
    right: "export class Pinned extends tag() {}",
  },
  ECS2011: {
    severity: "error",
    title: "a parameter has no type",
    explanation:
      "Where the value of a parameter comes from is decided by its type: components come from the row, resources from the world, other values from the caller. A default that is a plain literal, as in `scale = 1`, tells its type as well.",
    wrong: "interface Integration {\n  integrate(position): void;\n}",
    right: "interface Integration {\n  integrate(position: Position): void;\n}",
  },
  ECS2012: {
    severity: "error",
    title: "an event is taken the wrong way",
    explanation:
      "Any number of events can have happened since a function ran last, so a function takes a reader, and goes through them, or a writer, and emits them.",
    wrong: "function hurt(hit: Hit): void {}",
    right: "function hurt(hits: EventReader<Hit>): void {}",
  },
  ECS2013: {
    severity: "error",
    title: "a marker is taken as a parameter",
    explanation:
      "Tags and toggles have no data, so there is nothing to pass. They decide which entities a function sees, which is what the schedule says.",
    wrong: "move(position: Position, pinned: Pinned): void;",
    right: 'schedule: { update: [{ run: "integration.move", with: [Pinned] }] },',
  },
  ECS2014: {
    severity: "error",
    title: "a function takes both components and values of a caller",
    explanation:
      "A function with component parameters runs once for every matching entity, from a generated loop. Nobody is there to give it other values. What it needs comes from resources, events or the entity itself.",
    wrong: "push(velocity: Velocity, dx: number): void;",
    right: "push(world: World, body: Entity, dx: number): void;",
  },
  ECS2015: {
    severity: "error",
    title: "a per-entity function gives something back",
    explanation: "It is called in a loop, which has nowhere to put a result and cannot wait for a promise.",
    wrong: "speed(velocity: Readonly<Velocity>): number;",
    right: "speed(velocity: Readonly<Velocity>, speed: Speed): void;",
  },
  ECS2016: {
    severity: "error",
    title: "a function takes a component twice",
    explanation:
      "An entity has each component once. Both parameters would be the same row, and a write to one would show in the other.",
    wrong: "collide(a: Position, b: Position): void;",
    right: "collide(world: World, a: Entity, b: Entity): void;",
  },
  ECS2017: {
    severity: "error",
    title: "a per-entity function requires no component",
    explanation: "If all its components are optional, it would run for every entity there is.",
    wrong: "label(name?: Name): void;",
    right: "label(position: Readonly<Position>, name?: Name): void;",
  },
  ECS2018: {
    severity: "error",
    title: "a feature implies an unknown feature",
    explanation: "`implies` names features of the same core.",
    wrong: 'impulses: view<Impulses>({ implies: ["integrations"] }),',
    right: 'impulses: view<Impulses>({ implies: ["integration"] }),',
  },
  ECS2019: {
    severity: "error",
    title: "a feature implies itself",
    explanation: "If two features imply each other, neither can be had without the other, and they are one feature.",
    wrong: 'a: view<A>({ implies: ["b"] }),\nb: view<B>({ implies: ["a"] }),',
    right: 'a: view<A>({ implies: ["b"] }),\nb: view<B>(),',
  },
  ECS2020: {
    severity: "error",
    title: "two features share a View",
    explanation: "A function belongs to the feature that asks for it, so each feature has an interface of its own.",
    wrong: "a: view<Motion>(),\nb: view<Motion>(),",
    right: 'a: view<Motion>(),\nb: view<Spin>({ implies: ["a"] }),',
  },
  ECS2021: {
    severity: "error",
    title: "a schedule runs an unknown function",
    explanation: "A core's schedule names its functions as `feature.function`.",
    wrong: 'schedule: { update: ["integration.integrat"] },',
    right: 'schedule: { update: ["integration.integrate"] },',
  },
  ECS2022: {
    severity: "error",
    title: "a function cannot be scheduled",
    explanation:
      "A schedule has no values to give, waits for nothing, asks no generator, and has one way to call a function, which overloads leave open. Per-entity functions and functions that take only resources, the world, commands, readers and writers can be scheduled.",
    wrong: 'schedule: { update: ["impulses.push"] },',
    right: 'schedule: { update: ["integration.integrate"] },',
  },
  ECS2023: {
    severity: "error",
    title: "a filter names no component",
    explanation: "`with`, `without` and `any` name components, tags and toggles, since those are what entities have.",
    wrong: '{ run: "integration.integrate", without: [Time] }',
    right: '{ run: "integration.integrate", without: [Pinned] }',
  },
  ECS2024: {
    severity: "error",
    title: "a filter can never match, or filters nothing",
    explanation:
      "A line that requires and leaves out the same component never runs. A function without component parameters runs once, so a filter does nothing.",
    wrong: '{ run: "integration.integrate", with: [Pinned], without: [Pinned] }',
    right: '{ run: "integration.integrate", without: [Pinned] }',
  },
  ECS2025: {
    severity: "error",
    title: "a generic function names a type that its facade cannot name",
    explanation:
      "The facade repeats the type parameters of a View's function, and all that is typed with them. It can name type parameters, declarations of the project, types of `ecsgen/schema` and what every program has. Types of your own can be named by functions without type parameters only.",
    wrong: "find<Value>(component: ComponentType<Value>, by: Comparison): Entity | undefined;",
    right: "find<Value>(component: ComponentType<Value>, by: (a: Value, b: Value) => number): Entity | undefined;",
  },
  ECS2026: {
    severity: "error",
    title: "a relation is taken as a parameter",
    explanation:
      "A relation is made of edges between two entities, and an entity can have any number of them, so there is no row to pass. The schedule can say that a function sees only entities that are the source of an edge; the edges themselves are asked of `world.relations`.",
    wrong: "follow(position: Position, childOf: ChildOf): void;",
    right:
      "follow(world: World, entity: Entity, position: Position): void;\n\n// in its body\nconst parent = world.relations.target(entity, ChildOf);",
  },
  ECS2027: {
    severity: "error",
    title: "a bundle is made of something else than components",
    explanation:
      "A bundle is a set of components, tags and toggles that are spawned together, at least one. A prefab is one with values, and may extend a bundle or another prefab. Relations, resources and events are nothing that an entity can be spawned with.",
    wrong: "export const ship = bundle({ components: [Position, Score] });",
    right: "export const ship = bundle({ components: [Position, Hull] });",
  },
  ECS2028: {
    severity: "error",
    title: "a value of a prefab does not fit its field",
    explanation:
      "A prefab gives values to fields of its components, each a literal of the field's own type and within its range. Parts of structs that are not said keep what is inherited, or their defaults. Entities and objects of the host exist only while the program runs, so spawners take them and prefabs do not; tags and toggles have no fields.",
    wrong: "export const fighter = prefab({ components: [[Hull, { pints: 50 }]] });",
    right: "export const fighter = prefab({ components: [[Hull, { points: 50 }]] });",
  },
  ECS2029: {
    severity: "error",
    title: "a prefab extends itself",
    explanation: "What a prefab inherits is known only when the chain of those that it extends comes to an end.",
    wrong: "export const a = prefab({ extends: b });\nexport const b = prefab({ extends: a });",
    right: "export const a = prefab({ extends: b });\nexport const b = prefab({ components: [Hull] });",
  },
  ECS2030: {
    severity: "error",
    title: "a filter asks for a change that nobody can know of",
    explanation:
      "`changed` names components with data, `added` and `removed` name components, tags and toggles. Tags and toggles have no data that could change; edges of relations keep no record of changes.",
    wrong: '{ run: "integration.integrate", changed: [Pinned] }',
    right: '{ run: "integration.integrate", added: [Pinned] }',
  },
  ECS2031: {
    severity: "warning",
    title: "a declaration is used nowhere",
    explanation:
      "No function, schedule, bundle or other source file of the project names it, neither by its class nor by its key in the world. It still takes a place in the world, in saves and in the generated code. Libraries, and packages with an entry for others, may declare what they do not use.",
    wrong: "/** Nobody asks for it. */\nexport class Armour extends component({ plates: u8 }) {}",
    right: "export function protect(hull: Hull, armour: Readonly<Armour>): void {}",
  },
  ECS2032: {
    severity: "warning",
    title: "a scheduled function can never run, since nothing gives entities what it asks for",
    explanation:
      "Its filter requires a component, tag, toggle or relation that no bundle has and that no code of the project names, so there is no entity that it could run for.",
    wrong: '{ run: "integration.integrate", with: [Awake] }',
    right: '{ run: "integration.integrate", with: [Awake] }\n\n// main.ts\nworld.add(ship, Awake);',
  },
  ECS2033: {
    severity: "error",
    title: "a query cannot be read",
    explanation:
      "`Query<Row, Narrowed>` says with its first type what a row has: an object type of properties, each a component or `entity: Entity`. With the second it says, in place, which entities it leaves out or wants as well: `with`, `without` and `any`, each a list of components, tags, toggles and relations.",
    wrong: "collide(bodies: Query<Position>): void;",
    right: "collide(bodies: Query<{ position: Position }, { without: [Pinned] }>): void;",
  },
  ECS2034: {
    severity: "error",
    title: "a row of a query has something else than components",
    explanation:
      "The rows of a query have the components of an entity, those with data. Tags, toggles and relations narrow a query. Resources, events and values are parameters of their own.",
    wrong: "collide(bodies: Query<{ position: Position; time: Time }>): void;",
    right: "collide(bodies: Query<{ position: Position }>, time: Readonly<Time>): void;",
  },
  ECS2035: {
    severity: "error",
    title: "a function takes a query and waits",
    explanation:
      "While a function looks at the rows of a query, structural changes wait, so that no row moves. When it gives back a promise they are made, and what it goes on with later are no rows any more.",
    wrong: "export async function send(bodies: Query<{ position: Readonly<Position> }>): Promise<void> {}",
    right: "export function positions(bodies: Query<{ position: Readonly<Position> }>): number[] {}",
  },
} as const satisfies Record<string, CodeEntry>;
