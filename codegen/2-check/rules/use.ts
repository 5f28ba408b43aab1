import { recalledOne, type Recall } from "../../memo/recall.js";
import type { Reporter } from "../../diagnostics/diagnostic.js";
import type { Located } from "../../model/place.js";
import type { Mentions, Program } from "../../model/program.js";
import type { RawApp, RawCore, RawDeclaration, RawFunction, RawProject, RawRun, RawType } from "../../model/raw.js";
import { symbolKey, type SymbolRef } from "../../model/symbol.js";

/** What an entity must have one of, for a line of a schedule to run. */
interface Demand {
  /** Name of the function that the line runs. */
  readonly called: string;
  readonly oneOf: readonly Located<RawDeclaration>[];
}

/** What functions and bundles held in earlier rounds of a session. */
export type HeldRecall = Recall<object, Held>;

/** Warns of what an app declares and never uses, and of filters that no entity can pass for want of who would add it. */
export function checkUse(raw: RawProject, program: Program, reporter: Reporter, recall?: HeldRecall): void {
  const { app, views, systemModules, bundles } = raw;
  if (app === undefined) return;
  const own = ownDeclarations(raw);
  const held = recalledOne(recall, [app, views, systemModules, bundles], () => heldSymbols(raw));
  const unused = withoutUse(raw, own, held);
  const demands = withoutGiver(raw, own, held);
  const asked = [...unused, ...demands.flatMap(({ oneOf }) => oneOf.map(({ value }) => value))];
  if (asked.length === 0) return;
  const mentions = program.mentions([...new Set(asked.map(({ symbol }) => symbol.name))]);
  if (mentions === undefined) return;
  reportUnused(unused, mentions, reporter);
  reportDemands(demands, mentions, reporter);
}

/** What the project itself declares; packages declare for others as well. */
interface Own {
  readonly all: readonly RawDeclaration[];
  find(symbol: SymbolRef): RawDeclaration | undefined;
}

function ownDeclarations({ files, declarations }: RawProject): Own {
  const schemas = new Set(files.flatMap(({ path, role }) => (role === "schema" ? [path] : [])));
  const all = declarations.filter(({ place }) => schemas.has(place.file));
  // Two of one name are an error, so names tell them apart; most names in a project are no declarations.
  const byName = new Map(all.map((declaration) => [declaration.symbol.name, declaration]));
  const find = ({ file, name }: SymbolRef): RawDeclaration | undefined => {
    const found = byName.get(name);
    return found?.symbol.file === file ? found : undefined;
  };
  return { all, find };
}

/** Symbols: their names, by their files. */
type Held = ReadonlyMap<string, ReadonlySet<string>>;

function isHeld({ file, name }: SymbolRef, held: Held): boolean {
  return held.get(file)?.has(name) === true;
}

/** What functions take and bundles are made of: whoever calls or spawns them has entities with it. */
function heldSymbols({ app, views, systemModules, bundles }: RawProject): Held {
  const provisions = systemModules.flatMap(({ provides }) => provides);
  const implementations = [...(app?.functions ?? []), ...provisions.flatMap(({ functions }) => functions)];
  const held = new Map<string, Set<string>>();
  const add = ({ file, name }: SymbolRef): void => {
    const names = held.get(file);
    if (names === undefined) held.set(file, new Set([name]));
    else names.add(name);
  };
  for (const view of views) view.functions.forEach((declared) => addNames(declared, add));
  for (const { signature } of implementations) addNames(signature, add);
  for (const { components } of bundles) components.forEach(({ component }) => add(component.value));
  return held;
}

type Add = (symbol: SymbolRef) => void;

function addNames({ typeParameters, parameters, returns }: RawFunction, add: Add): void {
  for (const { names } of typeParameters) names.forEach(({ symbol }) => add(symbol));
  for (const { type } of parameters) if (type !== undefined) addType(type, add);
  if (returns !== undefined) addType(returns, add);
}

