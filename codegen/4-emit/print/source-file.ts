import { moduleLine } from "./constructs.js";
import type { Inline } from "./layout.js";
import { textLine, textOfAll } from "./text.js";
import { firstWords, type GeneratedFile } from "../../model/generated-file.js";
import type { ImportEnding } from "../../model/import-ending.js";
import type { FilePlan, NameRef } from "../../model/name-ref.js";

interface Imported {
  readonly name: string;
  readonly local: string;
  value: boolean;
}

/** What a text that stands in a file calls what it imports, and globals. */
export type ImportedNames = Pick<SourceFile, "value" | "global">;

/**
 * A file in the making. Its imports follow from the names that were asked for while it was printed; a name that the
 * file declares itself is imported under another one.
 */
export class SourceFile {
  private readonly file: FilePlan;
  private readonly ending: ImportEnding;
  private readonly taken: Set<string>;
  /** Of names that many files export alike: the first number that may be free. */
  private readonly counts = new Map<string, number>();
  /** By where they are imported from. */
  private readonly imports = new Map<string, Imported[]>();

  /** `own` are the names that the file declares, and those of its parameters and locals. */
  constructor(file: FilePlan, own: Iterable<string>, ending: ImportEnding) {
    this.file = file;
    this.ending = ending;
    this.taken = new Set(own);
  }

  /** Imports a value, and gives the name under which this file knows it. */
  value(name: string, from: string): string {
    const imported = this.find(name, from);
    imported.value = true;
    return imported.local;
  }

  /** Imports a type, and gives the name under which this file knows it. */
  type(name: string, from: string): string {
    return this.find(name, from).local;
  }

  /** Imports a value that a plan refers to. */
  ref(ref: NameRef): string {
    return this.value(ref.name, ref.from);
  }

  /** A global that every program has, also when this file calls something of its own by that name. */
  global(name: string): string {
    return this.taken.has(name) ? `globalThis.${name}` : name;
  }

  /** The finished file, of paragraphs each line of which is ended; so is `note`, a comment below the header. */
  finish(body: readonly string[], note = ""): GeneratedFile {
    // Joined, which makes one text of all pieces at once: else each of them would be kept until the text is written.
    return { path: this.file.path, text: [this.header() + note + this.importLines(), ...body].join("\n") };
  }

  private header(): string {
    return `${firstWords}${this.file.source}. Do not edit.\n`;
  }

  private find(name: string, from: string): Imported {
    const names = this.importsFrom(from);
    for (let at = 0; at < names.length; at++) {
      const known = names[at];
      if (known?.name === name) return known;
    }
    const imported = { name, local: this.freeName(name, from), value: false };
    names.push(imported);
    return imported;
  }

  private importsFrom(from: string): Imported[] {
    let names = this.imports.get(from);
    if (names === undefined) this.imports.set(from, (names = []));
    return names;
  }

  private freeName(name: string, from: string): string {
    const local = this.taken.has(name) ? this.otherName(name, from) : name;
    this.taken.add(local);
    return local;
  }

  private otherName(name: string, from: string): string {
    const local = `${this.origin(from)}${name}`;
    if (!this.taken.has(local)) return local;
    let count = this.counts.get(name) ?? 2;
    while (this.taken.has(`${name}${count}`)) count++;
    this.counts.set(name, count);
    return `${name}${count}`;
  }

  /** What a name is called after when it clashes: the runtime's, the author's, or nothing in particular. */
  private origin(from: string): string {
    if (!from.endsWith(".ts")) return "Base";
    return from.split("/")[0] === this.file.path.split("/")[0] ? "" : "Author";
  }

  private importLines(): string {
    const lines: { readonly specifier: string; readonly names: Imported[] }[] = [];
    this.imports.forEach((names, from) =>
      lines.push({ specifier: specifierOf(this.file.path, from, this.ending), names }),
    );
    lines.sort((a, b) => compareSpecifiers(a.specifier, b.specifier));
    return textOfAll(lines, ({ specifier, names }) => textLine("", importLine(specifier, names)));
  }
}

/** Values first; most lines have one name. */
function importLine(specifier: string, names: Imported[]): Inline {
  if (names.length > 1) names.sort(compareImported);
  const hasValues = names[0]?.value === true;
  const written = names.map((imported) => `${hasValues && !imported.value ? "type " : ""}${nameOf(imported)}`);
  return moduleLine(hasValues ? "import" : "import type", written, specifier);
}

function compareImported(a: Imported, b: Imported): number {
  if (a.value !== b.value) return a.value ? -1 : 1;
  return compareText(a.name, b.name);
}

function nameOf({ name, local }: Imported): string {
  return name === local ? name : `${name} as ${local}`;
}

/** How a file imports another of the project; a package is imported as it is called. */
export function specifierOf(path: string, from: string, ending: ImportEnding): string {
  if (!from.endsWith(".ts")) return from;
  let shared = 0;
  let up = "";
  for (let end = path.indexOf("/"); end >= 0; end = path.indexOf("/", end + 1)) {
    if (up === "" && from.startsWith(path.slice(shared, end + 1), shared)) shared = end + 1;
    else up += "../";
  }
  return `${up === "" ? "./" : up}${from.slice(shared, -".ts".length)}${ending}`;
}

/** Packages first, then from far to near. */
export function compareSpecifiers(a: string, b: string): number {
  const aPackage = !a.startsWith(".");
  if (aPackage !== !b.startsWith(".")) return aPackage ? -1 : 1;
  return compareText(a, b);
}

/** By code units, the same on every machine. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
