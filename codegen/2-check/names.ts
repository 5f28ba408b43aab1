import type { Reporter } from "../diagnostics/diagnostic.js";
import { recalled, type Recall } from "../memo/recall.js";
import type { Place } from "../model/place.js";
import type { RawBundle, RawCore, RawDeclaration, RawProject } from "../model/raw.js";
import { whyNoDeclaration, whyNoField, whyNoFile, worldMembers } from "./identifiers.js";
import { idOf } from "./ids.js";
import { reportName, reportSharedFiles } from "./report-name.js";
import { aKind, type Named, type NamedBundle, type NamedCore, type NamedDeclaration } from "./symbols.js";
import { symbolKey, type SymbolRef } from "../model/symbol.js";

/** Gives everything its qualified name, and reports names that cannot be used or that clash. */
export function nameEverything(
  raw: RawProject,
  reporter: Reporter,
  recall?: Recall<RawDeclaration, NamedDeclaration>,
): Named {
  const cores = raw.cores.map((core): NamedCore => nameCore(core, reporter));
  const owners = new Owners(cores, reporter);
  const around = { questions: {}, reporter };
  const declarations = raw.declarations.map((declaration) => {
    const core = owners.of(declaration);
    return recalled(recall, declaration, [core?.name, core?.identity], around, (_, listening) =>
      nameDeclaration(declaration, core, listening),
    );
  });
  const bundles = raw.bundles.map((bundle) => nameBundle(bundle, owners.of(bundle), reporter));
  reportClashes([...declarations.map(exportOfDeclaration), ...bundles.map(exportOfBundle)], reporter);
  reportSameCores(cores, reporter);
  reportSpawners(bundles, cores, reporter);
  return {
    declarations: bySymbol(declarations),
    bundles: bySymbol(bundles),
    cores: bySymbol(cores),
    views: new Map(raw.views.map((view) => [symbolKey(view.symbol), view])),
  };
}

/** Of two that clash in a file, the first is meant: what it is taken for is then no finding as well. */
function bySymbol<One extends { readonly raw: { readonly symbol: SymbolRef } }>(all: readonly One[]): Map<string, One> {
  const first = new Map<string, One>();
  for (const one of all) {
    const key = symbolKey(one.raw.symbol);
    if (!first.has(key)) first.set(key, one);
  }
  return first;
}

function nameCore(raw: RawCore, reporter: Reporter): NamedCore {
  const { name } = raw.symbol;
  const why = worldMembers.has(name) ? "every world has a member of that name" : whyNoCore(name);
  if (why !== undefined) reportNamed(reporter, raw.place, "a core", name, why);
  for (const feature of raw.features) {
    // Its part of a system module is in a file of its name.
    const whyNot = whyNoField(feature.name) ?? whyNoFile(feature.name);
    if (whyNot !== undefined) reportName(reporter, feature.place, "a feature", feature.name, whyNot);
  }
  reportSharedFiles(raw.features, reporter);
  const identity = raw.was[0]?.value ?? name;
  return { raw, name, identity, id: idOf("core", identity) };
}

function whyNoCore(name: string): string | undefined {
  return fold(name) === "app" ? "what belongs to no core is under that name" : whyNoDeclaration(name);
}

function nameDeclaration(raw: RawDeclaration, core: NamedCore | undefined, reporter: Reporter): NamedDeclaration {
  const { kind, symbol } = raw;
  const why = whyNoDeclaration(symbol.name);
  if (why !== undefined) reportNamed(reporter, raw.place, aKind(kind), symbol.name, why);
  const name = `${core?.name ?? "app"}.${symbol.name}`;
  const identity = raw.was[0]?.value ?? `${core?.identity ?? "app"}.${symbol.name}`;
  const id = idOf(kind, identity);
  return {
    raw,
    identity,
    former: formerNames(raw, core, name),
    head: { kind, storage: raw.storage.value, called: symbol.name, name, id, random: raw.random },
  };
}

/** Its own `was`, and its name of now under each former name of its core. */
function formerNames({ was, symbol }: RawDeclaration | RawBundle, core: NamedCore | undefined, name: string): string[] {
  const ofCore = (core?.raw.was ?? []).map((former) => `${former.value}.${symbol.name}`);
  const all = new Set([...was.map((former) => former.value), ...ofCore]);
  all.delete(name);
  return [...all];
}

function nameBundle(raw: RawBundle, core: NamedCore | undefined, reporter: Reporter): NamedBundle {
  const { name } = raw.symbol;
  const token = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const why = whyNoDeclaration(token);
  if (why !== undefined) reportNamed(reporter, raw.place, `a ${raw.kind}`, name, why);
  const identity = raw.was[0]?.value ?? `${core?.identity ?? "app"}.${name}`;
  const qualified = `${core?.name ?? "app"}.${name}`;
  const former = formerNames(raw, core, qualified);
  return { raw, token, name: qualified, identity, former, id: idOf("bundle", identity) };
}

/** What has no name of its own is reported where it is read. */
const nameless = "default";

function reportNamed(reporter: Reporter, place: Place, what: string, name: string, why: string): void {
  if (name !== nameless) reportName(reporter, place, what, name, why);
}

/** Whose a declaration or bundle is: of the core in the same file, else of the only one in the same folder. */
class Owners {
  readonly #byFile: ReadonlyMap<string, readonly NamedCore[]>;
  readonly #byFolder: ReadonlyMap<string, readonly NamedCore[]>;
  readonly #reporter: Reporter;

  constructor(cores: readonly NamedCore[], reporter: Reporter) {
    this.#byFile = grouped(cores, ({ raw }) => raw.place.file);
    this.#byFolder = grouped(cores, ({ raw }) => folderOf(raw.place.file));
    this.#reporter = reporter;
  }

  of({ place, symbol }: RawDeclaration | RawBundle): NamedCore | undefined {
    const inFile = this.#byFile.get(place.file) ?? [];
    if (inFile.length > 1) {
      this.#reporter.report("ECS2003", place, `\`${symbol.name}\` could belong to several cores`, {
        why: ["A declaration takes its qualified name, and so its id, from the core of its file."],
        help: "move each core with its declarations into a file of its own",
        related: inFile.map((core) => ({ place: core.raw.place, message: `\`${core.name}\` is declared here` })),
      });
    }
    if (inFile.length > 0) return inFile[0];
    const inFolder = this.#byFolder.get(folderOf(place.file)) ?? [];
    return inFolder.length === 1 ? inFolder[0] : undefined;
  }
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
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
  /** Of names that follow from the token's, what comes behind it, as `fold` makes it. */
  readonly suffixes: readonly string[];
}

function exportOfDeclaration({ raw }: NamedDeclaration): Exported {
  const { name } = raw.symbol;
  return { name, place: raw.place, token: name, suffixes: ["init", "cursor"] };
}

function exportOfBundle({ raw, token }: NamedBundle): Exported {
  return { name: raw.symbol.name, place: raw.place, token, suffixes: ["init"] };
}

/** All share the generated entry point, and each has a file; some file systems ignore case. */
function reportClashes(exported: readonly Exported[], reporter: Reporter): void {
  const taken = new Map<string, Exported>();
  const sorted = [...exported].sort((a, b) => a.token.length - b.token.length);
  for (const one of sorted) {
    const token = fold(one.token);
    const other = taken.get(token);
    if (other !== undefined) reportClash(reporter, one, other);
    for (const name of [token, ...one.suffixes.map((suffix) => token + suffix)]) {
      if (!taken.has(name)) taken.set(name, one);
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
  return (name.includes("_") ? name.replaceAll("_", "") : name).toLowerCase();
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
