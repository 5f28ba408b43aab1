// What a package does not offer can be imported by its path only, which leads out of the project.
import type { Reporter } from "../../diagnostics/diagnostic.js";
import type { Contract, Field, FieldType } from "../../model/contract.js";
import type { Place } from "../../model/place.js";
import type { RawProject } from "../../model/raw.js";
import type { ResolvedApp, ResolvedCore, Sources } from "../../model/resolution.js";
import { symbolKey, type SymbolRef } from "../../model/symbol.js";
import type { Symbols } from "../symbols.js";

/** What generated files of an app import. */
export interface Imported {
  readonly app: ResolvedApp;
  readonly contract: Contract;
  readonly sources: Sources;
}

/** Warns of functions, Views and types that the app takes from files of packages to which no entry of `exports` leads. */
export function checkOffered(
  { files, app: written }: RawProject,
  { app, contract, sources }: Imported,
  symbols: Symbols,
  reporter: Reporter,
): void {
  const hidden = new Set(files.flatMap(({ path, role }) => (role === "package" ? [path] : [])));
  if (hidden.size === 0) return;
  const uses = written?.uses ?? [];
  const listed = uses.flatMap(({ systems }) => systems);
  for (const core of app.cores) {
    // All features of a core are provided by one module.
    const { module = "", moduleFile } = core.features[0] ?? {};
    const functions = core.features.flatMap((feature) => feature.functions);
    const ofModule = functions.filter(({ symbol }) => hidden.has(symbol.file));
    report(
      `\`${module}\` has functions`,
      "systems",
      ofModule,
      listed.find(({ value }) => value.file === moduleFile),
      reporter,
    );
    const types = typesOf(core, contract).flatMap((name) => {
      const symbol = sources.symbols.get(name);
      return symbol !== undefined && hidden.has(symbol.file) ? [{ name: symbol.name, symbol }] : [];
    });
    const use = uses.find((each) => symbols.core(symbolKey(each.core))?.name === core.core);
    report(`\`${core.core}\` has types`, "schema", types, use, reporter);
  }
}

function report(
  who: string,
  folder: string,
  unoffered: readonly { readonly name: string; readonly symbol: SymbolRef }[],
  at: { readonly place: Place } | undefined,
  reporter: Reporter,
): void {
  if (at === undefined || unoffered.length === 0) return;
  const where = unoffered.map(({ name, symbol }) => `\`${name}\` is in \`${symbol.file}\`.`);
  reporter.report("ECS3013", at.place, `${who} in files that its package does not offer`, {
    why: [...where, "Generated files import them by that path, which leads nowhere once the package is built."],
    help: `let an entry of \`exports\` lead there, such as \`"./${folder}/*": { "ecsgen": "./${folder}/*.ts", … }\``,
  });
}

/** The Views that an app needs of a core, which prove what implements them, and what holds objects, whose types they are. */
function typesOf({ core, features }: ResolvedCore, contract: Contract): string[] {
  const required = new Set(features.map(({ feature }) => feature));
  const views = contract.cores
    .filter(({ name }) => name === core)
    .flatMap((declared) => declared.features.filter(({ name }) => required.has(name)).map(({ view }) => view.name));
  const { components, relations, resources, events, models } = contract;
  const holders = [components, relations, resources, events, models].flatMap((kind) =>
    kind.filter(({ name, fields }) => name.startsWith(`${core}.`) && fields.some(hasObject)),
  );
  return [...views, ...holders.map(({ name }) => name)];
}

function hasObject({ type }: Field): boolean {
  return holdsObject(type);
}

function holdsObject(type: FieldType): boolean {
  switch (type.kind) {
    case "object":
      return true;
    case "struct":
      return type.fields.some(hasObject);
    case "list":
    case "map":
      return holdsObject(type.of);
    case "union":
      return type.shapes.some(({ fields }) => fields.some(hasObject));
    default:
      return false;
  }
}
