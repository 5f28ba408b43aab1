// Parameters that are whole queries: `bodies: Query<{ position: Position; mass?: Mass }, { without: [Pinned] }>`.
import type { Reporter } from "../diagnostics/diagnostic.js";
import { suggestion } from "../diagnostics/suggest.js";
import { compareText } from "../model/compare.js";
import type { QuerySource, QueryTerm, ViewFunction } from "../model/contract.js";
import type { Located, Place } from "../model/place.js";
import type { RawFunction, RawProperty, RawType } from "../model/raw.js";
import { checkChanges } from "./schedule/changes.js";
import {
  aKind,
  declarationOf,
  isLost,
  isQuery,
  meantBy,
  wordOf,
  type DeclarationHead,
  type Symbols,
} from "./symbols.js";
import { whyNoField } from "./identifiers.js";
import { reportName } from "./report-name.js";
import type { SymbolRef } from "../model/symbol.js";

/** A row of the world is the way to the next one as well. */
const ofWalks: ReadonlySet<string> = new Set(["done", "next", "value"]);

const filterParts = ["with", "without", "any"] as const;
const changeParts = ["changed", "added", "removed"] as const;
const parts = [...filterParts, ...changeParts];

/** Proves the type of a query. */
export function querySource(type: RawType, symbols: Symbols, reporter: Reporter): QuerySource {
  const [row, narrowed] = type.arguments;
  const terms = row === undefined ? [] : rowTerms(row, symbols, reporter);
  if (row === undefined) reportRow(type, reporter);
  const narrowing = narrowed === undefined ? nothing : narrowingOf(narrowed, symbols, reporter);
  if (row?.properties !== undefined) reportTerms(row, terms, narrowing, type, reporter);
  return { kind: "query", terms, ...narrowing };
}

type Narrowing = Pick<QuerySource, (typeof filterParts)[number] | "changes">;

const nothing: Narrowing = { with: [], without: [], any: [], changes: undefined };

function rowTerms(row: RawType, symbols: Symbols, reporter: Reporter): QueryTerm[] {
  if (row.properties === undefined) reportRow(row, reporter);
  return [...(row.properties ?? [])]
    .sort((a, b) => compareText(a.name, b.name))
    .flatMap((property) => {
      const source = termSource(property, symbols, reporter);
      return source === undefined ? [] : [{ name: property.name, source }];
    });
}

function reportRow({ text, place, symbol }: RawType, reporter: Reporter): void {
  if (isLost(symbol)) return;
  reporter.report("ECS2033", place, `\`${text}\` says nothing of the rows of a query`, {
    why: ["A row is an object type of properties, written in place, as an alias or as an interface of the project."],
    help: "write `Query<{ position: Position; velocity: Readonly<Velocity> }>`",
  });
}

function termSource(
  { name, place, optional, type }: RawProperty,
  symbols: Symbols,
  reporter: Reporter,
): QueryTerm["source"] | undefined {
  const why = ofWalks.has(name) ? "the way through the rows has a member of that name" : whyNoField(name);
  if (why !== undefined) {
    reportName(reporter, place, "a member of a row", name, why);
  }
  if (wordOf(type.symbol) === "Entity" || name === "entity") return entityTerm(name, place, type, reporter);
  const declaration = declarationOf(symbols, type.symbol);
  if (declaration?.kind === "component" && hasData(declaration)) {
    return { access: type.readonly ? "read" : "write", component: declaration.name, kind: "component", optional };
  }
  if (!isLost(type.symbol)) reportTerm(name, type, declaration, symbols, reporter);
  return undefined;
}

/** Helpers find the entity by this name. */
function entityTerm(name: string, place: Place, type: RawType, reporter: Reporter): QueryTerm["source"] | undefined {
  if (name === "entity" && wordOf(type.symbol) === "Entity") return { kind: "entity" };
  reporter.report(
    "ECS2033",
    place,
    `the member \`${name}\` is ${name === "entity" ? "no entity" : "not called `entity`"}`,
    {
      why: ["The entity of a row has one name everywhere, by which `rowOf` finds it, and nothing else has that name."],
      help: name === "entity" ? "give it another name" : "call it `entity`",
    },
  );
  return undefined;
}

function hasData({ storage }: DeclarationHead): boolean {
  return storage === "table" || storage === "sparse";
}

