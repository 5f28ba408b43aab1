import {
  allDeclarations,
  type ClassSyntax,
  type ConstantSyntax,
  type Expression,
  type SourceSyntax,
} from "../compiler/syntax.js";
import { suggest } from "../diagnostics/suggest.js";
import type { Located } from "../model/place.js";
import type { DeclarationKind, EdgeRules, Literal, RawDeclaration, RawField, Storage } from "../model/raw.js";
import type { Reading } from "./reading.js";
import { isShape, readFields } from "./read-fields.js";
import { readLiteral, readWords } from "./read-literal.js";
import { readOptions } from "./read-options.js";
import { exportNameOf, type Meaning } from "./resolve-name.js";
import { sentence, settle, vocabularyCall, whyNotValue } from "./settle.js";
import { type FlatMember, type Scoped, type ScopedCall } from "./scoped.js";

/** What each word of the vocabulary declares. */
interface Word {
  readonly kind: DeclarationKind;
  readonly storage: Storage;
  /** Its first argument is a shape. */
  readonly shaped: boolean;
}

const words: ReadonlyMap<string, Word> = new Map<string, Word>([
  ["component", { kind: "component", storage: "table", shaped: true }],
  ["tag", { kind: "component", storage: "tag", shaped: false }],
  ["toggle", { kind: "component", storage: "toggle", shaped: false }],
  ["relation", { kind: "relation", storage: "table", shaped: true }],
  ["resource", { kind: "resource", storage: "table", shaped: true }],
  ["clock", { kind: "resource", storage: "table", shaped: false }],
  ["random", { kind: "resource", storage: "table", shaped: false }],
  ["event", { kind: "event", storage: "table", shaped: true }],
  ["model", { kind: "model", storage: "table", shaped: true }],
]);

/** The options that a word takes beside `was`. */
const options: ReadonlyMap<string, readonly string[]> = new Map([
  ["component", ["storage", "tracked"]],
  ["relation", ["exclusive", "acyclic", "onTargetDespawn"]],
]);

/** Reads the components, relations, resources, events and models of a file. */
export function readDeclarations(reading: Reading, source: SourceSyntax): RawDeclaration[] {
  reportBareDeclarations(reading, source);
  const read: RawDeclaration[] = [];
  for (const declaration of allDeclarations(source.declarations)) {
    if (declaration.kind !== "class" || declaration.heritage === undefined) continue;
    const found = vocabularyCall(reading, { source, expression: declaration.heritage });
    const word = found === undefined ? undefined : words.get(found.word);
    if (found !== undefined && word !== undefined) {
      read.push(readDeclaration(reading, source, declaration, found.call, found.word, word));
      continue;
    }
    const meant = reportHeritage(reading, source, declaration);
    if (meant !== undefined) read.push(lostDeclaration(reading, source, declaration, meant));
  }
  return read;
}

/** What a class was meant to declare, so that nobody who names it reports it again. Its fields are not known. */
function lostDeclaration(
  reading: Reading,
  source: SourceSyntax,
  declaration: ClassSyntax,
  called: string,
): RawDeclaration {
  const { name, place, doc } = declaration;
  const { kind = "component", storage = "table" } = words.get(called) ?? {};
  return {
    kind,
    symbol: reading.symbol({ kind: "declared", source, name, declarations: [declaration] }),
    place,
    doc,
    storage: { value: storage, place },
    tracked: false,
    clock: called === "clock",
    random: called === "random",
    readable: false,
    edges: kind === "relation" ? { exclusive: false, acyclic: false, onTargetDespawn: "remove" } : undefined,
    fields: givenFields(called, declaration),
    was: [],
  };
}

function readDeclaration(
  reading: Reading,
  source: SourceSyntax,
  declaration: ClassSyntax,
  call: ScopedCall,
  called: string,
  word: Word,
): RawDeclaration {
  const { name, place, doc } = declaration;
  const values = call.expression.arguments.map(({ value }) => ({ source: call.source, expression: value }));
  const [shape, said] = word.shaped ? values : [undefined, values[0]];
  const known = [...(options.get(called) ?? []), "was"];
  const given = readOptions(reading, said, `options of \`${called}\``, known);
  const storage = given.get("storage");
  const was = given.get("was");
  requireExport(reading, source, declaration);
  reportSpecial(reading, declaration);
  return {
    kind: word.kind,
    symbol: reading.symbol({ kind: "declared", source, name, declarations: [declaration] }),
    place,
    doc,
    storage: (called === "component" && storage && readStorage(reading, storage.value)) || {
      value: word.storage,
      place,
    },
    tracked: called === "component" && readFlag(reading, given, "tracked"),
    clock: called === "clock",
    random: called === "random",
    readable: !word.shaped || (shape !== undefined && isShape(reading, shape)),
    edges: word.kind === "relation" ? readEdgeRules(reading, given) : undefined,
    fields: word.shaped ? readShape(reading, shape, declaration, called) : givenFields(called, declaration),
    was: was === undefined ? [] : readWords(reading, was.value, "`was`", '`["motion.Place"]`'),
  };
}

