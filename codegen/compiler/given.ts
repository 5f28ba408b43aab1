// What the arguments of a call tell by their text: names from outside of the body, literals around them, and constants that stand
// for these.
import type { Given } from "../model/uses.js";
import type { Parsing } from "./parsing.js";
import { namesOf } from "./body-patterns.js";
import { iterators } from "./known-functions.js";
import { scopeOf, type Scope } from "./tracking.js";
import {
  bindingName,
  dottedName,
  firstName,
  forEachChild,
  memberName,
  parameterParts,
  propertyName,
  unwrap,
  type Tree,
} from "./tree.js";

const unknown: Given = { kind: "other" };

/** What names outside of the body, and literals around them, tell of a value. */
export function givenOf(parsing: Parsing, node: Tree.Node | null, scope: Scope): Given {
  if (node === null) return unknown;
  const inner = unwrap(node);
  switch (inner.type) {
    case "Identifier":
      return namedBy(inner.name, scope);
    case "MemberExpression":
      return inner.computed ? itemOf(givenOf(parsing, inner.object, scope)) : namedBy(dottedName(inner), scope);
    case "CallExpression":
      return createdBy(parsing, inner, scope);
    case "ConditionalExpression":
      return { kind: "either", of: givenOfAll(parsing, [inner.consequent, inner.alternate], scope) };
    case "ArrowFunctionExpression":
    case "FunctionExpression":
      return { kind: "function", takes: takenBy(inner), returns: returnedBy(parsing, inner, scope) };
    case "ArrayExpression":
      if (inner.elements.some((element) => element?.type === "SpreadElement")) return unknown;
      return { kind: "list", items: givenOfAll(parsing, inner.elements, scope) };
    case "ObjectExpression": {
      const members = inner.properties.map((property) => membersOf(parsing, property, scope));
      return members.every((some) => some !== undefined)
        ? { kind: "record", members: new Map(members.flat()) }
        : unknown;
    }
    default:
      return unknown;
  }
}

/** The same of several. */
export function givenOfAll(parsing: Parsing, nodes: readonly (Tree.Node | null)[], scope: Scope): Given[] {
  return nodes.map((node) => givenOf(parsing, node, scope));
}

/** What is given to a function of the project, which may give it on to the world: tokens, mostly. */
export function givenTo(parsing: Parsing, { arguments: all }: Tree.CallExpression, scope: Scope): readonly Given[] {
  const given = givenOfAll(parsing, all, scope);
  return given.every(({ kind }) => kind === "other") ? [] : given;
}

/** `kinds.forEach((kind) => …)`: what is called back with the items of a list knows them. `scopeIn` gives the scope of a callback. */
export function bindItems(
  parsing: Parsing,
  { arguments: given }: Tree.CallExpression,
  callee: Tree.Node,
  scope: Scope,
  scopeIn: (callback: Tree.Node) => Scope,
): void {
  const callback = given[0] && unwrap(given[0]);
  if (callback?.type !== "ArrowFunctionExpression" && callback?.type !== "FunctionExpression") return;
  const [item] = callback.params;
  if (callee.type !== "MemberExpression" || !iterators.has(memberName(callee) ?? "") || item === undefined) return;
  const { target, initializer, rest } = parameterParts(item);
  const of = itemOf(givenOf(parsing, callee.object, scope));
  if (of.kind === "other" || initializer !== undefined || rest || callback.body === null) return;
  const assigned = assignedNames(parsing, callback.body);
  if (namesOf(target).some((name) => assigned.has(name))) return;
  bindConstants(target, of, scopeIn(callback));
}

/** `Fighter.create({ … })`. */
function createdBy(parsing: Parsing, { callee }: Tree.CallExpression, scope: Scope): Given {
  if (callee.type !== "MemberExpression" || callee.computed || memberName(callee) !== "create") return unknown;
  return { kind: "created", by: givenOf(parsing, callee.object, scope) };
}

function namedBy(name: string | undefined, scope: Scope): Given {
  if (name === undefined) return unknown;
  const first = firstName(name);
  const home = scopeOf(scope, first);
  if (home === undefined) return { kind: "name", name };
  const constant = home.constants.get(first);
  if (constant !== undefined) return name.split(".").slice(1).reduce(memberOf, constant);
  return name === first && home.keeps?.(first) === true ? { kind: "parameter", name } : unknown;
}

function memberOf(of: Given, name: string): Given {
  if (of.kind === "name") return { kind: "name", name: `${of.name}.${name}` };
  if (of.kind === "item" || of.kind === "member") return { kind: "member", of, name };
  return (of.kind === "record" ? of.members.get(name) : undefined) ?? unknown;
}

/** The names to which something in a node gives another value, or might. */
export function assignedNames({ keys }: Parsing, node: Tree.Node): ReadonlySet<string> {
  const names = new Set<string>();
  const collect = (inner: Tree.Node): void => {
    const name = bindingName(inner);
    if (name !== undefined) names.add(name);
    forEachChild(keys, inner, collect);
  };
  const search = (inner: Tree.Node): void => {
    const target = targetOf(inner);
    if (target !== undefined) collect(target);
    forEachChild(keys, inner, search);
  };
  search(node);
  return names;
}

