// What a walk over a body notes down.
import type { Escape, Given, MethodCall, PartUse } from "../model/uses.js";
import { placeOf, type Parsing } from "./parsing.js";
import { lookup, type Scope, type Tracked } from "./tracking.js";
import { dottedName, propertyName, unwrap, type Tree } from "./tree.js";

/** What becomes of one name. */
export interface Found {
  /** What was noted: callbacks are walked twice, with and without what they are called back with. */
  readonly seen: Set<string>;
  readonly reads: PartUse[];
  readonly writes: PartUse[];
  readonly escapes: Escape[];
  readonly calls: MethodCall[];
}

/** A walk over a body, with what it found so far. */
export interface Analysis {
  readonly parsing: Parsing;
  /** Names whose methods, such as `push` and `set`, count as writes. */
  readonly containers: ReadonlySet<string>;
  readonly found: ReadonlyMap<string, Found>;
  /** The classes of which instances are thrown. */
  readonly throws: Set<string>;
}

/** Begins a walk that follows names. Of `containers`, methods such as `push` count as writes. */
export function startAnalysis(
  parsing: Parsing,
  names: readonly string[],
  containers: readonly string[] = names,
): Analysis {
  const nothing = (): Found => ({ seen: new Set(), reads: [], writes: [], escapes: [], calls: [] });
  return {
    parsing,
    containers: new Set(containers),
    found: new Map(names.map((name) => [name, nothing()])),
    throws: new Set(),
  };
}

/** `throw new Name(…)`, `throw new module.Name(…)`. */
export function noteThrown({ throws }: Analysis, argument: Tree.Expression): void {
  const thrown = unwrap(argument);
  const name = thrown.type === "NewExpression" ? dottedName(thrown.callee) : undefined;
  if (name !== undefined && /^[^.]+(?:\.[^.]+)?$/.test(name)) throws.add(name);
}

/** Notes that something is done with a part. */
export function note(
  { found, parsing }: Analysis,
  how: "reads" | "writes" | "escapes",
  { root, path }: Tracked,
  node: Tree.Node,
  to?: Escape["to"],
): void {
  const of = found.get(root);
  // Reads are told apart by what is read, the others by where.
  const key = how === "reads" ? `reads ${path.join(".")}` : `${how} ${path.join(".")} ${node.start}`;
  if (of === undefined || of.seen.has(key)) return;
  of.seen.add(key);
  const place = placeOf(parsing, node);
  if (how === "escapes") of.escapes.push({ path, place, to });
  else of[how].push({ path, place });
}

/** Notes that a method of a part is called. */
export function noteCall(
  { found, parsing }: Analysis,
  { root, path }: Tracked,
  node: Tree.CallExpression,
  callee: Tree.MemberExpression,
  scope: Scope,
): void {
  const of = found.get(root);
  const key = `calls ${path.join(".")} ${node.start}`;
  if (of === undefined || of.seen.has(key)) return;
  of.seen.add(key);
  of.calls.push({
    path,
    place: placeOf(parsing, callee),
    arguments: node.arguments.map((argument) => givenOf(argument, scope)),
  });
}

/** What names outside of the body, and literals around them, tell of a value. */
function givenOf(node: Tree.Node | null, scope: Scope): Given {
  if (node === null) return unknown;
  const inner = unwrap(node);
  switch (inner.type) {
    case "Identifier":
    case "MemberExpression": {
      const name = dottedName(inner);
      const [first = ""] = name?.split(".") ?? [];
      return name === undefined || lookup(scope, first) !== undefined ? unknown : { kind: "name", name };
    }
    case "ArrayExpression":
      if (inner.elements.some((element) => element?.type === "SpreadElement")) return unknown;
      return { kind: "list", items: inner.elements.map((element) => givenOf(element, scope)) };
    case "ObjectExpression": {
      const members = inner.properties.map((property) =>
        property.type === "Property" ? namedGiven(property, scope) : undefined,
      );
      return members.every((member) => member !== undefined) ? { kind: "record", members: new Map(members) } : unknown;
    }
    default:
      return unknown;
  }
}

const unknown: Given = { kind: "other" };

function namedGiven({ key, computed, value }: Tree.ObjectProperty, scope: Scope): [string, Given] | undefined {
  const name = propertyName(key, computed);
  return name === undefined ? undefined : [name, givenOf(value, scope)];
}
