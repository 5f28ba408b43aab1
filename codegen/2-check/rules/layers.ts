import type { Reporter } from "../../diagnostics/diagnostic.js";
import type { RawFile, RawImport, RawProject, RawSystemModule } from "../../model/raw.js";
import { moduleName } from "../resolve/assess-modules.js";

/** What system modules may import of the generated files: declarations, not what joins them with system modules. */
const tokens = /^(?:components|relations|bundles|resources|events|models|validators)\//;

/** Imports point one way: system modules to cores and tokens, schemas to schemas. */
export function checkLayers(
  { files, systemModules }: Pick<RawProject, "files" | "systemModules">,
  output: string,
  reporter: Reporter,
): void {
  const owners = new Owners(systemModules);
  const roles = new Map(files.map((file) => [file.path, file.role]));
  for (const file of files) {
    const own = file.role === "system" ? owners.of(file.path) : [];
    for (const imported of file.imports) {
      if (imported.target === undefined) continue;
      const generated = below(output, imported.target);
      if (file.role === "schema") checkSchemaImport(file, imported, generated, roles.get(imported.target), reporter);
      if (file.role === "system" && generated !== undefined) checkGeneratedImport(imported, generated, reporter);
      if (file.role === "system" && roles.get(imported.target) === "config") reportJoining(imported, reporter);
      if (file.role === "system") checkModuleImport(own, imported, owners.of(imported.target), reporter);
    }
  }
}

function checkSchemaImport(
  { path }: RawFile,
  { place, specifier }: RawImport,
  generated: string | undefined,
  role: RawFile["role"] | undefined,
  reporter: Reporter,
): void {
  if (generated === undefined && role !== "system" && role !== "config") return;
  const what =
    generated === undefined ? (role === "config" ? "the configuration" : "a system module") : "generated code";
  reporter.report("ECS4001", place, `a schema imports \`${specifier}\`, which is ${what}`, {
    why: [`\`${path}\` declares what the others stand on; imports point from them to it.`],
    help: "move what both need into a schema",
  });
}

function checkGeneratedImport(imported: RawImport, generated: string, reporter: Reporter): void {
  if (!tokens.test(generated) && !(imported.typeOnly && generated === "index.ts")) reportJoining(imported, reporter);
}

function reportJoining({ place, specifier }: RawImport, reporter: Reporter): void {
  reporter.report("ECS4003", place, `a system module imports \`${specifier}\`, which joins all system modules`, {
    why: ["A module that reaches the whole app cannot be replaced or tested alone, and its imports go in a circle."],
    help: "import tokens from the file that defines them, such as `generated/components/position.js`, and take `World` from `ecsgen/schema`",
  });
}

/** A module's files are those of its folder; a file of no module is shared by all. */
function checkModuleImport(
  own: readonly RawSystemModule[],
  { place, specifier }: RawImport,
  targets: readonly RawSystemModule[],
  reporter: Reporter,
): void {
  const other = targets.find((owner) => !own.includes(owner));
  if (other === undefined) return;
  reporter.report("ECS4002", place, `\`${specifier}\` belongs to the system module \`${moduleName(other)}\``, {
    why: ["System modules import cores only, so that each can be replaced without the others."],
    help: "let a View offer what is needed, or move the shared function to a file outside both modules",
    related: [{ place: other.place, message: "declared here" }],
  });
}

/** Whose a file is. Modules that lie side by side in one folder own their own file only, others all that is below theirs. */
class Owners {
  readonly #byPath = new Map<string, RawSystemModule[]>();

  constructor(modules: readonly RawSystemModule[]) {
    const folders = modules.map(({ place }) => folderOf(place.file));
    const shared = new Set(["", ...folders.flatMap((folder) => parentsOf(folder))]);
    const fileOf = new Map<string, string>();
    for (const { place } of modules) {
      const folder = folderOf(place.file);
      if ((fileOf.get(folder) ?? place.file) !== place.file) shared.add(folder);
      fileOf.set(folder, place.file);
    }
    for (const module of modules) {
      const { file } = module.place;
      const path = shared.has(folderOf(file)) ? file : folderOf(file);
      this.#byPath.set(path, [...(this.#byPath.get(path) ?? []), module]);
    }
  }

  /** The modules that own a file: those whose own path is the longest that leads to it. */
  of(path: string): readonly RawSystemModule[] {
    for (let owned = path; owned !== ""; owned = folderOf(owned)) {
      const owners = this.#byPath.get(owned);
      if (owners !== undefined) return owners;
    }
    return [];
  }
}

/** The folders above a path, from near to far, each with its last `/`. */
function parentsOf(path: string): string[] {
  const folder = folderOf(path);
  return folder === "" ? [] : [folder, ...parentsOf(folder)];
}

/** The folder that a file or a folder is in, with its last `/`; empty for what is in none. */
function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/", path.length - 2) + 1);
}

function below(folder: string, path: string): string | undefined {
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : undefined;
}
