import type { CodeEntry } from "../code-entry.js";

/** Codes of stage 1: what cannot be read from syntax. */
export const readCodes = {
  ECS1001: {
    severity: "error",
    title: "the file is not valid TypeScript",
    explanation:
      "The parser could not make sense of the text at this place. What follows it in the file may be misread, so mend the first such finding first. Types are not looked at here: a file that does not compile can still be read, as long as its syntax is right.",
    wrong: "export class Position extends component({ x: f32, {}",
    right: "export class Position extends component({ x: f32 }) {}",
  },
  ECS1002: {
    severity: "error",
    title: "a file or folder cannot be read",
    explanation:
      "It is there, and the system refuses to give its content: it may be a folder where a file is expected, belong to somebody else, or be a symbolic link that leads nowhere, or out of the folder of schemas. Nothing is generated from half of a project, so this stops the run.",
    wrong: "chmod 000 schema/motion.ts",
    right: "chmod 644 schema/motion.ts",
  },
  ECS1003: {
    severity: "error",
    title: "a path in `schemas` holds no schema",
    explanation:
      "`schemas` in the configuration names files or folders, relative to the configuration. This one is neither, or is a folder without TypeScript files. Without `schemas`, `schema.ts` and the folder `schema` are read.",
    wrong: 'export default app({ schemas: ["shema"] });',
    right: 'export default app({ schemas: ["schema"] });',
  },
  ECS1004: {
    severity: "error",
    title: "the configuration declares neither an app nor a library",
    explanation:
      "The default export of `ecsgen.config.ts` has to be a call of `app` or of `library`, both from `ecsgen/schema`. It may be a constant that is exported later. Like a schema, the configuration is read and never run, so it cannot be made by a function.",
    wrong: "export default { cores: [] };",
    right: 'import { app } from "ecsgen/schema";\n\nexport default app({ cores: [] });',
  },
  ECS1005: {
    severity: "error",
    title: "a value cannot be read without running the code",
    explanation:
      "Schemas, system modules and configurations are read as syntax. Literals can be read, and so can constants that hold them, in the same or another file, spreads of such constants, and calculations with numbers. Calls, conditions, variables and the environment cannot, since they can differ from run to run.",
    wrong: "export class Health extends component({ now: f32.default(startingHealth()) }) {}",
    right:
      "const STARTING_HEALTH = 100;\n\nexport class Health extends component({ now: f32.default(STARTING_HEALTH) }) {}",
  },
  ECS1006: {
    severity: "error",
    title: "a field type cannot be read",
    explanation:
      "Each field of a shape has a type from `ecsgen/schema`: a number such as `f32`, `bool`, `entity`, `string`, `bytes`, a vector, or one made with `vector`, `oneOf`, `struct`, `optional`, `list`, `map`, `union` or `object`. A constant that holds one works as well. Types that take arguments have to be called.",
    wrong: "export class Position extends component({ x: number }) {}",
    right: "export class Position extends component({ x: f32 }) {}",
  },
  ECS1007: {
    severity: "error",
    title: "a modifier has no meaning here",
    explanation:
      "A field can have `.default(…)`, and one of numbers also `.range(min, max)` and `.unit(…)`. They belong to fields: the elements of a list or a map have a type and nothing else.",
    wrong: "export class Path extends component({ lengths: list(f32.default(1)) }) {}",
    right: "export class Path extends component({ lengths: list(f32).default([1]) }) {}",
  },
  ECS1008: {
    severity: "error",
    title: "a part that must be there is missing",
    explanation:
      "What was called needs an argument or an option without which it has no meaning: a component its fields, a system module its core, a line of a schedule what it runs.",
    wrong: "export class Position extends component() {}",
    right: "export class Position extends component({ x: f32, y: f32 }) {}",
  },
  ECS1009: {
    severity: "error",
    title: "an option has an unknown name",
    explanation:
      "The object holds a name that nothing reads. It is most likely a slip of the pen, and what it says would be lost in silence.",
    wrong: 'export class Burning extends component({ since: f32 }, { storag: "sparse" }) {}',
    right: 'export class Burning extends component({ since: f32 }, { storage: "sparse" }) {}',
  },
  ECS1010: {
    severity: "error",
    title: "a declaration or function is not exported",
    explanation:
      "Generated files import what they use from the file that defines it, by its name. A component, resource, event, model or core is known by the name under which it is exported, so it needs one of its own: a default export has none.",
    wrong: "class Position extends component({ x: f32 }) {}",
    right: "export class Position extends component({ x: f32 }) {}",
  },
  ECS1011: {
    severity: "error",
    title: "a declaration extends another one",
    explanation:
      "Declarations do not inherit from each other: an entity has each component or has it not, and each is a row of its own. Share fields by spreading a constant, or give an entity both components.",
    wrong: "export class Position extends component({ x: f32 }) {}\nexport class Position3 extends Position {}",
    right:
      "const flat = { x: f32, y: f32 };\n\nexport class Position extends component(flat) {}\nexport class Position3 extends component({ ...flat, z: f32 }) {}",
  },
  ECS1012: {
    severity: "error",
    title: "a declaration is something else than a class of its file",
    explanation:
      "`class Position extends component({ … }) {}` makes one name both a type, for the parameters of functions, and a token, for queries. A constant is no type, so no function could ask for it. Nor is it read what stands inside of a namespace.",
    wrong: "export const Position = component({ x: f32 });",
    right: "export class Position extends component({ x: f32 }) {}",
  },
  ECS1013: {
    severity: "error",
    title: "a View cannot be read",
    explanation:
      "A feature has a View, `view<Name>()`, and `Name` is an exported interface of functions, or a type alias of an object type, in this file or in one that it imports. It may extend other interfaces. Types that have to be calculated cannot be read.",
    wrong: 'features: { integration: view<Pick<Motion, "integrate">>() }',
    right:
      "export interface Integration {\n  integrate(position: Position): void;\n}\n\nfeatures: { integration: view<Integration>() }",
  },
  ECS1014: {
    severity: "error",
    title: "a View has a member that is no plain function",
    explanation:
      "A View is what system modules implement function by function, and what the generated facade offers. Each member is a method or a property with a function type, has a written type for its result, has no overloads, and is not optional.",
    wrong: "export interface Integration {\n  gravity: number;\n}",
    right: "export interface Integration {\n  gravity(): number;\n}",
  },
  ECS1015: {
    severity: "error",
    title: "a name leads to nothing that can be read",
    explanation:
      "Cores, system modules and components are given by name, and each name is followed through imports and re-exports to the file that declares it. This one ends before: it is not imported, not exported where it is looked for, or not a name at all.",
    wrong: 'import { motoin } from "./schema/motion.js";',
    right: 'import { motion } from "./schema/motion.js";',
  },
  ECS1016: {
    severity: "error",
    title: "what provides a feature is no exported function",
    explanation:
      "A system module gives, for each feature, a file of exported functions (`import * as integration from …`) or an object of exported functions, so that generated files can import each of them directly. Functions written in place, or made by calls, have no name to import.",
    wrong: "export default systemModule({ core: motion, provides: { integration: { integrate: () => {} } } });",
    right:
      'import * as integration from "./integration.js";\n\nexport default systemModule({ core: motion, provides: { integration } });',
  },
  ECS1017: {
    severity: "error",
    title: "a package offers no source to read",
    explanation:
      "A package that offers cores or system modules says so in its `package.json`: an entry of `exports` has the condition `ecsgen`, which leads to its TypeScript source. This package has none for the path that is imported. The same goes for short names of files: `imports` of `package.json` and `paths` of `tsconfig.json` have to lead to TypeScript source.",
    wrong: '{ "exports": { ".": "./dist/index.js" } }',
    right: '{ "exports": { ".": { "ecsgen": "./schema/index.ts", "default": "./dist/index.js" } } }',
  },
  ECS1018: {
    severity: "error",
    title: "the output folder is not a folder of its own",
    explanation:
      "`ecsgen` owns the folder named by `output`: it writes there, and removes what it wrote and what is not needed any more. So it must lie inside the project, be neither the project itself nor above it, and be written with `/`.",
    wrong: 'export default app({ output: "../generated" });',
    right: 'export default app({ output: "generated" });',
  },
  ECS1019: {
    severity: "error",
    title: "an element of `cores` is not a `use`",
    explanation:
      "An app takes each of its cores with `use`: the core, the features it needs of it, and the system modules that may provide them, in order of preference.",
    wrong: "export default app({ cores: [motion] });",
    right: 'export default app({ cores: [use(motion, { features: ["integration"], systems: [euler] })] });',
  },
  ECS1020: {
    severity: "error",
    title: "an import leads nowhere",
    explanation:
      "There is no TypeScript file behind the path. Paths are relative to the importing file and end in `.js`, also for a `.ts` file, as TypeScript has it. A name that begins with `#` stands in `imports` of the nearest `package.json`. Files in the output folder need not be there yet.",
    wrong: 'import { motion } from "./schemas/motion.js";',
    right: 'import { motion } from "./schema/motion.js";',
  },
  ECS1021: {
    severity: "error",
    title: "there is no configuration",
    explanation:
      "A project has a file `ecsgen.config.ts` at its root, whose default export is an `app` or a `library`. `ecsgen init` makes one.",
    wrong: "ls\n  schema/  systems/",
    right: "ls\n  ecsgen.config.ts  schema/  systems/",
  },
  ECS1022: {
    severity: "error",
    title: "a declaration stands outside the schemas",
    explanation:
      "Components, resources, events, models and cores are shared by all system modules, so they live in schema files, which everything may import. A system module that declared its own could not be replaced by another one.",
    wrong: "// systems/euler/integration.ts\nexport class Position extends component({ x: f32 }) {}",
    right: "// schema/motion.ts\nexport class Position extends component({ x: f32 }) {}",
  },
  ECS1023: {
    severity: "error",
    title: "a value is not one that can stand here",
    explanation:
      "The value can be read, but it is not of the kind that is asked for: another type, a number out of bounds, or a word that is not among those that have a meaning.",
    wrong: 'export class Burning extends component({ since: f32 }, { storage: "heap" }) {}',
    right: 'export class Burning extends component({ since: f32 }, { storage: "sparse" }) {}',
  },
  ECS1024: {
    severity: "error",
    title: "a declaration is not a plain class",
    explanation:
      "A declaration is one row with one layout, and generated files use its class as a type and as a token. With type parameters it would be many, and an abstract class is no token.",
    wrong: "export class Holder<T extends object> extends component({ what: object<T>() }) {}",
    right: "export class Holder extends component({ what: object<Mesh>() }) {}",
  },
  ECS1025: {
    severity: "error",
    title: "a phase has no place, or two",
    explanation:
      "A phase of one's own stands directly before another phase, or directly behind it: a built-in one, one of one's own, or one of another core, such as `motion.broad`.",
    wrong: 'phases: { broad: {}, narrow: { after: "broad", before: "update" } },',
    right: 'phases: { broad: { before: "fixedUpdate" }, narrow: { after: "broad" } },',
  },
} as const satisfies Record<string, CodeEntry>;
