// What names of a body stand for: a parameter, or parts of one. It follows aliases (`const spin = body.spin`), patterns, and
// methods that give back a part of what they are called on.
import type { Given } from "../model/uses.js";
import { givingValues, pickers } from "./known-functions.js";
import { dottedName, firstName, memberName, propertyName, unwrap, type Tree } from "./tree.js";

/**
 * A given name, or a part of it: `["spin", "axis"]` of `body`. `[]` in a path is any item, or a member that is computed, `()` a
 * part that a method gives back, `nearest(1)` what a function gives back of what it takes as its second parameter.
 */
export interface Tracked {
  readonly root: string;
  readonly path: readonly string[];
  /** It lies in a list or an object that was made for it, and these steps lead there: `["at"]` for `{ at: body.at }`. */
  readonly inside?: readonly string[];
}

/** Names of one block, with all that each may stand for; one that stands for nothing given hides an outer one. */
export interface Scope {
  readonly names: Map<string, readonly Tracked[]>;
  /** Those of them that stand for what they were given last. */
  straight: Set<string> | undefined;
  /** What constants stand for by their text, where that never changes: tokens, mostly. */
  readonly constants: Map<string, Given>;
  /** Whether a name of this scope is a parameter that keeps what it was given; only the outermost one knows. */
  readonly keeps: ((name: string) => boolean) | undefined;
  readonly outer: Scope | undefined;
  /** The scope of the function, where `var` declares its names. */
  readonly ofFunction: Scope | undefined;
}

/** What stands for nothing that was given. */
export const untracked: readonly Tracked[] = [];

/** All of what was given by a name. */
export function whole(root: string): readonly Tracked[] {
  return [{ root, path: noSteps }];
}

const noSteps: readonly string[] = [];

/** Whether this is all of what was given by a name. */
export function isWhole({ path, inside }: Tracked): boolean {
  return path.length === 0 && inside === undefined;
}

/** Assignments after which the target holds what stands on the right. */
export const keepers: ReadonlySet<string> = new Set(["=", "??=", "||=", "&&="]);

/** Paths do not get longer: what is done with a part of a part is done with it. */
const deepest = 12;

/** A block inside of another one, or a function. */
export function openScope(outer: Scope | undefined, isFunction = false, keeps?: Scope["keeps"]): Scope {
  return {
    names: new Map(),
    straight: undefined,
    constants: new Map(),
    keeps,
    outer,
    ofFunction: isFunction ? undefined : (outer?.ofFunction ?? outer),
  };
}

/** Whether a name of a scope may stand for so much that no more of it is followed. */
export function isFull({ names }: Scope, name: string): boolean {
  return (names.get(name)?.length ?? 0) > 50;
}

/** Lets a name of a scope stand for more, or for something else; says whether those who use it have to be asked again. */
export function give({ names, straight }: Scope, name: string, to: readonly Tracked[]): boolean {
  if (straight?.has(name)) {
    names.set(name, to.map(shortened));
    return false;
  }
  const known = names.get(name) ?? untracked;
  if (to.length === 0) {
    names.set(name, known);
    return false;
  }
  const all = [...known];
  for (const each of to.map(shortened)) if (!all.some((other) => isSame(each, other))) all.push(each);
  names.set(name, all.length === known.length ? known : all);
  return all.length > known.length;
}

/** Lets the name of a function or a class stand for nothing that was given. */
export function hide(scope: Scope, name: Tree.BindingIdentifier | null): void {
  if (name !== null) give(scope, name.name, untracked);
}

/** What a function gives back of what it gave back before is no more than that: else `load = clamp(load, …)` would never end. */
function shortened(of: Tracked): Tracked {
  const { path } = of;
  const end = path.findIndex((step, index) => index === deepest || (isResult(step) && path.indexOf(step) < index));
  return end < 0 ? of : { ...of, path: path.slice(0, end) };
}

function isResult(step: string): boolean {
  return step !== "()" && step.endsWith(")");
}

function isSame(a: Tracked, b: Tracked): boolean {
  return a.root === b.root && a.path.join() === b.path.join() && a.inside?.join() === b.inside?.join();
}

/** What a name stands for; undefined when the body does not declare it. */
export function lookup(scope: Scope | undefined, name: string): readonly Tracked[] | undefined {
  return scopeOf(scope, name)?.names.get(name);
}

/** The scope that declares a name; undefined when the body does not. */
export function scopeOf(scope: Scope | undefined, name: string): Scope | undefined {
  let at = scope;
  while (at !== undefined && !at.names.has(name)) at = at.outer;
  return at;
}

/** Parts by one name of all that is tracked. */
export function partsOf(of: readonly Tracked[], name: string): readonly Tracked[] {
  if (of.length === 0) return of;
  const only = of.length === 1 ? of[0] : undefined;
  const part = only && partOf(only, name);
  if (part !== undefined) return [part];
  const parts = of.map((each) => partOf(each, name));
  return parts.every((each) => each !== undefined) ? parts : parts.filter((each) => each !== undefined);
}

function partOf({ root, path, inside }: Tracked, name: string): Tracked | undefined {
  if (inside === undefined) return { root, path: path.length === 0 ? [name] : [...path, name] };
  const [first = "", ...rest] = inside;
  const isThere = first === name || first === "*" || name === "[]" || (first === "[]" && name === "()");
  if (!isThere) return undefined;
  return rest.length === 0 ? { root, path } : { root, path, inside: rest };
}

/** What is the thing itself, and does not lie in something that was made for it. */
export function itself(of: readonly Tracked[]): readonly Tracked[] {
  return of.every(({ inside }) => inside === undefined) ? of : of.filter(({ inside }) => inside === undefined);
}

