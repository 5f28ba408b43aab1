import type {
  DeclarationSyntax,
  InterfaceSyntax,
  ParameterSyntax,
  PropertySyntax,
  SignatureSyntax,
  SourceSyntax,
  TypeSyntax,
} from "../compiler/syntax.js";
import type { Place } from "../model/place.js";
import type { RawFunction, RawProperty, RawType } from "../model/raw.js";
import type { Reading } from "./reading.js";
import { memberOf, type Meaning } from "./resolve-name.js";
import { sentence } from "./settle.js";
import { vocabularyTypes } from "../model/vocabulary.js";
import type { SymbolRef } from "../model/symbol.js";

/** A signature with its names resolved, as its file means them. */
export function readSignature(
  reading: Reading,
  source: SourceSyntax,
  named: { readonly name: string; readonly place: Place; readonly doc: string },
  signature: SignatureSyntax,
): RawFunction {
  return {
    name: named.name,
    place: named.place,
    doc: named.doc,
    typeParameters: signature.typeParameters.map((parameter) => ({
      ...parameter,
      names: readNames(reading, source, parameter.names),
    })),
    parameters: signature.parameters.map((parameter) => ({
      ...parameter,
      type: parameter.type === undefined ? typeOfDefault(parameter) : readType(reading, source, parameter.type),
    })),
    returns: signature.returns && readType(reading, source, signature.returns),
    async: signature.async,
    generator: signature.generator,
    opaque: signature.opaque,
  };
}

/** What TypeScript infers of a literal: `number` of `scale = 1`. */
function typeOfDefault({ default: text = "", place }: ParameterSyntax): RawType | undefined {
  const word = literalTypes.find(([, literal]) => literal.test(text))?.[0];
  if (word === undefined) return undefined;
  const parts = { lost: false, arguments: [], properties: undefined, elements: undefined, names: [] };
  return { text: word, place, readonly: false, symbol: undefined, ...parts };
}

const literalTypes: readonly (readonly [type: string, literal: RegExp])[] = [
  ["number", /^[-+]?(?:0x[\da-f_]+|0b[01_]+|0o[0-7_]+|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:e[-+]?\d[\d_]*)?)$/i],
  ["bigint", /^-?(?:0x[\da-f_]+|0b[01_]+|0o[0-7_]+|\d[\d_]*)n$/i],
  ["boolean", /^(?:true|false)$/],
  ["string", /^(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\$]|\\.|\$(?!\{))*`)$/s],
];

const noTypes: RawType["arguments"] = [];

/** A type with its names resolved. */
function readType(reading: Reading, source: SourceSyntax, type: TypeSyntax): RawType {
  const meant = type.reference === undefined ? undefined : followAliases(reading, source, type.reference);
  const lost = reportLost(reading, source, type);
  const within = meant?.arguments === undefined ? { source, types: type.arguments } : meant.arguments;
  const symbol = meant && reading.symbol(meant.meaning);
  const given =
    within.types.length === 0 ? noTypes : within.types.map((argument) => readType(reading, within.source, argument));
  return {
    text: type.text,
    place: type.place,
    readonly: type.readonly || (meant?.readonly ?? false),
    symbol,
    lost,
    arguments: isQuery(symbol)
      ? given.map((row, index) => withRow(reading, within.source, row, within.types[index]))
      : given,
    properties: type.properties && readProperties(reading, source, type.properties),
    elements: type.elements?.map((element) => readType(reading, source, element)),
    names: readNames(reading, source, type.names),
  };
}

function readProperties(reading: Reading, source: SourceSyntax, properties: readonly PropertySyntax[]): RawProperty[] {
  return properties.map((property) => ({ ...property, type: readType(reading, source, property.type) }));
}

/** The row of a query may have a name: of an interface of the project, or of an alias. */
function withRow(
  reading: Reading,
  source: SourceSyntax,
  row: RawType,
  { reference }: Partial<TypeSyntax> = {},
): RawType {
  const meaning = reference === undefined ? undefined : followAliases(reading, source, reference).meaning;
  const named = meaning?.kind === "declared" ? interfaceOf(meaning.declarations) : undefined;
  if (meaning?.kind !== "declared" || named === undefined || !isPlain(named)) return row;
  return { ...row, properties: readProperties(reading, meaning.source, named.properties) };
}

function isPlain({ generic, extends: bases, functions, properties, others }: InterfaceSyntax): boolean {
  return !generic && bases.length + functions.length === 0 && others.length === properties.length;
}

function isQuery(symbol: SymbolRef | undefined): boolean {
  return symbol?.name === "Query" && symbol.file === "ecsgen/schema";
}

const noNames: RawType["names"] = [];

function readNames(reading: Reading, source: SourceSyntax, names: readonly string[]): RawType["names"] {
  if (names.length === 0) return noNames;
  return names.map((name) => ({ name, symbol: reading.symbol(meaningOfType(reading, source, name)) }));
}

/**
 * A name that leads nowhere would be taken for any type by TypeScript, and for a value of the caller by `2-check`. Whether it is
 * one, and a finding says so.
 */
function reportLost(reading: Reading, source: SourceSyntax, { reference, place }: TypeSyntax): boolean {
  if (reference === undefined) return false;
  const meaning = meaningOfType(reading, source, reference);
  const home = meaning.kind === "global" ? homeOf(reading, meaning.name) : undefined;
  if (home !== undefined) {
    reading.reporter.report("ECS1015", place, `\`${reference}\` is not imported`, {
      why: [`Nothing here has that name; \`${home}\` exports it.`],
      help: `import \`${reference}\` from \`${home}\``,
    });
  } else if (meaning.kind === "missing" && !meaning.told) {
    reading.reporter.report("ECS1015", place, `\`${reference}\` names nothing that can be read`, {
      why: [sentence(meaning.why)],
      help: "import a type that is there",
    });
  }
  return home !== undefined || meaning.kind === "missing";
}

