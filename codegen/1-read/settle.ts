// Follows names and members to what they stand for, so that constants can be shared between files.
import type { Expression, ObjectSyntax, SourceSyntax } from "../compiler/syntax.js";
import { exportOf, memberOf, type Meaning } from "./resolve-name.js";
import type { Reading } from "./reading.js";
import { vocabulary } from "./vocabulary.js";
import type { FlatMember, FlatObject, Scoped, ScopedCall } from "./scoped.js";

/** What an expression stands for: an expression that is no name, what a name means, or why neither is known. */
export type Settled =
  | { readonly kind: "value"; readonly source: SourceSyntax; readonly expression: Expression }
  | { readonly kind: "meaning"; readonly meaning: Meaning }
  | { readonly kind: "unreadable"; readonly why: string };

/** Longer chains of constants are circles. */
const longest = 50;

/** Follows an expression as far as it can be read. */
export function settle(reading: Reading, { source, expression }: Scoped, depth = 0): Settled {
  if (depth > longest) return { kind: "unreadable", why: "it refers to itself" };
  if (expression.kind === "name") {
    return settleMeaning(reading, reading.meaning(source, expression.name), depth);
  }
  if (expression.kind !== "member") return { kind: "value", source, expression };
  const of = settle(reading, { source, expression: expression.of }, depth + 1);
  if (of.kind === "unreadable") return of;
  if (of.kind === "value") return settleProperty(reading, of, expression.name, depth);
  const { meaning } = of;
  if (meaning.kind === "missing") return { kind: "unreadable", why: meaning.why };
  const member = memberOf(reading.files, meaning, expression.name);
  if (member !== undefined) return settleMeaning(reading, member, depth);
  if (meaning.kind === "global") return { kind: "meaning", meaning: globalMember(meaning.name, expression.name) };
  return { kind: "unreadable", why: `\`${expression.name}\` is not a constant that can be read` };
}

function globalMember(of: string, name: string): Meaning {
  return { kind: "global", name: `${of}.${name}` };
}

function settleMeaning(reading: Reading, meaning: Meaning, depth: number): Settled {
  if (meaning.kind !== "declared") return { kind: "meaning", meaning };
  const constant = meaning.declarations.find(({ kind }) => kind === "constant");
  if (constant?.kind !== "constant") return { kind: "meaning", meaning };
  if (constant.mutable) return { kind: "unreadable", why: `\`${meaning.name}\` is a variable, not a \`const\`` };
  if (constant.value === undefined) return { kind: "unreadable", why: `\`${meaning.name}\` has no value` };
  return settle(reading, { source: meaning.source, expression: constant.value }, depth + 1);
}

function settleProperty(reading: Reading, of: Scoped, name: string, depth: number): Settled {
  const { source, expression } = of;
  if (expression.kind !== "object") return { kind: "unreadable", why: `\`${name}\` is asked of ${nounOf(expression)}` };
  const member = flatMembers(reading, source, expression).members.find((known) => known.name === name);
  if (member !== undefined) return settle(reading, member.value, depth + 1);
  return { kind: "unreadable", why: `the object has no property \`${name}\`` };
}

/** The name of `ecsgen/schema` that an expression stands for. */
export function vocabularyOf(reading: Reading, scoped: Scoped): string | undefined {
  if (scoped.expression.kind !== "name" && scoped.expression.kind !== "member") return undefined;
  const settled = settle(reading, scoped);
  if (settled.kind !== "meaning" || settled.meaning.kind !== "package") return undefined;
  return settled.meaning.specifier === "ecsgen/schema" ? settled.meaning.name : undefined;
}

/** The call of a word of `ecsgen/schema` that an expression stands for. */
export function vocabularyCall(
  reading: Reading,
  scoped: Scoped,
): { readonly word: string; readonly call: ScopedCall } | undefined {
  const settled = settle(reading, scoped);
  if (settled.kind !== "value" || settled.expression.kind !== "call") return undefined;
  const word = vocabularyOf(reading, { source: settled.source, expression: settled.expression.callee });
  return word === undefined ? undefined : { word, call: { source: settled.source, expression: settled.expression } };
}

/**
 * The constant, class or function that an expression names; constants that only stand for another are looked through.
 * For `motion` in `use(motion, …)`: the constant that was made with `core(…)`, not the call.
 */
export function namedBy(reading: Reading, { source, expression }: Scoped, depth = 0): Meaning | undefined {
  if (depth > longest) return undefined;
  const meaning = directMeaning(reading, { source, expression });
  if (meaning?.kind !== "declared") return meaning;
  const constant = meaning.declarations.find(({ kind }) => kind === "constant");
  const value = constant?.kind === "constant" && !constant.mutable ? constant.value : undefined;
  if (value?.kind !== "name" && value?.kind !== "member") return meaning;
  return namedBy(reading, { source: meaning.source, expression: value }, depth + 1) ?? meaning;
}