/** An alias is one of the names, what it stands for is the symbol. */
function addType({ symbol, names, arguments: given, properties = [] }: RawType, add: Add): void {
  if (symbol !== undefined) add(symbol);
  names.forEach((name) => add(name.symbol));
  given.forEach((argument) => addType(argument, add));
  properties.forEach(({ type }) => addType(type, add));
}

function withoutUse({ app, cores }: RawProject, own: Own, held: Held): RawDeclaration[] {
  const lines = linesOf([...cores, ...(app === undefined ? [] : [app])]);
  const filtered = new Set(lines.flatMap(filterUses).map((symbol) => own.find(symbol)));
  return own.all.filter(
    (declaration) => !isShared(declaration) && !isHeld(declaration.symbol, held) && !filtered.has(declaration),
  );
}

/** Schemas outside of the project's folder are those of other apps as well. */
function isShared({ place }: RawDeclaration): boolean {
  return place.file.startsWith("../");
}

function withoutGiver(raw: RawProject, own: Own, held: Held): Demand[] {
  return scheduledLines(raw).flatMap((line) =>
    demandsOf(line).flatMap((part) => {
      const oneOf = part.flatMap(({ value, place }) => {
        const declaration = own.find(value);
        return declaration === undefined || isHeld(value, held) ? [] : [{ value: declaration, place }];
      });
      return oneOf.length === part.length ? [{ called: calledBy(line), oneOf }] : [];
    }),
  );
}

/** What runs in a step of the app. */
function scheduledLines({ app, cores }: RawProject): RawRun[] {
  const used = new Set(app?.uses.map(({ core }) => symbolKey(core)));
  const usedCores = cores.filter(({ symbol }) => used.has(symbolKey(symbol)));
  return linesOf([...usedCores, ...(app === undefined ? [] : [app])]);
}

function linesOf(scheduled: readonly (RawCore | RawApp)[]): RawRun[] {
  return scheduled.flatMap(({ schedule }) => schedule.flatMap(({ runs }) => runs));
}

function filterUses({ with: with_, without, any, changes: { changed, added, removed } }: RawRun): SymbolRef[] {
  return with_.concat(without, any, changed, added, removed).map(({ value }) => value);
}

/** Parts of which an entity must have one each. What was removed, it had once, so that counts as well. */
function demandsOf({ with: with_, any, changes: { changed, added, removed } }: RawRun): RawRun["any"][] {
  return [...with_.map((element) => [element]), any, changed, added, removed].filter((part) => part.length > 0);
}

function calledBy({ run }: RawRun): string {
  return run.kind === "view" ? run.name.slice(run.name.indexOf(".") + 1) : run.symbol.name;
}

function reportUnused(unused: readonly RawDeclaration[], { declared, code }: Mentions, reporter: Reporter): void {
  for (const { kind, storage, symbol, place } of unused) {
    if (declared.has(symbol.name) || code.has(symbol.name)) continue;
    const marker = kind === "component" && storage.value !== "table" && storage.value !== "sparse";
    reporter.report("ECS2031", place, `\`${symbol.name}\` is used nowhere`, {
      why: [`No function, schedule, bundle or other code of this project names the ${marker ? storage.value : kind}.`],
      help: "remove it, or name it where it is needed: in a function, a schedule, a bundle or your program",
    });
  }
}

function reportDemands(demands: readonly Demand[], { code }: Mentions, reporter: Reporter): void {
  for (const { called, oneOf } of demands) {
    const [first] = oneOf;
    if (first === undefined || oneOf.some(({ value }) => code.has(value.symbol.name))) continue;
    const names = oneOf.map(({ value }) => `\`${value.symbol.name}\``).join(" or ");
    reporter.report("ECS2032", first.place, `\`${called}\` can never run: nothing has ${names}`, {
      why: ["No bundle has it, and no code of this project names it, so no entity ever gets it."],
      help: `give it to entities, as in \`${givingOf(first.value)}\`, or remove it from the filter`,
    });
  }
}

function givingOf({ kind, symbol }: RawDeclaration): string {
  return kind === "relation"
    ? `world.relations.add(source, ${symbol.name}, target)`
    : `world.add(entity, ${symbol.name})`;
}
