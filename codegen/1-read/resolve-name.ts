// What a name of a file stands for: followed through imports and re-exports to the file that defines it.
import type { DeclarationSyntax, SourceSyntax } from "../compiler/syntax.js";
import { suggest } from "../diagnostics/suggest.js";
import { vocabularyTypes } from "../model/vocabulary.js";
import type { ImportTarget, SourceFiles } from "./project-files.js";
import type { SymbolRef } from "../model/symbol.js";

/** What a name stands for. */
export type Meaning =
  | {
      readonly kind: "declared";
      readonly source: SourceSyntax;
      readonly name: string;
      readonly declarations: readonly DeclarationSyntax[];
    }
  /** `import * as name` of a file of the project. */
  | { readonly kind: "namespace"; readonly source: SourceSyntax }
  /** From a package; `name` is `*` for all of it. */
  | { readonly kind: "package"; readonly specifier: string; readonly name: string }
  | { readonly kind: "generated"; readonly path: string; readonly name: string }
  /** Declared nowhere in the file: a global, or a mistake. */
  | { readonly kind: "global"; readonly name: string }
  /** `told` when a finding about a file or an import says so already. */
  | { readonly kind: "missing"; readonly why: string; readonly told: boolean };

/** What a name means inside a file. */
export function meaningOf(files: SourceFiles, source: SourceSyntax, name: string): Meaning {
  return findLocal(files, source, name);
}

/** What a file exports under a name. */
export function exportOf(files: SourceFiles, source: SourceSyntax, name: string): Meaning {
  return findExport(files, source, name) ?? missingExport(files, source, name);
}

/** What `of.name` means. */
export function memberOf(files: SourceFiles, of: Meaning, name: string): Meaning | undefined {
  if (of.kind === "namespace") return exportOf(files, of.source, name);
  if (of.kind === "package" && of.name === "*") return { ...of, name };
  return of.kind === "generated" && of.name === "*" ? { ...of, name } : undefined;
}

/** The names that a file exports, its own and those it hands on, sorted; `default` is not one of them. */
export function exportedNames(files: SourceFiles, source: SourceSyntax, seen = new Set<string>()): string[] {
  if (seen.has(source.file)) return [];
  seen.add(source.file);
  const names = new Set(source.exports.keys());
  for (const { exported, specifier } of source.reexports) {
    if (exported !== undefined) names.add(exported);
    else for (const name of namesBehind(files, source, specifier, seen)) names.add(name);
  }
  names.delete("default");
  return [...names].sort();
}

function namesBehind(files: SourceFiles, source: SourceSyntax, specifier: string, seen: Set<string>): string[] {
  const target = files.target(source.file, specifier);
  const behind = target.kind === "file" ? files.source(target.path) : undefined;
  return behind === undefined ? [] : exportedNames(files, behind, seen);
}

function findLocal(files: SourceFiles, source: SourceSyntax, name: string, seen?: Set<string>): Meaning {
  const declarations = source.declarations.get(name);
  if (declarations !== undefined) return { kind: "declared", source, name, declarations };
  const binding = source.bindings.get(name);
  if (binding === undefined) return { kind: "global", name };
  return findImported(files, source, binding.specifier, binding.imported, seen);
}

function findImported(
  files: SourceFiles,
  source: SourceSyntax,
  specifier: string,
  name: string,
  seen?: Set<string>,
): Meaning {
  const target = files.target(source.file, specifier);
  if (target.kind !== "file") return outside(target, source.file, name);
  const behind = files.source(target.path);
  if (behind === undefined) return { kind: "missing", why: `\`${target.path}\` cannot be read`, told: true };
  if (name === "*")
    return isBroken(behind) ? missingExport(files, behind, name) : { kind: "namespace", source: behind };
  return findExport(files, behind, name, seen) ?? missingExport(files, behind, name);
}