function readShape(reading: Reading, shape: Scoped | undefined, declaration: ClassSyntax, called: string): RawField[] {
  if (shape !== undefined) return readFields(reading, shape);
  reading.reporter.report("ECS1008", declaration.place, `\`${declaration.name}\` lacks its fields`, {
    help: `write \`${called}({ x: f32 })\`${called === "component" ? ", or `tag()` for a component without data" : ""}`,
  });
  return [];
}

/** The fields that every clock has, and every generator of random numbers. */
function givenFields(called: string, { place }: ClassSyntax): RawField[] {
  const field = (name: string, of: "f64" | "u32" | "i32", doc: string): RawField => ({
    name,
    place,
    doc,
    type: { kind: "number", of },
    optional: false,
    default: undefined,
    range: undefined,
    unit: undefined,
  });
  if (called === "clock") {
    return [
      field("delta", "f64", "Time since the step before."),
      field("elapsed", "f64", "Time since the world was made."),
      field("tick", "u32", "Steps since the world was made."),
    ];
  }
  if (called !== "random") return [];
  const state = ["a", "b", "c"].map((name) => field(name, "i32", "A part of the state."));
  return [
    ...state,
    field("counter", "i32", "How many numbers were drawn since it was seeded, and as many more as that took."),
  ];
}

function readStorage(reading: Reading, scoped: Scoped): Located<Storage> | undefined {
  return readLiteral(reading, scoped, "`storage`", '`"table"` or `"sparse"`', isStorage);
}

function readEdgeRules(reading: Reading, given: ReadonlyMap<string, FlatMember>): EdgeRules {
  const flag = (name: string): boolean => readFlag(reading, given, name);
  const policy = given.get("onTargetDespawn");
  const example = '`"remove"`, `"cascade"` or `"refuse"`';
  const read = policy && readLiteral(reading, policy.value, "`onTargetDespawn`", example, isPolicy);
  return { exclusive: flag("exclusive"), acyclic: flag("acyclic"), onTargetDespawn: read?.value ?? "remove" };
}

function readFlag(reading: Reading, given: ReadonlyMap<string, FlatMember>, name: string): boolean {
  const member = given.get(name);
  return (member && readLiteral(reading, member.value, `\`${name}\``, "`true`", isFlag)?.value) ?? false;
}

function isFlag(value: Literal): value is boolean {
  return typeof value === "boolean";
}

function isPolicy(value: Literal): value is EdgeRules["onTargetDespawn"] {
  return value === "remove" || value === "cascade" || value === "refuse";
}

function isStorage(value: Literal): value is "table" | "sparse" {
  return value === "table" || value === "sparse";
}

/** One row, one class: nobody is there to give it types, or to finish it. */
function reportSpecial(reading: Reading, { name, place, special }: ClassSyntax): void {
  if (special === undefined) return;
  reading.reporter.report("ECS1024", place, `\`${name}\` ${special}`, {
    why: ["A declaration is one row, and its class stands for it everywhere."],
    help: `write \`export class ${name} extends …\``,
  });
}

function requireExport(reading: Reading, source: SourceSyntax, { name, place }: ClassSyntax): void {
  const exported = exportNameOf(source, name);
  if (exported === name && name !== "default") return;
  const why = "System modules and generated files import a declaration by its name.";
  const message =
    exported === undefined ? `\`${name}\` is not exported` : `\`${name}\` is not exported by its own name`;
  reading.reporter.report("ECS1010", place, message, { why: [why], help: `write \`export class ${name} extends …\`` });
}

