import type { ImportSyntax, SourceSyntax } from "../compiler/syntax.js";
import { ScaffoldError } from "./scaffold-error.js";
import type { ImportEnding } from "../model/import-ending.js";
import { fileBehind, isProjectFile, specifierFor } from "./specifiers.js";
import type { NeededName } from "./stub.js";
import { type Insertion, nextLine, positionOf } from "./text-edits.js";

/**
 * The insertions that make these names known in a file: into an `import type` of the same file where there is one,
 * otherwise as lines of their own behind the last import.
 * @throws ScaffoldError when a name already stands for something else.
 */
export function addImports(
  source: SourceSyntax,
  plain: string,
  names: readonly NeededName[],
  ending: ImportEnding,
): Insertion[] {
  const lines: string[] = [];
  const insertions: Insertion[] = [];
  for (const group of groupByImport(names.filter((name) => !isKnown(source, name)))) {
    const into = extendImport(source, plain, group);
    if (into === undefined) lines.push(importLine(source.file, group, ending));
    else insertions.push(into);
  }
  if (lines.length === 0) return insertions;
  return [...insertions, newImports(source, plain, lines)];
}

/** One `import` statement each, in the order in which they are written. */
function groupByImport(names: readonly NeededName[]): NeededName[][] {
  const groups = new Map<string, NeededName[]>();
  for (const name of names) {
    const key = `${name.typeOnly} ${name.file}${name.imported === "*" || name.imported === "default" ? ` ${name.local}` : ""}`;
    groups.set(key, [...(groups.get(key) ?? []), name]);
  }
  const sorted = [...groups.values()].map((group) => [...group].sort((a, b) => (a.local < b.local ? -1 : 1)));
  const rank = ([first]: readonly NeededName[]): string => `${isProjectFile(first?.file ?? "")} ${first?.file}`;
  return sorted.sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
}

function isKnown(source: SourceSyntax, { local, imported, file }: NeededName): boolean {
  const binding = source.bindings.get(local);
  if (binding !== undefined) {
    const behind = fileBehind(source.file, binding.specifier);
    // The package's types are offered by two of its entries, and a file may hand on what another one defines.
    const same = binding.imported === imported && (behind === file || !isOther(behind, file));
    if (same) return true;
    throw taken(source.file, local);
  }
  if (source.declarations.has(local) && source.file !== file) throw taken(source.file, local);
  return source.declarations.has(local);
}

/** Whether two origins are surely different things, rather than two ways to the same. */
function isOther(a: string, b: string): boolean {
  return a.startsWith("ecsgen/") !== b.startsWith("ecsgen/");
}

function taken(file: string, name: string): ScaffoldError {
  return new ScaffoldError(
    `\`${name}\` is something else in \`${file}\` than in the View`,
    "rename it there, or write the function by hand",
  );
}

/** `import type { A } from "x"` takes another name of the same file; undefined when there is no plain one. */
function extendImport(source: SourceSyntax, plain: string, group: readonly NeededName[]): Insertion | undefined {
  const [first] = group;
  if (first === undefined || first.imported === "*" || first.imported === "default") return undefined;
  const found = source.imports.find(
    ({ specifier, typeOnly }) => typeOnly === first.typeOnly && fileBehind(source.file, specifier) === first.file,
  );
  return found && insertionInto(found, plain, group, first.typeOnly);
}

function insertionInto(
  { place }: ImportSyntax,
  plain: string,
  group: readonly NeededName[],
  typeOnly: boolean,
): Insertion | undefined {
  const end = positionOf(plain, place.line, place.column);
  const head = typeOnly ? /import type \{[^{}/"';]*?[\w$]( \} from )$/ : /import \{[^{}/"';]*?[\w$]( \} from )$/;
  const match = head.exec(plain.slice(0, end));
  if (match === null || match[0].includes("\n")) return undefined;
  return { at: end - (match[1]?.length ?? 0), text: `, ${group.map(clause).join(", ")}` };
}

function importLine(from: string, group: readonly NeededName[], ending: ImportEnding): string {
  const [first] = group;
  const specifier = JSON.stringify(specifierFor(from, first?.file ?? "", ending));
  if (first?.imported === "*") return `import * as ${first.local} from ${specifier};\n`;
  if (first?.imported === "default")
    return `import ${first.typeOnly ? "type " : ""}${first.local} from ${specifier};\n`;
  const keyword = first?.typeOnly === true ? "import type" : "import";
  const oneLine = `${keyword} { ${group.map(clause).join(", ")} } from ${specifier};\n`;
  if (oneLine.length <= 121) return oneLine;
  return `${keyword} {\n${group.map((name) => `  ${clause(name)},\n`).join("")}} from ${specifier};\n`;
}

function clause({ local, imported }: NeededName): string {
  return local === imported ? local : `${imported} as ${local}`;
}

/** Behind the last import, or at the top of a file that has none, below what its first lines say of it. */
function newImports(source: SourceSyntax, plain: string, lines: readonly string[]): Insertion {
  // `export … from` counts as an import as well, but binds nothing.
  const binding = new Set([...source.bindings.values()].map(({ specifier }) => specifier));
  const last = source.imports.filter(({ specifier }) => binding.has(specifier)).at(-1);
  if (last !== undefined) {
    const at = nextLine(plain, positionOf(plain, last.place.line, last.place.column));
    const lead = at > 0 && plain[at - 1] !== "\n" ? "\n" : "";
    return { at, text: lead + lines.join("") };
  }
  const header = /^(?:#!.*\n)?(?:\/\/.*\n)*/.exec(plain)?.[0].length ?? 0;
  return { at: header, text: lines.join("") + (plain.length > header ? "\n" : "") };
}
