import type { Expression, SourceSyntax } from "../compiler/syntax.js";
import type { Body, BodyHead, BodyPiece, BodyText, HeadText, KeptText, NamePiece, RawBody } from "../model/body.js";
import { obstacle, type Obstacle } from "../model/obstacles.js";
import type { Place } from "../model/place.js";
import { functionOf } from "./find-function.js";
import { keptBy, type NameUse } from "./kept-declaration.js";
import { dotted, Helpers } from "./read-helpers.js";
import type { Reading } from "./reading.js";
import { meaningOfType } from "./read-signature.js";
import { exportNameOf, type Meaning } from "./resolve-name.js";
import type { SymbolRef } from "../model/symbol.js";

/**
 * Finds where the names are defined that a body takes from its file, and the functions that it hands parts to; a name that cannot be
 * imported is an obstacle. `of` is the place of the function.
 */
export function readBody(reading: Reading, source: SourceSyntax, body: Body, of: Place): RawBody {
  if (body.kind === "obstacle") return { ...body, place: of };
  const [chosen] = body.head.parameters.flatMap(({ initial }) => initial?.place ?? []);
  if (chosen !== undefined) return { kind: "obstacle", obstacle: obstacle("default", chosen), place: of };
  const helpers = new Helpers(reading);
  const read = bodyOf(helpers, source, body, of);
  return read.kind === "obstacle" ? read : { ...read, helpers: helpers.read(bodyOf) };
}

/** A body by itself. */
function bodyOf(helpers: Helpers, source: SourceSyntax, body: Body, of: Place): RawBody {
  if (body.kind === "obstacle") return { ...body, place: of };
  const names = new NamesOfBody(helpers, source, body.names);
  const initials = body.head.parameters.flatMap(({ initial }) => initial?.text ?? []);
  const obstacle = names.add(initials) ?? names.add(body.text);
  if (obstacle !== undefined) return { kind: "obstacle", obstacle, place: of };
  const head = names.headOf(body.head);
  const { outside, types, kept, own, called, unnamed } = names;
  const defined: string[] = [];
  for (const known of [outside, kept, unnamed]) {
    known.forEach((_, name) => {
      if (isDefined(helpers.reading, source, name)) defined.push(name);
    });
  }
  return {
    kind: "body",
    text: body.text,
    names: [...own],
    outside: orNone(outside),
    types: orNone(types),
    kept: orNone(kept),
    head,
    called: orNone(called),
    unnamed: orNone(unnamed),
    helpers: none,
    defined,
    place: of,
  };
}

const none: ReadonlyMap<string, never> = new Map<string, never>();

/** One empty map stands for all: a body lives as long as a run, and most of its maps are empty. */
function orNone<Value>(map: ReadonlyMap<string, Value>): ReadonlyMap<string, Value> {
  return map.size === 0 ? none : map;
}

/** What the names are that a body takes from its file, and those that what it keeps to itself takes. */
class NamesOfBody {
  readonly outside = new Map<string, SymbolRef>();
  readonly types = new Map<string, SymbolRef>();
  /** By name, which follows `type ` where it is that of a type. */
  readonly kept = new Map<string, KeptText>();
  /** All that stand there as they are. */
  readonly own: Set<string>;
  /** Functions of the project that parts are handed to. */
  readonly called = new Map<string, string>();
  /** What keeps names of these from being imported. */
  readonly unnamed = new Map<string, Obstacle>();
  private readonly helpers: Helpers;
  private readonly reading: Reading;
  private readonly source: SourceSyntax;
  /** Functions may call themselves. */
  private readonly keeping = new Set<string>();
  /** The head stands outside of the function that the rest is declared in. */
  private isInHead = false;

  constructor(helpers: Helpers, source: SourceSyntax, names: Iterable<string>) {
    this.helpers = helpers;
    this.reading = helpers.reading;
    this.source = source;
    this.own = new Set(names);
  }

