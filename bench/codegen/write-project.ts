// A project of any size, always the same for the same size: the field mix is that of a shipped 3D platform, where of 426
// fields in 92 components 265 are optional, 153 are structs or enums, 19 lists and 9 tagged unions.
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fieldsOf } from "./fields.js";
import { repository } from "./repository.js";
import { advanceText, helperFile, helpersOf, parametersOf, reviewText, type WrittenFunction } from "./systems.js";

const componentsPerCore = 25;
const componentsPerFile = 5;
const viewsPerCore = 5;

/** How much was written. */
export interface ProjectSize {
  readonly components: number;
  readonly views: number;
  readonly functions: number;
  readonly files: number;
}

/** Writes a project with this many components, a View for every five of them and two functions for every View. */
export function writeProject(root: string, components: number): ProjectSize {
  const files = new Map<string, string>();
  const cores = Array.from({ length: Math.ceil(components / componentsPerCore) }, (_, core) => {
    const first = core * componentsPerCore;
    return addCore(files, core, first, Math.min(componentsPerCore, components - first));
  });
  files.set("systems/helpers.ts", helperFile);
  files.set("ecsgen.config.ts", configuration(cores));
  files.set("package.json", `{ "name": "generated-project", "private": true, "type": "module" }\n`);
  files.set("tsconfig.json", typeScriptOptions);
  for (const [path, text] of files) writeText(join(root, path), text);
  linkPackage(root);
  const views = cores.reduce((sum, count) => sum + count, 0);
  return { components, views, functions: views * 2, files: files.size };
}

/** A file of the project that the benchmarks edit. */
export interface EditedFile {
  readonly path: string;
  /** Its text after the edit with this number. */
  textOf(text: string, edit: number): string;
}

/** Holds the bodies of two functions: nothing that is generated depends on them. */
export const editedBody: EditedFile = {
  path: "systems/core0/feature0.ts",
  textOf: (text, edit) => `${text}\n/** Edit ${edit}. */\nexport const edit = ${edit};\n`,
};

/** Holds components: one of them gets another field. */
export const editedField: EditedFile = {
  path: "schema/core0/components0.ts",
  textOf: (text, edit) => text.replace("  value:", `  edit${edit}: f32,\n  value:`),
};

/** Gives back how many Views the core has. */
function addCore(files: Map<string, string>, core: number, first: number, count: number): number {
  const views = Math.max(1, Math.round((count * viewsPerCore) / componentsPerCore));
  const folder = `schema/core${core}`;
  for (let start = 0; start < count; start += componentsPerFile) {
    const indices = range(first + start, Math.min(componentsPerFile, count - start));
    files.set(`${folder}/components${start / componentsPerFile}.ts`, componentFile(indices));
  }
  files.set(`${folder}/core.ts`, coreFile(core, first, views));
  files.set(`systems/core${core}/index.ts`, moduleFile(core, views));
  for (let view = 0; view < views; view++)
    files.set(`systems/core${core}/feature${view}.ts`, systemFile(core, view, first));
  return views;
}

function componentFile(indices: readonly number[]): string {
  const words = "component, f32, f64, i32, list, oneOf, optional, string, struct, u8, union, vec3, bool, entity";
  const classes = indices.map((index) => {
    const fields = fieldsOf(index).map(({ name, text }, part) => `  /** Part ${part}. */\n  ${name}: ${text},\n`);
    return `/** What is known of thing ${index}. */\nexport class Thing${index} extends component({\n  value: f32.default(1),\n${fields.join("")}}) {}\n`;
  });
  return `import { ${words} } from "ecsgen/schema";\n\n${classes.join("\n")}`;
}

function coreFile(core: number, first: number, views: number): string {
  const things = range(first, views + 2).map((index) => `Thing${index}`);
  const imports = things.map((thing) => `import type { ${thing} } from "./components${fileOf(thing, first)}.js";\n`);
  const interfaces = range(0, views).map(
    (view) =>
      `export interface Feature${core}x${view} {\n  /** Moves on. */\n  advance(${parametersOf(thingsOf(view, first))}): void;\n  /** Looks back. */\n  review(${parametersOf(thingsOf(view, first))}): void;\n}\n`,
  );
  const features = range(0, views).map((view) => `    feature${view}: view<Feature${core}x${view}>(),\n`);
  const runs = range(0, views).flatMap((view) => [`"feature${view}.advance"`, `"feature${view}.review"`]);
  return `import { core, view } from "ecsgen/schema";\n${imports.join("")}\n${interfaces.join("\n")}\n/** Core ${core}. */\nexport const core${core} = core({\n  features: {\n${features.join("")}  },\n  schedule: { update: [${runs.join(", ")}] },\n});\n`;
}

function thingsOf(view: number, first: number): WrittenFunction {
  return { written: first + view, read: first + view + 1, optional: first + view + 2 };
}

function fileOf(thing: string, first: number): number {
  return Math.floor((Number(thing.slice("Thing".length)) - first) / componentsPerFile);
}

function systemFile(core: number, view: number, first: number): string {
  const things = range(first + view, 3).map((index) => `Thing${index}`);
  const imports = things.map(
    (thing) => `import type { ${thing} } from "../../schema/core${core}/components${fileOf(thing, first)}.js";\n`,
  );
  const text = `${advanceText(thingsOf(view, first))}\n${reviewText(thingsOf(view, first))}`;
  return `${imports.join("")}${helpersOf(text, "../helpers.js")}\n${text}`;
}

function moduleFile(core: number, views: number): string {
  const imports = range(0, views).map((view) => `import * as feature${view} from "./feature${view}.js";\n`);
  const provided = range(0, views).map((view) => `feature${view}`);
  return `import { systemModule } from "ecsgen/schema";\nimport { core${core} } from "../../schema/core${core}/core.js";\n${imports.join("")}\n/** All of core ${core}. */\nexport default systemModule({ core: core${core}, provides: { ${provided.join(", ")} } });\n`;
}

function configuration(views: readonly number[]): string {
  const all = range(0, views.length);
  const imports = all.map(
    (core) =>
      `import { core${core} } from "./schema/core${core}/core.js";\nimport systems${core} from "./systems/core${core}/index.js";\n`,
  );
  const used = all.map((core) => {
    const features = range(0, views[core] ?? 0).map((view) => `"feature${view}"`);
    return `    use(core${core}, { features: [${features.join(", ")}], systems: [systems${core}] }),\n`;
  });
  return `import { app, use } from "ecsgen/schema";\n${imports.join("")}\nexport default app({\n  cores: [\n${used.join("")}  ],\n});\n`;
}

const typeScriptOptions = `{
  "compilerOptions": {
    "target": "es2022",
    "module": "nodenext",
    "strict": true,
    "noEmit": true,
    "skipLibCheck": true,
    "types": []
  },
  "include": ["**/*.ts"]
}
`;

function writeText(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** The project finds this package as it would find an installed one. */
function linkPackage(root: string): void {
  mkdirSync(join(root, "node_modules"), { recursive: true });
  symlinkSync(repository, join(root, "node_modules", "ecsgen"), "junction");
}

function range(start: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => start + i);
}
