import { posix } from "node:path";
import { parseSource } from "../compiler/parse-source.js";
import type { SourceSyntax } from "../compiler/syntax.js";
import { kebab } from "../model/file-name.js";
import type { RawFunction } from "../model/raw.js";
import { addFunctions, type MissingFunction } from "./add-functions.js";
import { addImports } from "./add-imports.js";
import { addMembers } from "./add-member.js";
import { findModule, namespaceFile, type ModuleSyntax, provisionOf } from "./module-index.js";
import { ScaffoldError } from "./scaffold-error.js";
import type { ImportEnding } from "../model/import-ending.js";
import { fileBehind, isProjectFile } from "./specifiers.js";
import type { NeededName } from "./stub.js";
import { insertAll, type Insertion, parserText } from "./text-edits.js";
import type { SymbolRef } from "../model/symbol.js";

/** A feature with the functions of its View. */
export interface FeatureToProvide {
  readonly name: string;
  readonly functions: readonly RawFunction[];
}

/** What to scaffold. Paths are relative to the project's root. */
export interface ScaffoldTask {
  readonly core: SymbolRef;
  /** The name by which qualified names call the core. */
  readonly coreName: string;
  /** The file that declares the system module, or will. */
  readonly index: string;
  readonly features: readonly FeatureToProvide[];
  /** Features for which the app asks and which an existing module does not provide, unless its author said which are meant. */
  readonly absent: readonly string[];
  readonly ending: ImportEnding;
}

/** A file that is new or gets more. */
export interface ScaffoldedFile {
  readonly path: string;
  readonly created: boolean;
  readonly text: string;
  /** Qualified names of the functions that were added to it. */
  readonly added: readonly string[];
}

/**
 * Adds to a system module what it lacks of some features, and makes it when it is not there. Gives only files that
 * change; writes nothing.
 * @throws ScaffoldError when a file is written in a way that cannot be added to safely.
 */
export function scaffoldModule(task: ScaffoldTask, read: (path: string) => string | undefined): ScaffoldedFile[] {
  const existing = read(task.index);
  const text = existing ?? newIndex(task);
  const source = parseSource(task.index, text);
  const module = findModule(source);
  if (module === undefined) throw noModule(task.index);
  const parts = task.features.map((feature) => provide(feature, { task, source, module, read }));
  const files = new Map<string, MissingFunction[]>();
  for (const { file, missing } of parts) files.set(file, [...(files.get(file) ?? []), ...missing]);
  const withMembers = editIndex(
    text,
    source,
    parts.flatMap(({ edit }) => edit ?? []),
    task,
  );
  const current = (path: string): string => (path === task.index ? withMembers : (read(path) ?? ""));
  const paths = [...new Set([...files.keys(), task.index])];
  return paths.flatMap((path) => {
    const missing = files.get(path) ?? [];
    const before = read(path);
    const after = addFunctions(path, current(path), missing, task.ending);
    if (after === before) return [];
    return [{ path, created: before === undefined, text: after, added: missing.map(({ qualified }) => qualified) }];
  });
}

/** A module that provides nothing yet. */
function newIndex({ core, coreName, index, ending }: ScaffoldTask): string {
  const empty = parseSource(index, "");
  const names: NeededName[] = [
    { local: "systemModule", imported: "systemModule", file: "ecsgen/schema", typeOnly: false },
    { local: coreName, imported: core.name, file: core.file, typeOnly: false },
  ];
  const imports = insertAll("", addImports(empty, "", names, ending));
  return `${imports}\nexport default systemModule({ core: ${coreName}, provides: {} });\n`;
}

interface Module {
  readonly task: ScaffoldTask;
  readonly source: SourceSyntax;
  readonly module: ModuleSyntax;
  readonly read: (path: string) => string | undefined;
}

/** What one feature needs: functions in a file, and an edit of the index. */
interface Part {
  readonly file: string;
  readonly missing: readonly MissingFunction[];
  readonly edit: IndexEdit | undefined;
}

interface IndexEdit {
  readonly object: ModuleSyntax["provides"];
  readonly members: readonly string[];
  readonly names: readonly NeededName[];
}

