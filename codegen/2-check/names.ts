import type { Reporter } from "../diagnostics/diagnostic.js";
import type { RawCore, RawDeclaration, RawProject } from "../model/raw.js";
import { whyNoDeclaration, whyNoField, worldMembers } from "./identifiers.js";
import { aKind, symbolKey, type NamedCore, type NamedDeclaration, type Symbols } from "./symbols.js";

/** Gives everything its qualified name, and reports names that cannot be used or that clash. */
export function nameEverything(raw: RawProject, reporter: Reporter): Symbols {
  const cores = raw.cores.map((core): NamedCore => nameCore(core, reporter));
  const declarations = raw.declarations.map((declaration) => nameDeclaration(declaration, cores, reporter));
  reportClashes(declarations, cores, reporter);
  return {
    declarations: new Map(declarations.map((declaration) => [symbolKey(declaration.raw.symbol), declaration])),
    cores: new Map(cores.map((core) => [symbolKey(core.raw.symbol), core])),
    views: new Map(raw.views.map((view) => [symbolKey(view.symbol), view])),
  };
}

function nameCore(raw: RawCore, reporter: Reporter): NamedCore {
  const { name } = raw.symbol;
  const why = worldMembers.has(name) ? "every world has a member of that name" : whyNoDeclaration(name);
  if (why !== undefined) reportName(reporter, raw.place, "a core", name, why);
  for (const feature of raw.features) {
    const whyNot = whyNoField(feature.name);
    if (whyNot !== undefined) reportName(reporter, feature.place, "a feature", feature.name, whyNot);
  }
  return { raw, name, identity: raw.was[0]?.value ?? name };
}

function nameDeclaration(raw: RawDeclaration, cores: readonly NamedCore[], reporter: Reporter): NamedDeclaration {
  const { name } = raw.symbol;
  const why = whyNoDeclaration(name);
  if (why !== undefined) reportName(reporter, raw.place, aKind(raw.kind), name, why);
  const core = coreOf(raw, cores, reporter);
  return {
    raw,
    name: `${core?.name ?? "app"}.${name}`,
    identity: raw.was[0]?.value ?? `${core?.identity ?? "app"}.${name}`,
  };
}

/** What has no name of its own is reported where it is read. */
const nameless = "default";

function reportName(reporter: Reporter, place: RawCore["place"], what: string, name: string, why: string): void {
  if (name === nameless) return;
  reporter.report("ECS2001", place, `${what} cannot be called \`${name}\``, {
    why: [`${why.charAt(0).toUpperCase()}${why.slice(1)}.`],
    help: "give it another name",
  });
}

/** The core in the same file, else the only one in the same folder. */
function coreOf(raw: RawDeclaration, cores: readonly NamedCore[], reporter: Reporter): NamedCore | undefined {
  const { file } = raw.place;
  const inFile = cores.filter((core) => core.raw.place.file === file);
  if (inFile.length > 1) {
    reporter.report("ECS2003", raw.place, `\`${raw.symbol.name}\` could belong to several cores`, {
      why: ["A declaration takes its qualified name, and so its id, from the core of its file."],
      help: "move each core with its declarations into a file of its own",
      related: inFile.map((core) => ({ place: core.raw.place, message: `\`${core.name}\` is declared here` })),
    });
  }
  if (inFile.length > 0) return inFile[0];
  const inFolder = cores.filter((core) => folderOf(core.raw.place.file) === folderOf(file));
  return inFolder.length === 1 ? inFolder[0] : undefined;
}

function folderOf(file: string): string {
  return file.slice(0, file.lastIndexOf("/") + 1);
}

/** Declarations share the generated entry point, and each has a file there; some file systems ignore case. */
function reportClashes(
  declarations: readonly NamedDeclaration[],
  cores: readonly NamedCore[],
  reporter: Reporter,
): void {
  const taken = new Map<string, NamedDeclaration>();
  const sorted = [...declarations].sort((a, b) => a.raw.symbol.name.length - b.raw.symbol.name.length);
  for (const declaration of sorted) {
    const { name } = declaration.raw.symbol;
    const other = taken.get(fold(name));
    if (other !== undefined) reportClash(reporter, declaration, other);
    for (const derived of [name, `${name}Init`, `${name}Cursor`]) {
      if (!taken.has(fold(derived))) taken.set(fold(derived), declaration);
    }
  }
  const facades = new Map<string, NamedCore>();
  for (const core of cores) {
    const other = facades.get(fold(core.name));
    if (other !== undefined) {
      reporter.report("ECS2002", core.raw.place, `\`${core.name}\` has the name of another core`, {
        why: ["A world reaches each core by its name."],
        help: "give one of the two another name",
        related: [{ place: other.raw.place, message: "the other one" }],
      });
    }
    facades.set(fold(core.name), core);
  }
}

/** `UIState`, `UiState` and `ui_state` would share a file. */
function fold(name: string): string {
  return name.replace(/_/g, "").toLowerCase();
}

function reportClash(reporter: Reporter, declaration: NamedDeclaration, other: NamedDeclaration): void {
  const name = declaration.raw.symbol.name;
  const otherName = other.raw.symbol.name;
  const why =
    name === otherName
      ? "The generated SDK exports every declaration by its name."
      : `The generated SDK would have the same name or file for it and for \`${otherName}\`.`;
  reporter.report("ECS2002", declaration.raw.place, `\`${name}\` clashes with another declaration`, {
    why: [why],
    help: "give one of the two another name, and keep its id with `was`",
    related: [{ place: other.raw.place, message: `\`${otherName}\` is declared here` }],
  });
}
