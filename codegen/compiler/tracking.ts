// What names of a body stand for: a parameter, or parts of one. It follows aliases (`const spin = body.spin`), patterns, and
// methods that give back a part of what they are called on.
import type { Given } from "../model/uses.js";
import { memberName, propertyName, unwrap, type Tree } from "./tree.js";

/**
 * A given name, or a part of it: `["spin", "axis"]` of `body`. `[]` in a path is any item, or a member that is computed, `()` a
 * part that a method gives back.
 */
export interface Tracked {
  readonly root: string;
  readonly path: readonly string[];
}

/** Names of one block, with all that each may stand for; one that stands for nothing given hides an outer one. */
export interface Scope {
  readonly names: Map<string, readonly Tracked[]>;
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

/** Methods that give back a part of what they are called on. */
const pickers = new Set("at get find findLast values entries".split(" "));

/** Assignments after which the target holds what stands on the right. */
export const keepers: ReadonlySet<string> = new Set(["=", "??=", "||=", "&&="]);

/** Paths do not get longer: what is done with a part of a part is done with it. */
const deepest = 12;

/** A block inside of another one, or a function. */
export function openScope(outer: Scope | undefined, isFunction = false, keeps?: Scope["keeps"]): Scope {
  return {
    names: new Map(),
    constants: new Map(),
    keeps,
    outer,
    ofFunction: isFunction ? undefined : (outer?.ofFunction ?? outer),
  };
}

/** Lets a name of a scope stand for more; says whether it did not before. */
export function give({ names }: Scope, name: string, to: readonly Tracked[]): boolean {
  const known = names.get(name) ?? untracked;
  const added = to.map(shortened).filter((each) => !known.some((other) => isSame(each, other)));
  names.set(name, added.length === 0 ? known : [...known, ...added]);
  return added.length > 0;
}

function shortened({ root, path }: Tracked): Tracked {
  return { root, path: path.length > deepest ? path.slice(0, deepest) : path };
}

function isSame(a: Tracked, b: Tracked): boolean {
  return a.root === b.root && a.path.join() === b.path.join();
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
  return of.length === 0 ? of : of.map(({ root, path }) => ({ root, path: [...path, name] }));
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
    // `pairs` and `rowOf` of `ecsgen/runtime` give rows of what they are given. Whether they are these, is known when escapes are.
    case "CallExpression": {
      const callee = unwrap(inner.callee);
      const [first] = inner.arguments;
      if (callee.type === "Identifier" && first !== undefined && lookup(scope, callee.name) === undefined) {
        if (callee.name === "pairs") return resolve(first, scope);
        if (callee.name === "rowOf") return partsOf(resolve(first, scope), "()");
      }
      if (callee.type !== "MemberExpression" || !pickers.has(memberName(callee) ?? "")) return untracked;
      return partsOf(resolve(callee.object, scope), "()");
    }
    default:
      return untracked;
  }
}

/** What a pattern consists of. */
export interface PatternParts {
  /** A name, or a member of something, with what it gets. */
  onTarget(target: Tree.Node, gets: readonly Tracked[]): void;
  /** A default, or a key that is computed. */
  onExpression(value: Tree.Node): void;
  /** `...others`: a copy, whose parts are not followed. */
  onRest(of: readonly Tracked[], rest: Tree.Node): void;
}

/** Takes a pattern apart, and what it gets. */
export function takeApart(pattern: Tree.Node, gets: readonly Tracked[], parts: PatternParts): void {
  const target = unwrap(pattern);
  switch (target.type) {
    case "AssignmentPattern":
      parts.onExpression(target.right);
      return takeApart(target.left, gets, parts);
    case "RestElement":
      if (gets.length > 0) parts.onRest(gets, target);
      return takeApart(target.argument, untracked, parts);
    case "ArrayPattern":
      for (const element of target.elements) {
        if (element !== null) takeApart(element, element.type === "RestElement" ? gets : partsOf(gets, "[]"), parts);
      }
      return;
    case "ObjectPattern":
      for (const property of target.properties) {
        if (property.type === "RestElement") takeApart(property, gets, parts);
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
