import type { DeclarationKind, RawBundle, RawCore, RawDeclaration, RawView, SymbolRef } from "../model/raw.js";

/** One text per symbol, to look it up by. */
export function symbolKey({ file, name }: SymbolRef): string {
  return `${file}#${name}`;
}

/** A declaration with the name it has in the contract. */
export interface NamedDeclaration {
  readonly raw: RawDeclaration;
  /** `motion.Position`. */
  readonly name: string;
  /** What the id is made from: the name it had first. */
  readonly identity: string;
}

/** A bundle or prefab with the name it has in the contract. */
export interface NamedBundle {
  readonly raw: RawBundle;
  readonly name: string;
  readonly identity: string;
  /** What the generated SDK calls its token: `Ship` for `ship`. */
  readonly token: string;
}

/** A core with the name it has in the contract. */
export interface NamedCore {
  readonly raw: RawCore;
  readonly name: string;
  readonly identity: string;
}

/** What the project declares, by symbol. */
export interface Symbols {
  readonly declarations: ReadonlyMap<string, NamedDeclaration>;
  readonly bundles: ReadonlyMap<string, NamedBundle>;
  readonly cores: ReadonlyMap<string, NamedCore>;
  readonly views: ReadonlyMap<string, RawView>;
}

/** The declaration that a symbol stands for. */
export function declarationOf(symbols: Symbols, symbol: SymbolRef | undefined): NamedDeclaration | undefined {
  return symbol && symbols.declarations.get(symbolKey(symbol));
}

/** The words of the vocabulary that parameters can be typed with. */
export type Word = "Entity" | "World" | "Commands" | "EventReader" | "EventWriter";

const words: ReadonlySet<string> = new Set<Word>(["Entity", "World", "Commands", "EventReader", "EventWriter"]);

/** The word of the vocabulary that a symbol stands for. */
export function wordOf(symbol: SymbolRef | undefined): Word | undefined {
  const name = symbol && vocabularyName(symbol);
  return name !== undefined && isWord(name) ? name : undefined;
}

/** The name that a symbol has in the vocabulary, if it is from there. */
export function vocabularyName({ file, name }: SymbolRef): string | undefined {
  return /^ecsgen\/(?:schema|runtime)$/.test(file) ? name : undefined;
}

function isWord(name: string): name is Word {
  return words.has(name);
}

/** `a component`, `an event`. */
export function aKind(kind: DeclarationKind): string {
  return kind === "event" ? "an event" : `a ${kind}`;
}