function reportTerm(
  name: string,
  type: RawType,
  declaration: DeclarationHead | undefined,
  symbols: Symbols,
  reporter: Reporter,
): void {
  const near = declaration === undefined ? meantBy(type.text, symbols) : undefined;
  const is = declaration === undefined ? "no declaration of this project" : kindOf(declaration);
  const called = declaration?.called ?? type.text;
  const filters = declaration?.kind === "component" || declaration?.kind === "relation";
  reporter.report("ECS2034", type.place, `the member \`${name}\` of a row is no component`, {
    why: [`\`${called}\` is ${is}, and rows have components with data.`],
    help: filters
      ? `let it narrow the query instead: \`Query<{ … }, { with: [${called}] }>\``
      : (near ?? "take it as a parameter of its own, or name a class made with `component(…)`"),
  });
}

function kindOf({ kind, storage }: DeclarationHead): string {
  return kind === "component" ? `a ${storage}` : aKind(kind);
}

function narrowingOf(type: RawType, symbols: Symbols, reporter: Reporter): Narrowing {
  if (type.properties === undefined) reportNarrowing(type, reporter);
  const lists = new Map<string, readonly RawType[]>();
  for (const { name, place, type: list } of type.properties ?? []) {
    if (!parts.some((candidate) => candidate === name)) reportPart(name, place, reporter);
    else if (list.elements === undefined) reportNarrowing(list, reporter);
    else lists.set(name, list.elements);
  }
  const listOf = (part: (typeof parts)[number]): readonly RawType[] => lists.get(part) ?? [];
  const names = (part: (typeof filterParts)[number]): string[] => namesOf(listOf(part), symbols, reporter);
  const changed = (part: (typeof changeParts)[number]): Located<SymbolRef>[] =>
    listOf(part)
      .filter(({ symbol }) => !isLost(symbol))
      .map(({ symbol, text, place }) => ({ value: symbol ?? { file: "", name: text }, place }));
  const changes = { changed: changed("changed"), added: changed("added"), removed: changed("removed") };
  return {
    with: names("with"),
    without: names("without"),
    any: names("any"),
    changes: checkChanges(changes, symbols, reporter),
  };
}

function reportNarrowing({ text, place }: RawType, reporter: Reporter): void {
  reporter.report("ECS2033", place, `\`${text}\` does not say what narrows a query`, {
    why: [
      "The parts `with`, `without` and `any` have lists of components and relations, `changed`, `added` and `removed` of components, written in place.",
    ],
    help: "write `Query<{ … }, { with: [Armed]; without: [Pinned] }>`",
  });
}

function reportPart(name: string, place: Place, reporter: Reporter): void {
  reporter.report("ECS2033", place, `a query cannot be narrowed by \`${name}\``, { help: suggestion(name, parts) });
}

function namesOf(elements: readonly RawType[], symbols: Symbols, reporter: Reporter): string[] {
  const names = elements.flatMap(({ symbol, place, text }): string[] => {
    const declaration = declarationOf(symbols, symbol);
    if (declaration?.kind === "component" || declaration?.kind === "relation") return [declaration.name];
    if (isLost(symbol)) return [];
    const is = declaration === undefined ? "no declaration of a schema" : aKind(declaration.kind);
    reporter.report("ECS2023", place, `\`${text}\` cannot filter entities`, {
      why: [`It is ${is}; entities have components, and edges of relations.`],
      help: "name a component, a tag, a toggle or a relation",
    });
    return [];
  });
  return [...new Set(names)].sort(compareText);
}

/** Rows that would be the same twice, that require nothing, or that no entity can have. */
function reportTerms(
  { properties = [], place: rowPlace }: RawType,
  terms: readonly QueryTerm[],
  narrowing: Narrowing,
  { place: whole, text, arguments: [, narrowed] }: RawType,
  reporter: Reporter,
): void {
  const place = narrowed?.place ?? whole;
  const seen = new Map<string, RawProperty>();
  for (const { name, source } of terms) {
    const property = properties.find((candidate) => candidate.name === name);
    if (source.kind !== "component" || property === undefined) continue;
    const twin = seen.get(source.component);
    if (twin !== undefined) {
      reporter.report("ECS2016", property.place, `a row has \`${simple(source.component)}\` twice`, {
        why: ["An entity has each component once, so both would be the same."],
        help: "remove one of the two members",
        related: [{ place: twin.place, message: "the other one" }],
      });
    }
    seen.set(source.component, property);
  }
  const required = new Set([
    ...terms.flatMap(({ source }) => (source.kind === "component" && !source.optional ? [source.component] : [])),
    ...narrowing.with,
  ]);
  if (required.size === 0 && narrowing.any.length === 0 && terms.length === properties.length) {
    reporter.report("ECS2017", rowPlace, "a query requires no component", {
      why: [`\`${text}\` would find every entity there is.`],
      help: "require at least one component in its row, or in `with`",
    });
  }
  reportImpossible(narrowing, required, place, reporter);
  const impossible = narrowing.without.find((name) => required.has(name));
  const lacking = narrowing.any.length > 0 && narrowing.any.every((name) => narrowing.without.includes(name));
  if (impossible === undefined && !lacking) return;
  reporter.report("ECS2024", place, "a query can never find anything", {
    why: [
      impossible === undefined
        ? "It requires one of `any`, and leaves out every entity that has one of them."
        : `It requires \`${simple(impossible)}\`, and leaves out every entity that has it.`,
    ],
    help: "remove it from one of the two",
  });
}

