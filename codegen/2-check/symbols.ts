import { suggest } from "../diagnostics/suggest.js";
import type { Hash64 } from "../model/contract.js";
import type {
  DeclarationKind,
  RawBundle,
  RawCore,
  RawDeclaration,
  RawFeature,
  RawView,
  Storage,
} from "../model/raw.js";
import { symbolKey, type SymbolRef } from "../model/symbol.js";

/** What others need to know of a declaration: all but its fields. */
export interface DeclarationHead {
  readonly kind: DeclarationKind;
  readonly storage: Storage;
  /** What its author calls it: `Position`. */
  readonly called: string;
  /** `motion.Position`. */
  readonly name: string;
  readonly id: Hash64;
  /** Its methods draw numbers, which changes it. */
  readonly random: boolean;
}

/** A declaration with the name it has in the contract. */
export interface NamedDeclaration {
  readonly raw: RawDeclaration;
  readonly head: DeclarationHead;
  /** What the id is made from: the name it had first. */
  readonly identity: string;
  /** The names it had, those that it had by a former name of its core as well. */
  readonly former: readonly string[];
}

/** A bundle or prefab with the name it has in the contract. */
export interface NamedBundle {
  readonly raw: RawBundle;
  readonly name: string;
  readonly identity: string;
  readonly former: readonly string[];
  readonly id: Hash64;
  /** What the generated SDK calls its token: `Ship` for `ship`. */
  readonly token: string;
}

/** A core with the name it has in the contract. */
export interface NamedCore {
  readonly raw: RawCore;
  readonly name: string;
  readonly identity: string;
  readonly id: Hash64;
}

/** All that the project declares, by the keys of symbols. */
export interface Named {
  readonly declarations: ReadonlyMap<string, NamedDeclaration>;
  readonly bundles: ReadonlyMap<string, NamedBundle>;
  readonly cores: ReadonlyMap<string, NamedCore>;
  readonly views: ReadonlyMap<string, RawView>;
}

/** What a part of the project asks of the others, by the keys of symbols. */
export interface Symbols {
  declaration(key: string): DeclarationHead | undefined;
  core(key: string): CoreHead | undefined;
  view(key: string): RawView | undefined;
  /** The id of a declaration by its qualified name. */
  id(name: string): Hash64 | undefined;
  /** What cores know by a name in their schedules: `motion.integration.integrate`, `motion.sets.physics`. */
  scheduled(name: string): ScheduleName | undefined;
  /** All names that `scheduled` knows. */
  scheduleNames(): readonly string[];
  /** The declaration or word for parameters that is probably meant by the name of a type that is neither. */
  meant(name: string): string | undefined;
}

/** What stands behind a name of a schedule: what one runs, a set, or a function that none runs. */
export type ScheduleName = "run" | "set" | "function";

/** What others need to know of a core. */
export interface CoreHead {
  readonly name: string;
  readonly features: readonly RawFeature[];
}

/** Answers from what is declared. */
export function symbolsOf({ declarations, cores, views }: Named): Symbols {
  const ids = new Map([...declarations.values()].map(({ head }) => [head.name, head.id]));
  const schedules = new Map([...cores.values()].flatMap((core) => scheduleNamesOf(core, views)));
  return {
    declaration: (key) => declarations.get(key)?.head,
    core: (key) => {
      const core = cores.get(key);
      return core && { name: core.name, features: core.raw.features };
    },
    view: (key) => views.get(key),
    id: (name) => ids.get(name),
    scheduled: (name) => schedules.get(name),
    scheduleNames: () => [...schedules.keys()],
    meant: (name) => {
      const known = [...[...declarations.values()].map(({ head }) => head.called), ...words, "Query"];
      return known.includes(name) ? undefined : suggest(name, known);
    },
  };
}

function scheduleNamesOf({ name, raw }: NamedCore, views: Named["views"]): [string, ScheduleName][] {
  const functions = raw.features.flatMap((feature) =>
    (views.get(symbolKey(feature.view))?.functions ?? []).map((called) => `${feature.name}.${called.name}`),
  );
  const runs = raw.schedule.flatMap((phase) =>
    phase.runs.flatMap(({ run }) => (run.kind === "view" ? [run.name] : [])),
  );
  return [
    ...functions.map((called): [string, ScheduleName] => [`${name}.${called}`, "function"]),
    ...runs.map((run): [string, ScheduleName] => [`${name}.${run}`, "run"]),
    ...raw.sets.map((set): [string, ScheduleName] => [`${name}.sets.${set.name}`, "set"]),
  ];
}

/** The declaration that a symbol stands for. */
export function declarationOf(symbols: Symbols, symbol: SymbolRef | undefined): DeclarationHead | undefined {
  return symbol && symbols.declaration(symbolKey(symbol));
}

/** Whether a symbol leads nowhere; a finding has said so. */
export function isLost(symbol: SymbolRef | undefined): boolean {
  return symbol?.file === "?";
}

/** The words of the vocabulary that parameters can be typed with. */
export type Word = "Entity" | "World" | "Commands" | "EventReader" | "EventWriter";

const words: ReadonlySet<string> = new Set<Word>(["Entity", "World", "Commands", "EventReader", "EventWriter"]);

/** The word of the vocabulary that a symbol stands for. */
export function wordOf(symbol: SymbolRef | undefined): Word | undefined {
  const name = symbol && vocabularyName(symbol);
  return name !== undefined && isWord(name) ? name : undefined;
}

/** Whether a symbol is the type of parameters that are whole queries; the runtime has a class of that name. */
export function isQuery(symbol: SymbolRef | undefined): boolean {
  return symbol?.name === "Query" && symbol.file === "ecsgen/schema";
}

/** The name that a symbol has in the vocabulary, if it is from there. */
export function vocabularyName({ file, name }: SymbolRef): string | undefined {
  return /^ecsgen\/(?:schema|runtime)$/.test(file) ? name : undefined;
}

function isWord(name: string): name is Word {
  return words.has(name);
}

/** `did you mean `Ship`?` for a type that may be misspelt, undefined for any other. `text` is all of the type as written. */
export function meantBy(text: string, symbols: Pick<Symbols, "meant">): string | undefined {
  const name = /^(?:Event(?:Reader|Writer)<|Readonly<)?([A-Z]\w*)>?$/.exec(text)?.[1];
  const meant = name === undefined ? undefined : symbols.meant(name);
  return meant === undefined ? undefined : `did you mean \`${meant}\`?`;
}

/** `a component`, `an event`. */
export function aKind(kind: DeclarationKind): string {
  return kind === "event" ? "an event" : `a ${kind}`;
}