/** A class that extends something else than a call of a word: gives back the word that was meant, if that is plain. */
function reportHeritage(reading: Reading, source: SourceSyntax, declaration: ClassSyntax): string | undefined {
  if (declaration.heritage === undefined) return undefined;
  const settled = settle(reading, { source, expression: declaration.heritage });
  if (settled.kind === "value" && settled.expression.kind === "call") {
    return reportUnknownWord(reading, declaration, { source: settled.source, expression: settled.expression.callee });
  }
  if (settled.kind !== "meaning") return undefined;
  const { meaning } = settled;
  if (meaning.kind === "package" && meaning.specifier === "ecsgen/schema" && words.has(meaning.name)) {
    return reportUncalled(reading, declaration, meaning.name);
  }
  if (meaning.kind === "declared") reportInheritance(reading, declaration, declaration.heritage, meaning);
  return undefined;
}

/** `class Pinned extends tag {}` is a class like any other for the compiler, and would be lost. */
function reportUncalled(reading: Reading, { name, place, heritage }: ClassSyntax, word: string): string {
  reading.reporter.report("ECS1008", heritage?.place ?? place, `\`${name}\` extends \`${word}\`, which is not called`, {
    help: `write \`${word}(${words.get(word)?.shaped ? "{ x: f32 }" : ""})\``,
  });
  return word;
}

function reportInheritance(
  reading: Reading,
  declaration: ClassSyntax,
  heritage: Expression,
  meaning: Meaning & { readonly kind: "declared" },
): void {
  const { source: other, declarations } = meaning;
  const base = declarations.find(({ kind }) => kind === "class");
  if (base?.kind !== "class" || base.heritage === undefined) return;
  const found = vocabularyCall(reading, { source: other, expression: base.heritage });
  if (found === undefined || !words.has(found.word)) return;
  reading.reporter.report("ECS1011", heritage.place, `\`${declaration.name}\` extends \`${base.name}\``, {
    why: ["Declarations do not inherit from each other: each is one row of its own."],
    help: `share the fields as a constant, such as \`const shape = { x: f32 }\`, and spread it: \`${found.word}({ ...shape })\``,
    related: [{ place: base.place, message: `\`${base.name}\` is declared here` }],
  });
}

/** `class Position extends component({ … })` without an import of `component` would be lost in silence. */
function reportUnknownWord(reading: Reading, { name }: ClassSyntax, callee: Scoped): string | undefined {
  const settled = settle(reading, callee);
  const unknown = settled.kind === "meaning" ? settled.meaning : undefined;
  const word = unknown?.kind === "package" && /^ecsgen(?:\/|$)/.test(unknown.specifier);
  if (unknown === undefined) return undefined;
  if (!word && unknown.kind !== "global" && (unknown.kind !== "missing" || unknown.told)) return undefined;
  const meant = meantWord(unknown);
  reading.reporter.report("ECS1015", callee.expression.place, `\`${name}\` extends nothing that can be read`, {
    why: [sentence(whyNotValue(unknown))],
    help:
      meant === undefined
        ? "extend a call of `component`, `tag`, `toggle`, `resource`, `clock`, `random`, `event` or `model` of `ecsgen/schema`"
        : `import \`${meant}\` from \`ecsgen/schema\``,
  });
  return meant;
}

function meantWord(unknown: Meaning): string | undefined {
  if (unknown.kind === "global") return suggest(unknown.name, [...words.keys()]);
  return unknown.kind === "package" && words.has(unknown.name) ? unknown.name : undefined;
}

/** `const Position = component({ … })` is no type, so no function could ask for it; what is in a namespace, nobody reads. */
function reportBareDeclarations(reading: Reading, source: SourceSyntax): void {
  for (const declaration of allDeclarations(source.declarations)) {
    const { name, place } = declaration;
    if (declaration.kind === "constant") reportConstant(reading, { ...declaration, source });
    if (declaration.kind !== "other" || declaration.what !== "a namespace") continue;
    reading.reporter.report("ECS1012", place, `\`${name}\` is a namespace`, {
      why: ["What a file declares is read at its top level, not inside of something."],
      help: "take out what it declares",
    });
  }
}

function reportConstant(
  reading: Reading,
  { name, place, value, source }: ConstantSyntax & { source: SourceSyntax },
): void {
  const word = value?.kind === "call" ? vocabularyCall(reading, { source, expression: value })?.word : undefined;
  const isClass = value?.kind === "other" && value.what === "a class expression";
  if (!isClass && (word === undefined || !words.has(word))) return;
  reading.reporter.report("ECS1012", place, `\`${name}\` is a constant, not a class`, {
    why: ["A declaration is both a type and a token, which only a class can be."],
    help: `write \`export class ${name} extends ${word === undefined ? "…" : `${word}(…)`} {}\``,
  });
}
