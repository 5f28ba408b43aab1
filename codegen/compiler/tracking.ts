// What names of a body stand for: a parameter, or parts of one. It follows aliases (`const spin = body.spin`), patterns, and
// methods that give back a part of what they are called on.
import { bindingName, memberName, unwrap, type Tree } from "./tree.js";

/** A given name, or a part of it: `["spin", "axis"]` of `body`; `[]` in a path is any item. */
export interface Tracked {
  readonly root: string;
  readonly path: readonly string[];
}

/** Names of one block, with all that each may stand for; one that stands for nothing given hides an outer one. */
export interface Scope {
  readonly names: Map<string, readonly Tracked[]>;
  readonly outer: Scope | undefined;
}

/** What stands for nothing that was given. */
export const untracked: readonly Tracked[] = [];

/** Methods that give back a part of what they are called on. */
const pickers = new Set("at get find findLast values".split(" "));

/** A block inside of another one. */
export function openScope(outer: Scope | undefined): Scope {
  return { names: new Map(), outer };
}

/** What a name stands for; undefined when the body does not declare it. */
export function lookup(scope: Scope | undefined, name: string): readonly Tracked[] | undefined {
  for (let at = scope; at !== undefined; at = at.outer) {
    const found = at.names.get(name);
    if (found !== undefined) return found;
  }
  return undefined;
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
    // `pairs` and `rowOf` of `ecsgen/runtime` give rows of what they are given. Whether they are these, is known when escapes are.
    case "CallExpression": {
      const callee = unwrap(inner.callee);
      const [first] = inner.arguments;
      if (callee.type === "Identifier" && first !== undefined && lookup(scope, callee.name) === undefined) {
        if (callee.name === "pairs") return resolve(first, scope);
        if (callee.name === "rowOf") return partsOf(resolve(first, scope), "[]");
      }
      if (callee.type !== "MemberExpression" || !pickers.has(memberName(callee) ?? "")) return untracked;
      return partsOf(resolve(callee.object, scope), "[]");
    }
    default:
      return untracked;
  }
}

/** What a pattern has beside names. */
export interface PatternParts {
  /** A default. */
  onDefault(value: Tree.Expression): void;
  /** `...others`: a copy, whose parts are not followed. */
  onRest(of: readonly Tracked[], rest: Tree.Node): void;
}

/** Gives the names of a pattern what they stand for. */
export function bind(target: Tree.BindingPattern, to: readonly Tracked[], scope: Scope, parts: PatternParts): void {
  switch (target.type) {
    case "Identifier":
      scope.names.set(target.name, to);
      return;
    case "AssignmentPattern":
      parts.onDefault(target.right);
      return bind(target.left, to, scope, parts);
    case "ArrayPattern":
      for (const element of target.elements) {
        if (element?.type === "RestElement") bindRest(element, to, scope, parts);
        else if (element !== null) bind(element, partsOf(to, "[]"), scope, parts);
      }
      return;
    case "ObjectPattern":
      for (const property of target.properties) {
        if (property.type === "RestElement") bindRest(property, to, scope, parts);
        else {
          const key = property.computed ? undefined : bindingName(property.key);
          bind(property.value, partsOf(to, key ?? "[]"), scope, parts);
        }
      }
  }
}

function bindRest(rest: Tree.BindingRestElement, of: readonly Tracked[], scope: Scope, parts: PatternParts): void {
  if (of.length > 0) parts.onRest(of, rest);
  bind(rest.argument, untracked, scope, parts);
}