function directMeaning(reading: Reading, { source, expression }: Scoped): Meaning | undefined {
  if (expression.kind === "name") return reading.meaning(source, expression.name);
  if (expression.kind !== "member") return undefined;
  const of = settle(reading, { source, expression: expression.of });
  if (of.kind === "meaning") return memberOf(reading.files, of.meaning, expression.name);
  if (of.kind !== "value" || of.expression.kind !== "object") return undefined;
  const member = of.expression.members.find(({ name, spread }) => !spread && name === expression.name);
  return member === undefined ? undefined : directMeaning(reading, { source: of.source, expression: member.value });
}

/** What the default export of a file stands for. */
export function defaultExportOf(reading: Reading, source: SourceSyntax): Settled {
  return settleMeaning(reading, exportOf(reading.files, source, "default"), 0);
}

function calledName(callee: Expression): string | undefined {
  return callee.kind === "name" || callee.kind === "member" ? callee.name : undefined;
}

/** A reason as a sentence of its own. */
export function sentence(why: string): string {
  return `${why.charAt(0).toUpperCase()}${why.slice(1)}${why.endsWith("?") ? "" : "."}`;
}

/** What an author would call it. */
export function nounOf(expression: Expression): string {
  switch (expression.kind) {
    case "literal":
      return expression.value === null ? "`null`" : `a ${typeof expression.value}`;
    case "name":
      return `the name \`${expression.name}\``;
    case "member":
      return `the member \`${expression.name}\``;
    case "call":
      return calledName(expression.callee) === undefined ? "a call" : `a call of \`${calledName(expression.callee)}\``;
    case "new":
      return "a `new` expression";
    case "object":
    case "array":
      return `an ${expression.kind}`;
    case "unary":
    case "binary":
      return "a calculation";
    case "function":
      return "a function";
    case "other":
      return expression.what;
  }
}

/** The members of an object with what was spread into it; a later member takes the place of a spread one of its name. */
export function flatMembers(reading: Reading, source: SourceSyntax, object: ObjectSyntax): FlatObject {
  const known = reading.flat.get(object);
  if (known !== undefined) return known;
  const members = object.members.map(({ spread, name, place, doc, value }): FlatMember => ({
    name,
    place,
    doc,
    value: { source, expression: value },
    spread,
  }));
  if (members.some(({ spread }) => spread)) return withSpreads(reading, object, members);
  const flat = { members, unreadable: noneUnreadable };
  reading.flat.set(object, flat);
  return flat;
}

const noneUnreadable: FlatObject["unreadable"] = [];

/** An object whose members are still being found. */
interface Growing {
  readonly members: FlatMember[];
  readonly unreadable: FlatObject["unreadable"][number][];
}

function withSpreads(reading: Reading, object: ObjectSyntax, members: readonly FlatMember[]): FlatObject {
  const flat: Growing = { members: [], unreadable: [] };
  // Kept before it is complete, so that an object that is spread into itself ends here.
  reading.flat.set(object, flat);
  for (const member of members) {
    if (member.spread) addSpread(reading, flat, member.value);
    else addMember(flat, member);
  }
  return flat;
}

function addMember({ members }: Growing, member: FlatMember): void {
  const index = members.findIndex(({ name, spread }) => name === member.name && (spread || member.spread));
  if (index < 0) members.push(member);
  else members[index] = member;
}

function addSpread(reading: Reading, flat: Growing, scoped: Scoped): void {
  const settled = settle(reading, scoped);
  if (settled.kind !== "value" || settled.expression.kind !== "object") {
    flat.unreadable.push({ place: scoped.expression.place, why: whyNot(settled) });
    return;
  }
  const inner = flatMembers(reading, settled.source, settled.expression);
  for (const member of inner.members) addMember(flat, { ...member, spread: true });
  flat.unreadable.push(...inner.unreadable);
}

/** Why what an expression stands for is not what was expected. */
export function whyNot(settled: Settled): string {
  if (settled.kind === "unreadable") return settled.why;
  return settled.kind === "value" ? `it is ${nounOf(settled.expression)}` : whyNotValue(settled.meaning);
}

/** Why a name gives no value that can be read. */
export function whyNotValue(meaning: Meaning): string {
  switch (meaning.kind) {
    case "missing":
      return meaning.why;
    case "global":
      return vocabulary.has(meaning.name)
        ? `\`${meaning.name}\` is not imported from \`ecsgen/schema\``
        : `nothing here is called \`${meaning.name}\``;
    case "package":
      if (meaning.specifier === "ecsgen/schema") return `\`${meaning.name}\` is a word of \`ecsgen/schema\``;
      return `\`${meaning.specifier}\` is a package, whose files are not read`;
    case "generated":
      return `\`${meaning.path}\` is generated, and not there before reading`;
    case "namespace":
      return `\`${meaning.source.file}\` is a whole file`;
    case "declared":
      return `\`${meaning.name}\` is not a constant`;
  }
}
