import type { InterfaceSyntax, SourceSyntax, TypeSyntax } from "../compiler/syntax.js";
import type { Place } from "../model/place.js";
import type { RawFunction, RawView } from "../model/raw.js";
import { interfaceOf, meaningOfType, readSignature } from "./read-signature.js";
import type { Reading } from "./reading.js";
import { exportNameOf, type Meaning } from "./resolve-name.js";
import { sentence, whyNotValue } from "./settle.js";
import type { SymbolRef } from "../model/symbol.js";
import { type ScopedCall } from "./scoped.js";

/** The Views that were asked for, each read once. */
export type Views = Map<string, RawView>;

/** Reads the View behind `view<Integration>()`; gives back where it is defined. */
export function readView(reading: Reading, views: Views, { source, expression }: ScopedCall): SymbolRef | undefined {
  const [type] = expression.types;
  if (type?.reference === undefined) {
    const why = type === undefined ? "it names no interface" : `\`${type.text}\` is not the name of an interface`;
    return reportView(reading, type?.place ?? expression.place, why);
  }
  const meaning = meaningOfType(reading, source, type.reference);
  const declared = meaning.kind === "declared" ? interfaceOf(meaning.declarations) : undefined;
  if (meaning.kind !== "declared" || declared === undefined) {
    return meaning.kind === "missing" && meaning.told
      ? undefined
      : reportView(reading, type.place, whyNoInterface(meaning));
  }
  const symbol = reading.symbol(meaning);
  const key = `${symbol.file}\n${symbol.name}`;
  if (!views.has(key)) {
    requireExport(reading, meaning.source, declared);
    if (declared.generic) reportMember(reading, declared.place, declared.name, "type parameters");
    const functions = readFunctions(reading, meaning.source, declared, new Set());
    views.set(key, { symbol, place: declared.place, doc: declared.doc, functions });
  }
  return symbol;
}

/** Generated files import a View by its name, to prove that system modules fit. */
function requireExport(reading: Reading, source: SourceSyntax, { name, place }: InterfaceSyntax): void {
  if (exportNameOf(source, name) !== undefined) return;
  reading.reporter.report("ECS1010", place, `\`${name}\` is not exported`, {
    why: ["Generated files import each View by its name."],
    help: `write \`export interface ${name} { … }\``,
  });
}

function whyNoInterface(meaning: Meaning): string {
  return meaning.kind === "declared" ? `\`${meaning.name}\` is not an interface` : whyNotValue(meaning);
}

function reportView(reading: Reading, place: Place, why: string): undefined {
  reading.reporter.report("ECS1013", place, "this View cannot be read", {
    why: ["A View is an interface of functions.", sentence(why)],
    help: "write `view<Name>()` with an exported `interface Name { … }`",
  });
  return undefined;
}

function reportMember(reading: Reading, place: Place, view: string, what: string): void {
  reading.reporter.report("ECS1014", place, `the View \`${view}\` has ${what}`, {
    why: ["A View has functions only, each with a name and a written result."],
    help: "write `name(position: Position, factor: number): void`",
  });
}

/** The functions of an interface and of those it extends; its own come first. */
function readFunctions(
  reading: Reading,
  source: SourceSyntax,
  view: InterfaceSyntax,
  seen: Set<InterfaceSyntax>,
): RawFunction[] {
  seen.add(view);
  for (const { what, place } of view.others) reportMember(reading, place, view.name, what);
  const own = view.functions.map(({ signature, ...named }) => {
    const read = readSignature(reading, source, named, signature);
    reportIncomplete(reading, view, read);
    return read;
  });
  for (const [index, { name, place }] of own.entries()) {
    if (own.findIndex((other) => other.name === name) < index) {
      reportMember(reading, place, view.name, `two functions \`${name}\``);
    }
  }
  const functions = own.filter(({ name }, index) => own.findIndex((other) => other.name === name) === index);
  for (const base of view.extends) {
    for (const inherited of readBase(reading, source, base, seen)) {
      if (!functions.some(({ name }) => name === inherited.name)) functions.push(inherited);
    }
  }
  return functions;
}

function readBase(reading: Reading, source: SourceSyntax, base: TypeSyntax, seen: Set<InterfaceSyntax>): RawFunction[] {
  const meaning = base.reference === undefined ? undefined : meaningOfType(reading, source, base.reference);
  const declared = meaning?.kind === "declared" ? interfaceOf(meaning.declarations) : undefined;
  if (meaning?.kind === "declared" && declared !== undefined) {
    return seen.has(declared) ? [] : readFunctions(reading, meaning.source, declared, seen);
  }
  reportView(reading, base.place, meaning === undefined ? `\`${base.text}\` is no name` : whyNoInterface(meaning));
  return [];
}

function reportIncomplete(reading: Reading, view: InterfaceSyntax, read: RawFunction): void {
  if (read.returns === undefined) reportMember(reading, read.place, view.name, `no result type on \`${read.name}\``);
}
