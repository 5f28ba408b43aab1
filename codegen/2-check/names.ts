import type { Reporter } from "../diagnostics/diagnostic.js";
import type { Place } from "../model/place.js";
import type { RawBundle, RawCore, RawDeclaration, RawProject } from "../model/raw.js";
import { whyNoDeclaration, whyNoField, worldMembers } from "./identifiers.js";
import { aKind, symbolKey, type NamedBundle, type NamedCore, type NamedDeclaration, type Symbols } from "./symbols.js";

/** Gives everything its qualified name, and reports names that cannot be used or that clash. */
export function nameEverything(raw: RawProject, reporter: Reporter): Symbols {
  const cores = raw.cores.map((core): NamedCore => nameCore(core, reporter));
  const declarations = raw.declarations.map((declaration) => nameDeclaration(declaration, cores, reporter));
  const bundles = raw.bundles.map((bundle) => nameBundle(bundle, cores, reporter));
  reportClashes([...declarations.map(exportOfDeclaration), ...bundles.map(exportOfBundle)], reporter);
  reportSameCores(cores, reporter);
  reportSpawners(bundles, cores, reporter);
  return {
    declarations: new Map(declarations.map((declaration) => [symbolKey(declaration.raw.symbol), declaration])),
    bundles: new Map(bundles.map((bundle) => [symbolKey(bundle.raw.symbol), bundle])),
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

function nameBundle(raw: RawBundle, cores: readonly NamedCore[], reporter: Reporter): NamedBundle {
  const { name } = raw.symbol;
  const token = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const why = whyNoDeclaration(token);
  if (why !== undefined) reportName(reporter, raw.place, `a ${raw.kind}`, name, why);
  const core = coreOf(raw, cores, reporter);
  return {
    raw,
    token,
    name: `${core?.name ?? "app"}.${name}`,
    identity: raw.was[0]?.value ?? `${core?.identity ?? "app"}.${name}`,
  };
}

/** What has no name of its own is reported where it is read. */
const nameless = "default";

function reportName(reporter: Reporter, place: Place, what: string, name: string, why: string): void {
  if (name === nameless) return;
  reporter.report("ECS2001", place, `${what} cannot be called \`${name}\``, {
    why: [`${why.charAt(0).toUpperCase()}${why.slice(1)}.`],
    help: "give it another name",
  });
}

/** The core in the same file, else the only one in the same folder. */
function coreOf(
  raw: RawDeclaration | RawBundle,
  cores: readonly NamedCore[],
  reporter: Reporter,
): NamedCore | undefined {
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

/** What the generated entry point exports for a declaration or bundle. */
interface Exported {
  /** As the author wrote it. */
  readonly name: string;
  readonly place: Place;
  readonly token: string;
  /** Names that follow from the token's. */
  readonly derived: readonly string[];
}

function exportOfDeclaration({ raw }: NamedDeclaration): Exported {
  const { name } = raw.symbol;
  return { name, place: raw.place, token: name, derived: [`${name}Init`, `${name}Cursor`] };
}

function exportOfBundle({ raw, token }: NamedBundle): Exported {
  return { name: raw.symbol.name, place: raw.place, token, derived: [`${token}Init`] };
}

/** All share the generated entry point, and each has a file; some file systems ignore case. */
function reportClashes(exported: readonly Exported[], reporter: Reporter): void {
  const taken = new Map<string, Exported>();
  const sorted = [...exported].sort((a, b) => a.token.length - b.token.length);
  for (const one of sorted) {
    const other = taken.get(fold(one.token));
    if (other !== undefined) reportClash(reporter, one, other);
    for (const name of [one.token, ...one.derived]) {
      if (!taken.has(fold(name))) taken.set(fold(name), one);
    }
  }
}

function reportSameCores(cores: readonly NamedCore[], reporter: Reporter): void {
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

/** The world has two members for every bundle, beside its own and its cores. */
function reportSpawners(bundles: readonly NamedBundle[], cores: readonly NamedCore[], reporter: Reporter): void {
  const taken = new Map<string, Place | undefined>([...worldMembers].map((name) => [name, undefined]));
  for (const { name, raw } of cores) taken.set(name, raw.place);
  const different = new Map(bundles.map((bundle) => [fold(bundle.token), bundle]));
  for (const { raw, token } of different.values()) {
    const clash = spawnersOf(token).find((name) => taken.has(name));
    const place = clash === undefined ? undefined : taken.get(clash);
    if (clash !== undefined) reportSpawner(reporter, raw, clash, place);
    for (const name of spawnersOf(token)) taken.set(name, raw.place);
  }
}

function spawnersOf(token: string): string[] {
  return [`spawn${token}`, `spawn${token}Many`];
}

function reportSpawner(
  reporter: Reporter,
  { place, symbol }: RawBundle,
  member: string,
  other: Place | undefined,
): void {
  reporter.report("ECS2002", place, `\`${symbol.name}\` would make a second member \`${member}\` of the world`, {
    why: ["The world has the members `spawn…` and `spawn…Many` for every bundle and prefab."],
    help: "give it another name",
    related: other === undefined ? [] : [{ place: other, message: "the first one follows from this" }],
  });
}

/** `UIState`, `UiState` and `ui_state` would share a file. */
function fold(name: string): string {
  return name.replace(/_/g, "").toLowerCase();
}

function reportClash(reporter: Reporter, { name, place }: Exported, other: Exported): void {
  const why =
    name === other.name
      ? "The generated SDK exports every declaration by its name."
      : `The generated SDK would have the same name or file for it and for \`${other.name}\`.`;
  reporter.report("ECS2002", place, `\`${name}\` clashes with another declaration`, {
    why: [why],
    help: "give one of the two another name, and keep its id with `was`",
    related: [{ place: other.place, message: `\`${other.name}\` is declared here` }],
  });
}