/** What a node gives a value, or declares. */
export function targetOf(node: Tree.Node): Tree.Node | undefined {
  if (node.type === "AssignmentExpression" || node.type === "ForOfStatement" || node.type === "ForInStatement")
    return node.left;
  if (node.type === "UpdateExpression") return node.argument;
  return node.type === "VariableDeclarator" ? node.id : undefined;
}

/** Any item of a list, or any member of a record. */
export function itemOf(of: Given): Given {
  if (of.kind === "list") return { kind: "either", of: of.items };
  if (of.kind === "record") return { kind: "either", of: [...of.members.values()] };
  return /^(?:name|parameter|item|member)$/.test(of.kind) ? { kind: "item", of } : unknown;
}

/** Lets the names of a pattern stand for what is given, as far as that never changes: lists do, unless they are `as const`. */
export function bindConstants(target: Tree.Node, given: Given, scope: Scope, stays = false): void {
  const name = bindingName(target);
  if (name !== undefined) {
    if (stays || isFixed(given)) scope.constants.set(name, given);
  } else if (target.type === "ArrayPattern") {
    target.elements.forEach((element, index) => {
      if (element !== null) bindConstants(element, itemAt(given, index), scope);
    });
  } else if (target.type === "ObjectPattern") {
    for (const property of target.properties) {
      const key = property.type === "Property" ? propertyName(property.key, property.computed) : undefined;
      if (property.type === "Property" && key !== undefined) bindConstants(property.value, memberOf(given, key), scope);
    }
  }
}

function itemAt(given: Given, index: number): Given {
  if (given.kind === "either") return { kind: "either", of: given.of.map((each) => itemAt(each, index)) };
  if (given.kind === "item" || given.kind === "member") return { kind: "member", of: given, name: String(index) };
  return (given.kind === "list" ? given.items[index] : undefined) ?? unknown;
}

/** `… as const`. */
export function isAsConst(node: Tree.Node): boolean {
  if (node.type !== "TSAsExpression" || node.typeAnnotation.type !== "TSTypeReference") return false;
  return dottedName(node.typeAnnotation.typeName) === "const";
}

/** Lists and records can change after they were made. */
function isFixed(given: Given): boolean {
  if (given.kind === "either") return given.of.every(isFixed);
  return /^(?:name|parameter|item|member)$/.test(given.kind);
}

/** `...(isBig ? { heavy: true } : {})` may have members of both, and their values instead of others. */
function membersOf(
  parsing: Parsing,
  property: Tree.ObjectExpression["properties"][number],
  scope: Scope,
): [string, Given][] | undefined {
  if (property.type !== "SpreadElement") {
    const name = propertyName(property.key, property.computed);
    return name === undefined ? undefined : [[name, givenOf(parsing, property.value, scope)]];
  }
  const value = unwrap(property.argument);
  const isOptional = value.type === "LogicalExpression" && value.operator === "&&";
  return membersIn(withoutValues(givenOf(parsing, isOptional ? value.right : value, scope)));
}

function membersIn(given: Given): [string, Given][] | undefined {
  if (given.kind === "record") return [...given.members];
  if (given.kind !== "either") return undefined;
  const members = given.of.map(membersIn);
  return members.every((some) => some !== undefined) ? members.flat() : undefined;
}

/** How many parameters a function takes; undefined where it can take all that it is given. */
function takenBy({ type, params }: Tree.Function | Tree.ArrowFunctionExpression): number | undefined {
  const takesAll = type !== "ArrowFunctionExpression" || params.some((parameter) => parameterParts(parameter).rest);
  return takesAll ? undefined : params.length;
}

/** Names mean something else inside of a function, so that keys alone are told. */
function returnedBy(parsing: Parsing, { body }: Tree.Function | Tree.ArrowFunctionExpression, scope: Scope): Given {
  if (body === null) return unknown;
  const values = body.type === "BlockStatement" ? returnsIn(parsing, body) : [body];
  return withoutValues({ kind: "either", of: givenOfAll(parsing, values, scope) });
}

function returnsIn(parsing: Parsing, node: Tree.Node): (Tree.Node | null)[] {
  if (node.type === "ReturnStatement") return [node.argument];
  if (/Function|Class/.test(node.type)) return [];
  const found: (Tree.Node | null)[] = [];
  forEachChild(parsing.keys, node, (child) => found.push(...returnsIn(parsing, child)));
  return found;
}

function withoutValues(given: Given): Given {
  if (given.kind === "either") return { kind: "either", of: given.of.map(withoutValues) };
  if (given.kind !== "record") return unknown;
  return { kind: "record", members: new Map([...given.members.keys()].map((key) => [key, unknown])) };
}
