// What keeps functions from the column form, and what their authors may write instead.
import type { Place } from "./place.js";

/** Why a function has no faster form: what comes behind `because it`. */
export interface Obstacle {
  readonly kind: ObstacleKind;
  readonly why: string;
  /** What may be written instead, as an action. */
  readonly help: string;
  readonly place: Place;
  /** That of the function that something is handed to. */
  readonly behind?: Obstacle;
}

/** By kind: what comes behind `because it`, and an action; `{name}` and `{file}` stand for what they are about. */
export const obstacleTexts = {
  // Told by syntax alone.
  default: { why: "gives a parameter a default", help: "choose in the body: `const limit = given ?? 3`" },
  rest: { why: "takes any number of parameters", help: "take a list as one parameter" },
  pattern: {
    why: "takes a parameter apart in a way that is not followed",
    help: "take plain names only: `{ x, axis: { y: height } }`",
  },
  this: { why: "uses `this`", help: "take what it needs as a parameter" },
  waiting: { why: "waits for something", help: "wait in another function, and leave what comes of it in a resource" },
  class: { why: "declares a class", help: "declare it outside of the function, and export it" },
  syntax: { why: "uses `{name}`", help: "do that in another function, and call it" },
  lines: { why: "has a text of several lines", help: "write the ends of its lines as `\\n`" },
  template: { why: "has a template of several lines", help: "write the ends of its lines as `\\n`" },
  typeOfNamespace: { why: "names a type of a namespace", help: "import the type by its name" },
  typeComputed: {
    why: "computes the name of a property",
    help: "declare the type outside of the function, and export it",
  },
  typeAsked: {
    why: "asks for the type of something",
    help: "declare the type outside of the function, and export it",
  },
  typeDeclared: { why: "declares a type", help: "declare the type outside of the function, and export it" },
  arguments: { why: "uses `arguments`", help: "give the parameters names" },
  directive: { why: "has a directive", help: "leave it out" },
  early: {
    why: "uses `{name}` before it is declared",
    help: "declare it above the function that uses it",
  },
  reassigned: { why: "assigns to `{name}`", help: "give the new value a name of its own" },
  foreign: { why: "assigns to `{name}`, which is not its own", help: "keep it in a resource or a component" },
  var: {
    why: "declares a `var`, which would keep its value from row to row",
    help: "declare it with `let` or `const`",
  },
  using: { why: "declares with `{name}`", help: "do that in another function, and call it" },
  delete: { why: "deletes a property", help: "give an optional field `undefined` instead" },

  // Told by what names stand for.
  unexported: { why: "uses `{name}`, which `{file}` does not export", help: "export it" },
  module: { why: "uses `{name}`, which stands for all of `{file}`", help: "import what it uses by name" },
  missing: { why: "uses `{name}`, which cannot be found", help: "import it from a file that has it" },
  unoffered: {
    why: "uses `{name}`, which its package does not offer",
    help: "import it from an entry point of the package",
  },
  defaultExport: {
    why: "uses `{name}`, the default export of `{file}`",
    help: "export it by a name as well, and import that",
  },

  // Told by what components have.
  sparse: {
    why: "takes `{name}`, which is stored sparsely",
    help: 'leave out `storage: "sparse"`, unless it comes and goes all the time',
  },
  sparseRows: {
    why: "goes through `{name}`, which has sparse components",
    help: "take them in a query of their own, or leave out their `storage`",
  },
  whole: {
    why: "uses `{name}` as a whole",
    help: "use its fields one by one, or hand it to a function of the project that does",
  },
  handed: { why: "hands `{name}` to `{helper}`, which {inner}", help: "{help}" },
  recursive: { why: "calls itself", help: "write a loop in place of the calls" },
  generic: { why: "takes types as parameters", help: "write it for the types that it is given" },
  overloaded: { why: "has overloads", help: "write a function for each" },
  kept: {
    why: "keeps `{name}` as a whole",
    help: "keep its fields, each in a constant",
  },
  told: {
    why: "hands on a constant that stands for `{name}`, which may be absent",
    help: "ask first whether it is there: `if (… !== undefined)`",
  },
  element: {
    why: "writes an element of `{name}` that may be outside of it",
    help: "count up to its length: `for (let i = 0; i < values.length; i++)`",
  },
  trackedElement: {
    why: "writes an element of `{name}`, of which others ask for changes",
    help: "write it by its number: `values[0]`",
  },
  takenApart: { why: "takes `{name}` apart", help: "take constants, and change copies of them" },
  noField: { why: "uses `{name}`, which is no field", help: "use what its schema declares" },
  captured: {
    why: "uses `{name}` in a function of its own",
    help: "write a loop in place of the callback, or hold the value in a constant before",
  },
  narrowed: { why: "may count on the type of `{name}`", help: "hold it in a constant, and ask that" },
  inPassing: { why: "writes `{name}` inside of an expression", help: "write it in a statement of its own" },
  trackedInPassing: {
    why: "writes `{name}`, of which others ask for changes, inside of an expression",
    help: "write it in a statement of its own",
  },
  called: { why: "calls `{name}`", help: "hold it in a constant, and call that" },
  behindMaybe: {
    why: "goes on behind the `?.` of `{name}`",
    help: "ask first whether it is there: `if (… !== undefined)`",
  },
  rowWhole: {
    why: "uses the row `{name}` as a whole",
    help: "use its members, `{name}.position.x`, or hand it to a function of the project that does",
  },
  noMember: { why: "uses `{name}`, which no row has", help: "use what the query asks for" },
  noRows: {
    why: "goes through the rows of no query in a loop of its own",
    help: "write `for (const row of query)`, where the body uses fields only",
  },
  unspoken: {
    why: "takes or gives a type that generated files do not spell out",
    help: "declare the type by a name, and export it",
  },
  surplus: { why: "takes more parameters than it is given", help: "take what its View gives" },
} as const satisfies Readonly<Record<string, { readonly why: string; readonly help: string }>>;

/** A kind of obstacle. */
export type ObstacleKind = keyof typeof obstacleTexts;

/** What an obstacle is about. */
export interface ObstacleNames {
  readonly name?: string;
  readonly file?: string;
  /** The function that something is handed to. */
  readonly helper?: string;
  /** Why that has no such form, and what may be written instead. */
  readonly inner?: string;
  readonly help?: string;
}

/** An obstacle, with its texts. */
export function obstacle(kind: ObstacleKind, place: Place, names: ObstacleNames = {}): Obstacle {
  const { why, help } = obstacleTexts[kind];
  return { kind, why: filled(why, names), help: filled(help, names), place };
}

/** The obstacle of who hands something to a function that has one. */
export function handedTo(behind: Obstacle, names: ObstacleNames): Obstacle {
  const { why, help, place } = behind;
  return { ...obstacle("handed", place, { ...names, inner: why, help }), behind };
}

function filled(text: string, names: ObstacleNames): string {
  return text.replaceAll(/\{(name|file|helper|inner|help)\}/g, (_, of: keyof ObstacleNames) => names[of] ?? "");
}