function provide(feature: FeatureToProvide, module: Module): Part {
  const provision = provisionOf(module.source, module.module.provides, feature.name);
  switch (provision.kind) {
    case "none":
      return provideNew(feature, module);
    case "namespace":
      return { file: provision.file, missing: missingIn(provision.file, feature, module), edit: undefined };
    case "object": {
      const missing = feature.functions.filter(({ name }) => !provision.names.includes(name));
      return provideInObject(feature, missing, provision.object, module);
    }
    case "other":
      throw new ScaffoldError(
        `\`${module.task.index}\` provides \`${feature.name}\` in a form that nothing can be added to`,
        `write \`import * as ${feature.name} from "./${feature.name}.js"\` and \`provides: { ${feature.name} }\``,
      );
  }
}

/** A file of its own beside the index, imported as a namespace. */
function provideNew(feature: FeatureToProvide, module: Module): Part {
  const { task, source } = module;
  const file = posix.join(posix.dirname(task.index), `${kebab(feature.name)}.ts`);
  const known = namespaceFile(source, feature.name) === file;
  const names: NeededName[] = known ? [] : [{ local: feature.name, imported: "*", file, typeOnly: false }];
  const edit = { object: module.module.provides, members: [feature.name], names };
  return { file, missing: missingIn(file, feature, module), edit };
}

/** Beside the functions that the literal has already, or in the index itself. */
function provideInObject(
  feature: FeatureToProvide,
  functions: readonly RawFunction[],
  object: ModuleSyntax["provides"],
  module: Module,
): Part {
  const { task } = module;
  const file = siblingFile(object, module) ?? task.index;
  if (functions.length === 0) return { file, missing: [], edit: undefined };
  const present = file === task.index ? new Set<string>() : exportsOf(file, module);
  const lacking = functions.filter(({ name }) => !present.has(name));
  const names = functions.map(({ name }): NeededName => ({ local: name, imported: name, file, typeOnly: false }));
  const edit = { object, members: functions.map(({ name }) => name), names: file === task.index ? [] : names };
  return { file, missing: qualify(feature, lacking, task), edit };
}

function siblingFile(object: ModuleSyntax["provides"], { source, task }: Module): string | undefined {
  const [first] = object.members;
  if (first?.value.kind !== "name") return undefined;
  const found = source.bindings.get(first.value.name);
  const file = found && fileBehind(task.index, found.specifier);
  return file !== undefined && isProjectFile(file) ? file : undefined;
}

function missingIn(file: string, feature: FeatureToProvide, module: Module): MissingFunction[] {
  const present = exportsOf(file, module);
  return qualify(
    feature,
    feature.functions.filter(({ name }) => !present.has(name)),
    module.task,
  );
}

function exportsOf(file: string, { read }: Module): ReadonlySet<string> {
  const { exports, reexports } = parseSource(file, read(file) ?? "");
  return new Set([...exports.keys(), ...reexports.flatMap(({ exported }) => exported ?? [])]);
}

function qualify(feature: FeatureToProvide, functions: readonly RawFunction[], task: ScaffoldTask): MissingFunction[] {
  return functions.map((view) => ({ qualified: `${task.coreName}.${feature.name}.${view.name}`, view }));
}

function editIndex(text: string, source: SourceSyntax, edits: readonly IndexEdit[], task: ScaffoldTask): string {
  if (edits.length === 0) return text;
  const plain = parserText(text);
  const objects = [...new Set(edits.map(({ object }) => object))];
  const members = objects.flatMap((object): Insertion[] => {
    const added = edits.filter((edit) => edit.object === object).flatMap((edit) => edit.members);
    return addMembers(plain, object, added);
  });
  const names = edits.flatMap((edit) => edit.names);
  const edited = insertAll(text, [...addImports(source, plain, names, task.ending), ...members]);
  // Comments, casts and the like can stand where nobody expects them: what does not parse as intended is not written.
  const module = findModule(parseSource(task.index, edited));
  const provided = new Set(module?.provides.members.map(({ name }) => name));
  if (task.features.every(({ name }) => provided.has(name))) return edited;
  throw noModule(task.index);
}

function noModule(index: string): ScaffoldError {
  return new ScaffoldError(
    `\`${index}\` declares no system module that can be added to`,
    "write it as `export default systemModule({ core: motion, provides: { integration } })`",
  );
}