  /** Finds the names of a text; gives back the first that keeps it from being printed elsewhere. */
  add(text: BodyText): Obstacle | undefined {
    for (let index = 0; index < text.length; index++) {
      const found = this.addPiece(text, index);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** The head of a body, where types that cannot be imported are obstacles. */
  headOf(head: BodyHead): BodyHead {
    const named = (text: HeadText | undefined): HeadText | undefined =>
      text === undefined || "why" in text ? text : (this.add(text) ?? text);
    this.isInHead = true;
    const parameters = head.parameters.map((parameter) => ({ ...parameter, type: named(parameter.type) }));
    const returns = named(head.returns);
    this.isInHead = false;
    return { ...head, parameters, returns };
  }

  private addHelper(name: string): boolean {
    const key = this.called.get(name) ?? this.helpers.keyOf(this.source, name);
    if (key !== undefined) this.called.set(name, key);
    return key !== undefined;
  }

  private addPiece(text: BodyText, index: number): Obstacle | undefined {
    const piece = text[index];
    if (piece === undefined || typeof piece === "string") return undefined;
    switch (piece.kind) {
      case "name":
        return this.reasonOf(piece, index === 0 ? undefined : text[index - 1], text[index + 1]);
      case "call":
        return this.addCall(piece.callee) ?? this.add(piece.text.slice(1));
      case "part":
      case "comparison":
      case "leave":
      case "next":
        return undefined;
      case "rows":
        return this.add(piece.head) ?? this.add(piece.body);
      case "assignment":
        return this.add(piece.value);
      case "return":
        return this.add(piece.value ?? []);
      default:
        return this.add(piece.text);
    }
  }

  /** What is called with parts; a function of the project need not have a name elsewhere. */
  private addCall(callee: NamePiece): Obstacle | undefined {
    const reason = this.reasonOf(callee, undefined, "(");
    const isHelper = this.addHelper(dotted(callee));
    if (reason !== undefined && isHelper) this.unnamed.set(dotted(callee), reason);
    return isHelper ? undefined : reason;
  }

  /** `before` and `after` stand around the name. */
  private reasonOf(
    named: NamePiece,
    before: BodyPiece | undefined,
    after: BodyPiece | undefined,
  ): Obstacle | undefined {
    const found = this.addName(named, before, after);
    return found && obstacle(found.kind, named.place, { name: named.name, file: found.file });
  }

  private addName(
    named: NamePiece,
    before: BodyPiece | undefined,
    after: BodyPiece | undefined,
  ): Unimportable | undefined {
    const { name, member, type } = named;
    const found = member === undefined ? undefined : this.reading.meaning(this.source, name);
    if (member !== undefined && found !== undefined && isWhole(found)) return this.addMember(name, member, type);
    const known = type ? this.types : this.outside;
    if (known.has(name)) return undefined;
    const symbol = importOf(this.reading, this.source, this.reading.meaning(this.source, name));
    if (symbol !== undefined && "kind" in symbol) {
      return !this.isInHead && this.keep(name, useOf(named, before, after)) ? undefined : symbol;
    }
    if (symbol === undefined) this.own.add(name);
    else known.set(name, symbol);
    return undefined;
  }

  /** `numbers.half`. */
  private addMember(name: string, member: string, type: boolean): Unimportable | undefined {
    const dotted = `${name}.${member}`;
    const found = importOf(this.reading, this.source, meaningOfType(this.reading, this.source, dotted));
    if (found === undefined || "kind" in found) return found ?? { kind: "missing", file: this.source.file };
    (type ? this.types : this.outside).set(dotted, found);
    return undefined;
  }

  /** Whether something that the file keeps to itself can be declared again, together with all that it is made of. */
  private keep(name: string, use: NameUse): boolean {
    const declaration = keptBy(this.reading, this.source, name, use);
    if (declaration === undefined) return false;
    const key = declaration.space === "type" ? `type ${name}` : name;
    if (this.keeping.has(key)) return true;
    this.keeping.add(key);
    if (this.add(declaration.text) !== undefined) return false;
    this.kept.set(key, { text: declaration.text, inner: declaration.names });
    return true;
  }
}

/** What is plain is not `undefined`. */
const plainTypes: ReadonlySet<string | undefined> = new Set(["number", "boolean", "string", "bigint"]);

/** Whether a name stands for a function that never gives back `undefined`, or for a constant that is something else. */
function isDefined(reading: Reading, source: SourceSyntax, name: string): boolean {
  const meaning = reading.meaning(source, name);
  if (meaning.kind !== "declared") return false;
  const { function: called } = functionOf(meaning.declarations) ?? {};
  if (called !== undefined) return plainTypes.has(called.signature.returns?.text);
  return meaning.declarations.some((each) => each.kind === "constant" && !each.mutable && isPlain(each.value));
}

function isPlain(value: Expression | undefined): boolean {
  if (value?.kind === "unary") return value.operator !== "void";
  if (value?.kind === "member") return value.of.kind === "name" && value.of.name === "Math";
  return value?.kind === "binary"
    ? !/^(?:&&|\|\||\?\?|,)$/.test(value.operator)
    : value?.kind === "literal" && value.value !== null;
}

/** `name(…)`; `name.part`, `name[index]`, `for (const part of name)`, `const { part } = name`, `typeof name`. */
function useOf({ member, type }: NamePiece, before: BodyPiece | undefined, after: BodyPiece | undefined): NameUse {
  if (type) return "type";
  const start = typeof before === "string" ? before : "";
  if (/\btypeof\s+$/.test(start)) return "picked";
  if (member !== undefined) return "picked";
  if (typeof after !== "string") return "whole";
  if (after.startsWith("(")) return "called";
  const isGoneThrough = after.startsWith(")") && start.endsWith(" of ");
  const isTakenApart = after.startsWith(";") && /\b(?:const|let) \{[^{}]*\} = $/.test(start);
  return isGoneThrough || isTakenApart || /^[.[]/.test(after) ? "picked" : "whole";
}

/** What keeps a name from being imported. */
interface Unimportable {
  readonly kind: "unexported" | "module" | "missing" | "unoffered" | "defaultExport";
  readonly file: string;
}

/** Whether a name stands for all of a file. */
function isWhole(meaning: Meaning): boolean {
  return meaning.kind === "namespace" || ("name" in meaning && meaning.name === "*");
}

/** From where something can be imported; undefined for what every program has. */
function importOf(reading: Reading, source: SourceSyntax, meaning: Meaning): SymbolRef | Unimportable | undefined {
  switch (meaning.kind) {
    case "global":
      return undefined;
    case "declared":
      if (exportNameOf(meaning.source, meaning.name) !== undefined) return importable(reading.symbol(meaning));
      return { kind: "unexported", file: meaning.source.file };
    case "package":
    case "generated":
      return importable(reading.symbol(meaning));
    case "namespace":
      return { kind: "module", file: meaning.source.file };
    case "missing":
      return { kind: "missing", file: source.file };
  }
}

function importable(symbol: SymbolRef): SymbolRef | Unimportable {
  const { file, name } = symbol;
  if (/^(?:node_modules|\.\.)\//.test(file)) return { kind: "unoffered", file };
  if (name === "*") return { kind: "module", file };
  return name === "default" ? { kind: "defaultExport", file } : symbol;
}
