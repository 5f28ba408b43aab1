import type { ObjectSyntax, SourceSyntax } from "../compiler/syntax.js";
import type { Reporter } from "../diagnostics/diagnostic.js";
import type { ProjectFiles, SourceFiles } from "./project-files.js";
import { exportedNames, exportOf, meaningOf, symbolOf, type Meaning, type Offered } from "./resolve-name.js";
import type { SymbolRef } from "../model/symbol.js";
import type { FlatObject } from "./scoped.js";

/** What every part of reading a file needs. */
export interface Reading {
  readonly files: SourceFiles;
  readonly reporter: Reporter;
  /** What a name means inside a file. */
  meaning(source: SourceSyntax, name: string): Meaning;
  /** One symbol for all the ways to reach it. */
  symbol(meaning: Meaning): SymbolRef;
  /** Where a class of a schema can be imported from, if its name says which one it is. */
  declared(name: string): SymbolRef | undefined;
  /** Objects whose spreads are in place already. */
  readonly flat: Map<ObjectSyntax, FlatObject>;
}

/** All that reading a file asks of the files around it. */
export interface FileQuestions extends SourceFiles {
  declared(name: string): SymbolRef | undefined;
  offered(file: string, name: string): SymbolRef | undefined;
}

/** Starts reading a file. */
export function startReading(questions: FileQuestions, reporter: Reporter): Reading {
  return {
    files: questions,
    reporter,
    flat: new Map(),
    declared: questions.declared,
    meaning: meaningsAmong(questions),
    symbol: symbolsAmong(questions),
  };
}

/** Finds the symbol of each meaning once, since a name that stands in a file a hundred times has one. */
function symbolsAmong({ declared, offered }: FileQuestions): Reading["symbol"] {
  const symbols = new Map<Meaning, SymbolRef>();
  return (meaning) => {
    let symbol = symbols.get(meaning);
    if (symbol === undefined) {
      symbol = (meaning.kind === "generated" ? declared(meaning.name) : undefined) ?? symbolOf(meaning, offered);
      symbols.set(meaning, symbol);
    }
    return symbol;
  };
}

/** Looks each name of a file up once: `f32` stands in a schema a hundred times. */
function meaningsAmong(files: SourceFiles): Reading["meaning"] {
  const bySource = new Map<SourceSyntax, Map<string, Meaning>>();
  return (source, name) => {
    let known = bySource.get(source);
    if (known === undefined) bySource.set(source, (known = new Map()));
    let meaning = known.get(name);
    if (meaning === undefined) known.set(name, (meaning = meaningOf(files, source, name)));
    return meaning;
  };
}

/** Answers from the files of a project. `schemas` are those whose classes the generated files stand for. */
export function questionsOf(files: ProjectFiles, schemas: readonly SourceSyntax[]): FileQuestions {
  const offered = offeredSymbols(files);
  const declared = declaredNames(schemas, offered);
  return { source: files.source, target: files.target, offered, declared: (name) => declared.get(name) };
}

/** What packages offer is known by the package's specifier, under which generated files can import it. */
function offeredSymbols(files: ProjectFiles): Offered {
  const symbols = new Map<string, SymbolRef>();
  for (const [specifier, path] of [...files.offered].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const source = files.source(path);
    if (source === undefined) continue;
    for (const name of [...exportedNames(files, source), "default"]) {
      const meaning = exportOf(files, source, name);
      if (meaning.kind !== "declared") continue;
      const key = `${meaning.source.file}\n${meaning.name}`;
      if (!symbols.has(key)) symbols.set(key, { file: specifier, name });
    }
  }
  return (file, name) => symbols.get(`${file}\n${name}`);
}

/** Classes and interfaces of the schemas by name, as far as a name says which one. */
function declaredNames(schemas: readonly SourceSyntax[], offered: Offered): Map<string, SymbolRef> {
  const symbols = new Map<string, SymbolRef>();
  const twice = new Set<string>();
  for (const source of schemas) {
    for (const [name, declarations] of source.declarations) {
      if (!declarations.some(({ kind }) => kind === "class")) continue;
      if (symbols.has(name)) twice.add(name);
      symbols.set(name, symbolOf({ kind: "declared", source, name, declarations }, offered));
    }
  }
  for (const name of twice) symbols.delete(name);
  return symbols;
}