function homeOf(reading: Reading, name: string): string | undefined {
  return vocabularyTypes.has(name) ? "ecsgen/schema" : reading.declared(name)?.file;
}

/** What a name means where a type is expected; dotted names are followed through namespaces. */
export function meaningOfType(reading: Reading, source: SourceSyntax, dotted: string): Meaning {
  if (!dotted.includes(".")) return reading.meaning(source, dotted);
  const [first = "", ...rest] = dotted.split(".");
  let meaning = reading.meaning(source, first);
  for (const name of rest) {
    const member = memberOf(reading.files, meaning, name);
    if (member === undefined) return { kind: "global", name: dotted };
    meaning = member;
  }
  return meaning;
}

interface Aliased {
  readonly meaning: Meaning;
  readonly readonly: boolean;
  /** What an alias gives to the generic it names. */
  readonly arguments: { readonly source: SourceSyntax; readonly types: readonly TypeSyntax[] } | undefined;
}

/** Longer chains are circles. */
const longest = 20;

/** `type Place = Readonly<Position>` means `Position`, read only. */
function followAliases(reading: Reading, source: SourceSyntax, name: string, depth = 0): Aliased {
  const meaning = meaningOfType(reading, source, name);
  const plain: Aliased = { meaning, readonly: false, arguments: undefined };
  if (meaning.kind !== "declared" || depth > longest) return plain;
  const alias = meaning.declarations.find(({ kind }) => kind === "alias");
  if (alias?.kind !== "alias" || alias.generic || alias.type.undefinable || alias.type.reference === undefined) {
    return plain;
  }
  const inner = followAliases(reading, meaning.source, alias.type.reference, depth + 1);
  return {
    meaning: inner.meaning,
    readonly: alias.type.readonly || inner.readonly,
    arguments: inner.arguments ?? { source: meaning.source, types: alias.type.arguments },
  };
}

/** The interface among the declarations of one name. */
export function interfaceOf(declarations: readonly DeclarationSyntax[]): InterfaceSyntax | undefined {
  return declarations.find((declaration): declaration is InterfaceSyntax => declaration.kind === "interface");
}
