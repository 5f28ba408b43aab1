import { posix } from "node:path";
import { suggestion } from "../diagnostics/suggest.js";
import { parseSource } from "../compiler/parse-source.js";
import type { RawCore, RawFeature, RawProject, RawSystemModule } from "../model/raw.js";
import { findModule, provisionOf } from "./module-index.js";
import { ScaffoldError } from "./scaffold-error.js";
import type { FeatureToProvide, ScaffoldTask } from "./scaffold-module.js";
import { importEndingOf } from "../model/import-ending.js";
import type { SymbolRef } from "../model/symbol.js";

/** What the author asked for. */
export interface ScaffoldRequest {
  /** The name of a core, or the name or path of a system module. */
  readonly target: string;
  /** Where a new module goes: a name below `systems`, or a path. */
  readonly folder: string | undefined;
  readonly features: readonly string[] | undefined;
}

/** The text of a file of the project; undefined when it is not there. */
type Read = (path: string) => string | undefined;

/**
 * Finds out what is to be scaffolded.
 * @throws ScaffoldError when a name is unknown.
 */
export function scaffoldTask(raw: RawProject, request: ScaffoldRequest, read: Read): ScaffoldTask {
  const { core, index } = findTarget(raw, request, read);
  const asked = required(raw, core);
  const wanted = request.features ?? providedBy(index, core, read) ?? asked;
  for (const name of wanted) requireFeature(core, name);
  const features = core.features.filter(({ name }) => wanted.includes(name)).map((feature) => toProvide(raw, feature));
  const absent = request.features === undefined ? asked.filter((name) => !wanted.includes(name)) : [];
  return { core: core.symbol, coreName: core.symbol.name, index, features, absent, ending: importEndingOf(raw.files) };
}

function findTarget(
  raw: RawProject,
  { target, folder }: ScaffoldRequest,
  read: Read,
): { core: RawCore; index: string } {
  const core = raw.cores.find(({ symbol }) => symbol.name === target);
  if (core !== undefined) return { core, index: indexIn(folder ?? target) };
  const module = raw.systemModules.find((candidate) => isCalled(candidate, target));
  if (module === undefined) throw unknownTarget(raw, target, read);
  if (folder !== undefined) {
    throw new ScaffoldError(`\`${target}\` is a system module and has its place`, "leave out the folder");
  }
  const served = raw.cores.find(({ symbol }) => module.core !== undefined && isSame(symbol, module.core));
  if (served === undefined) throw new ScaffoldError(`the core of \`${target}\` is unknown`, "run `ecsgen validate`");
  return { core: served, index: module.symbol.file };
}

/** `verlet` → `systems/verlet/index.ts`; a path is taken as it is. */
function indexIn(folder: string): string {
  if (folder === "") throw new ScaffoldError("the folder has no name", "name one below `systems`, or a path");
  const path = posix.normalize(folder.replaceAll("\\", "/")).replace(/\/$/, "");
  if (path.startsWith("../") || path.startsWith("/") || path === "..") {
    throw new ScaffoldError(`\`${folder}\` is outside of the project`, "name a folder inside of it");
  }
  if (path.endsWith(".ts")) return path;
  return path.includes("/") ? `${path}/index.ts` : `systems/${path}/index.ts`;
}

function isCalled(module: RawSystemModule, target: string): boolean {
  const { file } = module.symbol;
  return (
    nameOf(module) === target || file === target || posix.dirname(file) === posix.normalize(target).replace(/\/$/, "")
  );
}

/** Its exported name, or the name of its folder for a default export. */
function nameOf({ symbol }: RawSystemModule): string {
  if (symbol.name !== "default") return symbol.name;
  const file = posix.basename(symbol.file, ".ts");
  return file === "index" ? posix.basename(posix.dirname(symbol.file)) : file;
}

function unknownTarget(raw: RawProject, target: string, read: Read): ScaffoldError {
  const unlisted = unlistedModule(target, read);
  if (unlisted !== undefined) {
    const help = "import it in `ecsgen.config.ts`, and name it in `systems`";
    return new ScaffoldError(`\`${unlisted}\` is no system module of the app`, help);
  }
  const known = [...raw.cores.map(({ symbol }) => symbol.name), ...raw.systemModules.map(nameOf)];
  const help =
    known.length === 0
      ? "declare a core first: a system module implements the Views of one"
      : suggestion(target, known);
  return new ScaffoldError(`there is no core and no system module \`${target}\``, help);
}

/** A module that is there, but that no configuration names: it was made a moment ago. */
function unlistedModule(target: string, read: Read): string | undefined {
  const places = [target, `${target}/index.ts`, `systems/${target}/index.ts`].map((path) => posix.normalize(path));
  return places.find((path) => /^(?!\.\.?\/|\/).*\.ts$/.test(path) && read(path) !== undefined);
}

function requireFeature(core: RawCore, name: string): void {
  const known = core.features.map((feature) => feature.name);
  if (known.includes(name)) return;
  throw new ScaffoldError(`core \`${core.symbol.name}\` has no feature \`${name}\``, suggestion(name, known));
}

/** The features that an existing module names already; undefined for a module that is not there or names none. */
function providedBy(index: string, core: RawCore, read: Read): readonly string[] | undefined {
  const text = read(index);
  if (text === undefined) return undefined;
  const source = parseSource(index, text);
  const module = findModule(source);
  if (module === undefined) return undefined;
  const names = core.features
    .map(({ name }) => name)
    .filter((name) => provisionOf(source, module.provides, name).kind !== "none");
  return names.length === 0 ? undefined : names;
}

/** What the app asks of a core, with all that it implies; all features when it asks for none. */
function required(raw: RawProject, core: RawCore): readonly string[] {
  const uses = raw.app?.uses.filter((use) => isSame(use.core, core.symbol)) ?? [];
  const asked = uses.flatMap(({ features }) => features.map(({ value }) => value));
  if (asked.length === 0) return core.features.map(({ name }) => name);
  const closed = new Set(asked);
  // A set that grows while it is walked is walked to its end.
  for (const name of closed) {
    const feature = core.features.find((candidate) => candidate.name === name);
    for (const { value } of feature?.implies ?? []) closed.add(value);
  }
  return core.features.map(({ name }) => name).filter((name) => closed.has(name));
}

function toProvide(raw: RawProject, feature: RawFeature): FeatureToProvide {
  const view = raw.views.find(({ symbol }) => isSame(symbol, feature.view));
  return { name: feature.name, functions: view?.functions ?? [] };
}

function isSame(a: SymbolRef, b: SymbolRef): boolean {
  return a.file === b.file && a.name === b.name;
}