function put(of: readonly Tracked[], step: string): readonly Tracked[] {
  return of.map(({ root, path, inside = [] }) => ({ root, path, inside: [step, ...inside] }));
}

/** All that an expression may stand for. */
export function resolve(node: Tree.Node, scope: Scope): readonly Tracked[] {
  const inner = unwrap(node);
  switch (inner.type) {
    case "Identifier":
      return lookup(scope, inner.name) ?? untracked;
    case "MemberExpression":
      return partsOf(resolve(inner.object, scope), memberName(inner) ?? "[]");
    case "ConditionalExpression":
      return [...resolve(inner.consequent, scope), ...resolve(inner.alternate, scope)];
    case "LogicalExpression":
      return [...resolve(inner.left, scope), ...resolve(inner.right, scope)];
    case "AssignmentExpression":
      if (!keepers.has(inner.operator)) return untracked;
      return [...(inner.operator === "=" ? untracked : resolve(inner.left, scope)), ...resolve(inner.right, scope)];
    case "CallExpression":
      return resolveCall(inner, scope);
    case "ArrayExpression":
      return inArray(inner, scope);
    case "ObjectExpression":
      return inObject(inner, scope);
    default:
      return untracked;
  }
}

function inArray({ elements }: Tree.ArrayExpression, scope: Scope): readonly Tracked[] {
  const all: Tracked[] = [];
  for (const element of elements) {
    if (element === null) continue;
    const isSpread = element.type === "SpreadElement";
    const of = isSpread ? partsOf(resolve(element.argument, scope), "[]") : resolve(element, scope);
    all.push(...put(of, "[]"));
  }
  return all;
}

function inObject({ properties }: Tree.ObjectExpression, scope: Scope): readonly Tracked[] {
  const all: Tracked[] = [];
  for (const property of properties) {
    if (property.type === "SpreadElement") continue;
    all.push(...put(resolve(property.value, scope), propertyName(property.key, property.computed) ?? "*"));
  }
  return all;
}

/**
 * `pairs` and `rowOf` of `ecsgen/runtime` give rows of what they are given, and `columnsOf` what has their names: whether they are these,
 * is known when escapes are. So it is with what other functions give back.
 */
function resolveCall(node: Tree.CallExpression, scope: Scope): readonly Tracked[] {
  const callee = unwrap(node.callee);
  const first = node.arguments[0];
  const called = freeName(callee, scope);
  if (called !== undefined) {
    if (called === "columnsOf" && first !== undefined) return resolve(first, scope);
    if (called === "pairs" && first !== undefined) return partsOf(resolve(first, scope), "[]");
    if (called === "rowOf" && first !== undefined) return partsOf(resolve(first, scope), "()");
    return givingValues.test(called) ? untracked : resultsOf(called, node, scope);
  }
  if (callee.type !== "MemberExpression" || !pickers.has(memberName(callee) ?? "")) return untracked;
  return partsOf(resolve(callee.object, scope), "()");
}

/** What a function may give back of what it takes. */
function resultsOf(called: string, node: Tree.CallExpression, scope: Scope): readonly Tracked[] {
  const all: Tracked[] = [];
  node.arguments.forEach((argument, index) => {
    const of = itself(resolve(argument, scope));
    if (of.length > 0) all.push(...partsOf(of, `${called}(${index})`));
  });
  return all;
}

/** A method of what is tracked; those of lists and objects that hold some of it are their own. */
export function called(callee: Tree.Node, scope: Scope): readonly Tracked[] {
  if (callee.type !== "MemberExpression") return resolve(callee, scope);
  return partsOf(itself(resolve(callee.object, scope)), memberName(callee) ?? "[]");
}

/** The name of a function that the body does not declare: `nudge`, `Math.max`. */
export function freeName(callee: Tree.Node, scope: Scope): string | undefined {
  const name = dottedName(callee);
  return name === undefined || lookup(scope, firstName(name)) !== undefined ? undefined : name;
}

/** What a pattern consists of. */
export interface PatternParts {
  /** A name, or a member of something, with what it gets. */
  onTarget(target: Tree.Node, gets: readonly Tracked[]): void;
  /** A default, or a key that is computed. */
  onExpression(value: Tree.Node): void;
  /** `...others`: a copy, whose parts are not followed; `ofObject` when it has what is left of an object, not of a list. */
  onRest(of: readonly Tracked[], rest: Tree.Node, ofObject: boolean): void;
}

/** Takes a pattern apart, and what it gets. */
export function takeApart(pattern: Tree.Node, gets: readonly Tracked[], parts: PatternParts): void {
  const target = unwrap(pattern);
  switch (target.type) {
    case "AssignmentPattern":
      parts.onExpression(target.right);
      return takeApart(target.left, gets, parts);
    case "ArrayPattern":
      for (const element of target.elements) {
        if (element?.type === "RestElement") takeRest(element, gets, parts, false);
        else if (element !== null) takeApart(element, partsOf(gets, "[]"), parts);
      }
      return;
    case "ObjectPattern":
      for (const property of target.properties) {
        if (property.type === "RestElement") takeRest(property, gets, parts, true);
        else {
          if (property.computed) parts.onExpression(property.key);
          takeApart(property.value, partsOf(gets, propertyName(property.key, property.computed) ?? "[]"), parts);
        }
      }
      return;
    default:
      parts.onTarget(target, gets);
  }
}

function takeRest(
  rest: Tree.Node & { readonly argument: Tree.Node },
  gets: readonly Tracked[],
  parts: PatternParts,
  ofObject: boolean,
): void {
  if (gets.length > 0) parts.onRest(gets, rest, ofObject);
  takeApart(rest.argument, untracked, parts);
}