/** Changes that no entity of the query can have. */
function reportImpossible(
  { changes, without }: Narrowing,
  required: ReadonlySet<string>,
  place: Place,
  reporter: Reporter,
): void {
  const all = (names: readonly string[] = [], has: (name: string) => boolean): boolean =>
    names.length > 0 && names.every(has);
  const lacks = (name: string): boolean => without.includes(name);
  const lost = all(changes?.removed, (name) => required.has(name));
  if (!lost && !all(changes?.changed, lacks) && !all(changes?.added, lacks)) return;
  reporter.report("ECS2024", place, "a query can never find anything", {
    why: [
      lost
        ? "It requires what `removed` asks to be gone."
        : "It asks for changes of what it leaves out every entity with.",
    ],
    help: "remove it from one of the two",
  });
}

function simple(qualified: string): string {
  return qualified.slice(qualified.indexOf(".") + 1);
}

/** What waits goes on when its queries are over: then rows move, and cursors do not follow. */
export function reportWaiting(
  raw: RawFunction,
  { parameters }: Pick<ViewFunction, "parameters">,
  reporter: Reporter,
): void {
  const index = parameters.findIndex(({ source }) => source.kind === "query");
  const parameter = raw.parameters[index];
  const waits = raw.async || (raw.returns !== undefined && /^Promise\b/.test(raw.returns.text));
  if (parameter === undefined || !waits) return;
  reporter.report("ECS2035", parameter.place, `\`${raw.name}\` takes a query and waits`, {
    why: ["Rows stay where they are only until the function gives back its promise."],
    help: "read what is needed in a function that does not wait, and give that to one that does",
  });
}

/**
 * What an implementation says of a query that its View does not: another component under the name of a member, or another
 * filter. Members that are left out are no matter.
 */
export function queryDifference(
  type: RawType | undefined,
  { terms, ...expected }: QuerySource,
  symbols: Symbols,
): string | undefined {
  if (type === undefined) return undefined;
  const given = querySource(type, symbols, silent);
  for (const { name, source } of given.terms) {
    const term = terms.find((candidate) => candidate.name === name)?.source;
    if (term === undefined) return `the View gives rows without \`${name}\``;
    if (source.kind !== "component" || term.kind !== "component" || term.component === source.component) continue;
    return `the View gives rows whose \`${name}\` is \`${term.component}\`, not \`${source.component}\``;
  }
  const listOf = (of: Narrowing, part: (typeof parts)[number]): readonly string[] =>
    part === "with" || part === "without" || part === "any" ? of[part] : (of.changes?.[part] ?? []);
  const part = parts.find((candidate) => listOf(given, candidate).join() !== listOf(expected, candidate).join());
  if (part === undefined) return undefined;
  const [asks, says] = [listOf(expected, part), listOf(given, part)];
  const [asked, said] = [asks, says].map((names) => `\`${part}: [${names.join(", ")}]\``);
  if (asks.length === 0) return `the View does not narrow it by ${said}`;
  return `the View narrows it by ${asked}${says.length === 0 ? "" : `, not by ${said}`}`;
}

const silent: Reporter = { report: () => undefined };

/** The members of a row that an implementation takes to write them, and its View gives to be read only. */
export function droppedReadonly(
  type: RawType | undefined,
  { terms }: QuerySource,
  symbols: Symbols,
): { readonly member: string; readonly component: string }[] {
  if (type === undefined || !isQuery(type.symbol)) return [];
  return querySource(type, symbols, silent).terms.flatMap(({ name, source }) => {
    const term = terms.find((candidate) => candidate.name === name)?.source;
    if (source.kind !== "component" || term?.kind !== "component") return [];
    return source.access === "write" && term.access === "read"
      ? [{ member: name, component: simple(source.component) }]
      : [];
  });
}
