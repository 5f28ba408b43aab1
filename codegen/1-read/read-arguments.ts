// What names and literals of arguments stand for: followed through constants of files, and through the functions that hand them on.
import type { Expression, FunctionSyntax, SourceSyntax } from "../compiler/syntax.js";
import type { RawArgument } from "../model/raw.js";
import type { Given } from "../model/uses.js";
import { meaningOfType } from "./read-signature.js";
import type { Reading } from "./reading.js";
import type { Meaning } from "./resolve-name.js";
import { symbolKey } from "../model/symbol.js";

/** What a function is given, as far as it can be told. */
export interface GivenArguments {
  readonly byName: ReadonlyMap<string, RawArgument>;
  /** The same for the same arguments. */
  readonly key: string;
}

/** Nothing that can be told. */
export const givenNothing: GivenArguments = { byName: new Map(), key: "" };

const unknown: RawArgument = { kind: "other" };

/** What a function is given by another one, which was given `known`. */
export function argumentsOf(
  reading: Reading,
  source: SourceSyntax,
  { signature }: FunctionSyntax,
  given: readonly Given[],
  known: GivenArguments,
): GivenArguments {
  if (given.length === 0) return givenNothing;
  const byName = new Map<string, RawArgument>();
  signature.parameters.forEach(({ name, rest }, index) => {
    const each = given[index];
    const found = each === undefined || rest ? unknown : argumentOf(reading, source, each, known);
    if (found.kind !== "other") byName.set(name, found);
  });
  return { byName, key: [...byName].map(([name, argument]) => `${name} ${keyOf(argument)}`).join() };
}

/** What an argument is, in a function that was given `known`. */
export function argumentOf(reading: Reading, source: SourceSyntax, given: Given, known: GivenArguments): RawArgument {
  const within = (inner: Given): RawArgument => argumentOf(reading, source, inner, known);
  switch (given.kind) {
    case "name":
      return named(reading, source, given.name);
    case "parameter":
      return known.byName.get(given.name) ?? unknown;
    case "item":
      return anyItem(within(given.of));
    case "member":
      return memberIn(within(given.of), given.name);
    case "either":
      return { kind: "either", of: given.of.map(within) };
    case "created":
      return { kind: "created", by: within(given.by) };
    case "function":
      return { ...given, returns: within(given.returns) };
    case "list":
      return { kind: "list", items: given.items.map(within) };
    case "record":
      return { kind: "record", members: new Map([...given.members].map(([name, inner]) => [name, within(inner)])) };
    case "other":
      return given;
  }
}

function memberIn(of: RawArgument, name: string): RawArgument {
  if (of.kind === "either") return { kind: "either", of: of.of.map((each) => memberIn(each, name)) };
  return (
    (of.kind === "record" ? of.members.get(name) : of.kind === "list" ? of.items[Number(name)] : undefined) ?? unknown
  );
}

function anyItem(of: RawArgument): RawArgument {
  if (of.kind === "either") return { kind: "either", of: of.of.map(anyItem) };
  if (of.kind === "record") return { kind: "either", of: [...of.members.values()] };
  return of.kind === "list" ? { kind: "either", of: of.items } : unknown;
}

/** Longer chains of constants are circles. */
const longest = 10;

/** A constant of a file stands for its value. */
function named(reading: Reading, source: SourceSyntax, name: string, depth = 0): RawArgument {
  const meaning = meaningOfType(reading, source, name);
  if (meaning.kind === "global" && name.includes(".")) return memberOf(reading, source, name, depth);
  if (meaning.kind === "global" || meaning.kind === "missing") return unknown;
  const value = valueOf(meaning);
  if (value === undefined || meaning.kind !== "declared") return { kind: "symbol", symbol: reading.symbol(meaning) };
  return depth === longest ? unknown : written(reading, meaning.source, value, depth + 1);
}

/** `waves.boss`, of a record that is a constant. */
function memberOf(reading: Reading, source: SourceSyntax, name: string, depth: number): RawArgument {
  const end = name.lastIndexOf(".");
  const of = named(reading, source, name.slice(0, end), depth);
  return (of.kind === "record" ? of.members.get(name.slice(end + 1)) : undefined) ?? unknown;
}

function valueOf(meaning: Meaning): Expression | undefined {
  const [only, ...more] = meaning.kind === "declared" ? meaning.declarations : [];
  if (only?.kind !== "constant" || only.mutable || more.length > 0) return undefined;
  const { value } = only;
  return value?.kind === "array" || value?.kind === "object" || dotted(value) !== undefined ? value : undefined;
}

/** A list or a record of tokens, or another name of one. */
function written(reading: Reading, source: SourceSyntax, value: Expression, depth: number): RawArgument {
  const name = dotted(value);
  if (name !== undefined) return named(reading, source, name, depth);
  if (value.kind === "object" && !value.members.some(({ spread }) => spread)) {
    const members = value.members.map((member): [string, RawArgument] => [
      member.name,
      written(reading, source, member.value, depth),
    ]);
    return { kind: "record", members: new Map(members) };
  }
  if (value.kind !== "array" || value.elements.some(({ spread }) => spread)) return unknown;
  return { kind: "list", items: value.elements.map((element) => written(reading, source, element.value, depth)) };
}

/** `tokens.Position`. */
function dotted(value: Expression | undefined): string | undefined {
  if (value?.kind === "name") return value.name;
  const of = value?.kind === "member" ? dotted(value.of) : undefined;
  return value?.kind !== "member" || of === undefined ? undefined : `${of}.${value.name}`;
}

function keyOf(argument: RawArgument): string {
  switch (argument.kind) {
    case "symbol":
      return symbolKey(argument.symbol);
    case "either":
      return `(${argument.of.map(keyOf).join("|")})`;
    case "list":
      return `[${argument.items.map(keyOf).join()}]`;
    case "record":
      return `{${[...argument.members].map(([name, inner]) => `${name}:${keyOf(inner)}`).join()}}`;
    case "created":
      return `${keyOf(argument.by)}.create`;
    case "function":
      return `=>${keyOf(argument.returns)}`;
    case "other":
      return "?";
  }
}