function outside(target: Exclude<ImportTarget, { kind: "file" }>, from: string, name: string): Meaning {
  if (target.kind === "missing") {
    const why = `there is no file behind \`${target.specifier}\`, which \`${from}\` imports`;
    return { kind: "missing", why, told: true };
  }
  return target.kind === "package"
    ? { kind: "package", specifier: target.specifier, name }
    : { kind: "generated", path: target.path, name };
}

function missingExport(files: SourceFiles, source: SourceSyntax, name: string): Meaning {
  if (source.declarations.has(name)) {
    return { kind: "missing", why: `\`${source.file}\` does not export its \`${name}\``, told: isBroken(source) };
  }
  const near = name === "default" ? undefined : suggest(name, exportedNames(files, source));
  const what = name === "default" ? "no default export" : `no export \`${name}\``;
  const meant = near === undefined ? "" : `; did you mean \`${near}\`?`;
  return { kind: "missing", why: `\`${source.file}\` has ${what}${meant}`, told: isBroken(source) };
}

/** The parser gave up on a file, which a finding says: nothing is known of what is in it. */
export function isBroken({ errors, declarations }: SourceSyntax): boolean {
  return errors.length > 0 && declarations.size === 0;
}

/** `tried` are the ways that were gone already, since files may hand names on in a circle. */
function findExport(files: SourceFiles, source: SourceSyntax, name: string, tried?: Set<string>): Meaning | undefined {
  const local = source.exports.get(name);
  // Nearly all ways end here, before there can be a circle.
  if (local !== undefined && source.declarations.has(local)) return findLocal(files, source, local);
  const seen = tried ?? new Set();
  const key = `${source.file}\n${name}`;
  if (seen.has(key)) return undefined;
  seen.add(key);
  if (local !== undefined) return findLocal(files, source, local, seen);
  const named = source.reexports.find(({ exported }) => exported === name);
  if (named !== undefined) return findImported(files, source, named.specifier, named.imported, seen);
  if (name === "default") return undefined;
  for (const { specifier, exported } of source.reexports) {
    if (exported !== undefined) continue;
    const target = files.target(source.file, specifier);
    if (target.kind !== "file") continue;
    const behind = files.source(target.path);
    const found = behind && findExport(files, behind, name, seen);
    if (found !== undefined) return found;
  }
  return starOfVocabulary(files, source, name);
}

/** `export * from "ecsgen/schema"` hands on names that no file of the project lists. */
function starOfVocabulary(files: SourceFiles, source: SourceSyntax, name: string): Meaning | undefined {
  for (const { specifier, exported } of source.reexports) {
    if (exported !== undefined) continue;
    const target = files.target(source.file, specifier);
    if (target.kind === "package" || target.kind === "generated") return outside(target, source.file, name);
  }
  return undefined;
}

/** The name under which a file exports one of its own, preferring the same name; undefined when it does not. */
export function exportNameOf(source: SourceSyntax, local: string): string | undefined {
  if (source.exports.get(local) === local) return local;
  const names = [...source.exports].filter(([, of]) => of === local).map(([name]) => name);
  return names.filter((name) => name !== "default").sort()[0] ?? names[0];
}

/** The symbol by which a package offers what a file declares under a name. */
export type Offered = (file: string, name: string) => SymbolRef | undefined;

/** One symbol for all the ways to reach it. `offered` gives names of packages their specifier. */
export function symbolOf(meaning: Meaning, offered: Offered): SymbolRef {
  switch (meaning.kind) {
    case "declared": {
      const { source, name } = meaning;
      const exported = exportNameOf(source, name) ?? name;
      return offered(source.file, name) ?? { file: source.file, name: exported };
    }
    case "package": {
      const own = /^ecsgen(?:\/|$)/.test(meaning.specifier) && vocabularyTypes.has(meaning.name);
      return { file: own ? "ecsgen/schema" : meaning.specifier, name: meaning.name };
    }
    case "generated":
      return { file: meaning.path, name: meaning.name };
    case "namespace":
      return { file: meaning.source.file, name: "*" };
    case "global":
      return { file: "", name: meaning.name };
    case "missing":
      return { file: "?", name: "" };
  }
}
