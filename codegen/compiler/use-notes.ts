// What a walk over a body notes down.
import type { Escape, MethodCall, PartUse } from "../model/uses.js";
import { placeOf, type Parsing } from "./parsing.js";
import { givenOfAll } from "./given.js";
import { openScope, scopeOf, type Scope, type Tracked } from "./tracking.js";
import { dottedName, unwrap, type Tree } from "./tree.js";

/** What takes properties of an object without being a function, by names that no function has. */
export const takers = {
  /** `{ ...position }` takes what is its own. */
  spread: { name: "...", parameter: 0, arguments: [] },
  /** `const { x, ...left } = position` takes what is left of these. */
  left: { name: "...left", parameter: 0, arguments: [] },
  /** `for (const name in position)` takes their names, and nothing else. */
  names: { name: "...in", parameter: 0, arguments: [] },
} as const satisfies Record<string, Escape["to"]>;

/** What a part of something given is when it takes a value: `=acc.at` of `acc.at = …`, `+acc.list` of `acc.list.push(…)`. */
export function partTaker(how: "=" | "+", of: readonly Tracked[]): Escape["to"] {
  const [part] = of.filter(({ inside }) => inside === undefined);
  return part && { name: `...${how}${[part.root, ...part.path].join(".")}`, parameter: 0, arguments: [] };
}

/** Whether that is what takes a value. */
export function isPartTaker(to: Escape["to"]): boolean {
  return to !== undefined && /^\.\.\.[=+]/.test(to.name);
}

/** What becomes of one name. */
export class Found {
  /** Parts that the function gives back. */
  readonly returns: Tracked[] = [];
  /** What was noted: callbacks are walked twice, with and without what they are called back with. */
  readonly seen = new Set<string>();
  readonly reads: PartUse[] = [];
  readonly writes: PartUse[] = [];
  readonly escapes: Escape[] = [];
  readonly calls: MethodCall[] = [];
}

/** A walk over a body, with what it found so far. */
export interface Analysis {
  readonly parsing: Parsing;
  /** Names whose methods, such as `push` and `set`, count as writes. */
  readonly containers: ReadonlySet<string>;
  /** Methods that these have of their own, such as `tools.add`, which do not. */
  readonly ownMethods: ReadonlySet<string>;
  readonly found: ReadonlyMap<string, Found>;
  /** The classes of which instances are thrown. */
  readonly throws: Set<string>;
  /** By the node that opens each. */
  readonly scopes: Map<Tree.Node, Scope>;
  /** How many functions of the body are around what is walked over. */
  depth: number;
  /** Functions within the body were seen, which may use names that get their meaning later. */
  closures: boolean;
  /** Nothing is written so far but parts of parameters, by the names of these: nothing that anybody else holds by another name. */
  contained: boolean;
  /** A name turned out to stand for more than was known when it was used. */
  again: boolean;
}

/** Begins a walk that follows names. Of `containers`, methods such as `push` count as writes, unless they are `ownMethods`. */
export function startAnalysis(
  parsing: Parsing,
  names: readonly string[],
  containers: readonly string[] = names,
  ownMethods: ReadonlySet<string> = none,
): Analysis {
  return {
    parsing,
    containers: new Set(containers),
    ownMethods,
    found: new Map(names.map((name) => [name, new Found()])),
    throws: new Set(),
    scopes: new Map(),
    depth: 0,
    closures: false,
    contained: true,
    again: false,
  };
}

/** The scope of a block or a function, which is the same each time that it is walked over. */
export function scopeAt({ scopes }: Analysis, node: Tree.Node, outer: Scope): Scope {
  const known = scopes.get(node);
  if (known !== undefined) return known;
  const isFunctionScope =
    node.type === "FunctionDeclaration" ||
    node.type === "FunctionExpression" ||
    node.type === "ArrowFunctionExpression";
  const made = openScope(outer, isFunctionScope);
  scopes.set(node, made);
  return made;
}

const none: ReadonlySet<string> = new Set();

/** `throw new Name(…)`, `throw new module.Name(…)`. */
export function noteThrown({ throws }: Analysis, argument: Tree.Expression): void {
  const thrown = unwrap(argument);
  const name = thrown.type === "NewExpression" ? dottedName(thrown.callee) : undefined;
  if (name !== undefined && /^[^.]+(?:\.[^.]+)?$/.test(name)) throws.add(name);
}

/** Notes that a name is given another value, in the scope that declares it: parameters do not stay what was given then. */
export function noteAssigned(analysis: Analysis, target: Tree.Node, home: Scope | undefined): void {
  if (target.type === "Identifier" && home?.outer === undefined) analysis.contained = false;
}

/** Notes that a member of something is written; the names of parameters are those of the outermost scope. */
export function noteWritten(analysis: Analysis, target: Tree.MemberExpression, scope: Scope): void {
  let root = unwrap(target);
  while (root.type === "MemberExpression") root = unwrap(root.object);
  const home = root.type === "Identifier" ? scopeOf(scope, root.name) : undefined;
  if (home === undefined || home.outer !== undefined) analysis.contained = false;
}

/** Notes that something is done with a part; what lies in something else was noted when it was put there. */
export function note(
  { found, parsing }: Analysis,
  how: "reads" | "writes" | "escapes",
  { root, path, inside }: Tracked,
  node: Tree.Node,
  to?: Escape["to"],
): void {
  const of = inside === undefined ? found.get(root) : undefined;
  if (of === undefined) return;
  // Reads are told apart by what is read, the others by where.
  const part = path.length === 1 ? (path[0] ?? "") : path.join(".");
  const key = how === "reads" ? part : `${how} ${part} ${node.start}`;
  const known = of.seen.size;
  if (of.seen.add(key).size === known) return;
  const place = placeOf(parsing, node);
  if (how === "escapes") of.escapes.push({ path, place, to });
  else of[how].push({ path, place });
}

/** Notes that something is done with all that an expression stands for: mostly nothing that was given. */
export function noteAll(
  analysis: Analysis,
  how: "reads" | "writes" | "escapes",
  of: readonly Tracked[],
  node: Tree.Node,
  to?: Escape["to"],
): void {
  if (of.length > 0) of.forEach((each) => note(analysis, how, each, node, to));
}

/** Notes that a function gives back parts of what it was given. */
export function noteReturned({ found }: Analysis, returned: readonly Tracked[]): void {
  for (const each of returned) {
    const known = found.get(each.root)?.returns;
    if (known?.some(({ path, inside }) => path.join() === each.path.join() && inside?.join() === each.inside?.join()))
      continue;
    known?.push(each);
  }
}

/** Notes that a method of a part is called. */
export function noteCall(
  { found, parsing }: Analysis,
  { root, path }: Tracked,
  node: Tree.CallExpression,
  callee: Tree.Node,
  scope: Scope,
): void {
  const of = found.get(root);
  const key = `calls ${path.join(".")} ${node.start}`;
  if (of === undefined || of.seen.has(key)) return;
  of.seen.add(key);
  of.calls.push({
    path,
    place: placeOf(parsing, callee),
    arguments: givenOfAll(parsing, node.arguments, scope),
  });
}
