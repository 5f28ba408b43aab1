// What a body does with the names it was given: which it writes to, which it hands on.
// It follows aliases (`const spin = body.spin`), patterns and the callbacks of array methods, not calls of other functions.
import type { ParameterUse } from "../model/raw.js";
import type { Place } from "../model/place.js";
import { placeOf, type Parsing } from "./parsing.js";
import {
  bindingName,
  dottedName,
  forEachChild,
  isClass,
  isFunction,
  memberName,
  parameterParts,
  unwrap,
  withoutExport,
  type Tree,
} from "./tree.js";

/** A name that stands for a given one, or for a part of it. */
interface Tracked {
  readonly root: string;
  readonly path: readonly string[];
}

/** Names of one block; `undefined` hides an outer name. */
interface Scope {
  readonly names: Map<string, Tracked | undefined>;
  readonly outer: Scope | undefined;
}

interface Found {
  /** Where writes and escapes were noted: callbacks are walked twice, with and without what they are called back with. */
  readonly seen: Set<string>;
  readonly writes: Place[];
  readonly escapes: Place[];
  readonly parts: { readonly path: readonly string[]; readonly place: Place }[];
}

interface Analysis {
  readonly parsing: Parsing;
  /** Names whose methods, such as `push` and `set`, count as writes. */
  readonly containers: ReadonlySet<string>;
  readonly found: ReadonlyMap<string, Found>;
  /** The classes of which instances are thrown. */
  readonly throws: Set<string>;
}

const mutators = new Set(
  "push pop shift unshift splice sort reverse fill copyWithin set add delete clear append".split(" "),
);
/** Methods that give back a part of what they are called on. */
const pickers = new Set("at get find findLast".split(" "));
/** Methods that call back with the parts of what they are called on. */
const iterators = new Set("forEach map filter some every find findIndex findLast flatMap".split(" "));

/** Kinds of nodes that hold types or nothing: no value is used in them. */
function isInert({ type }: Tree.Node): boolean {
  return (type.startsWith("TS") && !valueNodes.has(type)) || type === "Identifier" || type === "Literal";
}

const valueNodes: ReadonlySet<string> = new Set([
  "TSAsExpression",
  "TSSatisfiesExpression",
  "TSTypeAssertion",
  "TSNonNullExpression",
  "TSInstantiationExpression",
  "TSModuleDeclaration",
  "TSModuleBlock",
  "TSEnumDeclaration",
  "TSEnumBody",
  "TSEnumMember",
  "TSExportAssignment",
]);

/** How a function uses its parameters, and what it throws. */
export function parameterUses(
  parsing: Parsing,
  parameters: readonly Tree.ParamPattern[],
  body: Tree.Node,
): { readonly uses: ParameterUse[]; readonly throws: string[] } {
  const parts = parameters.map(parameterParts);
  const names = parts.map(({ target }, index) => bindingName(target) ?? `_${index}`);
  const analysis = startAnalysis(parsing, names);
  const scope = openScope(undefined);
  parts.forEach(({ target, initializer }, index) => {
    bind(analysis, target, { root: names[index] ?? "", path: [] }, scope);
    if (initializer !== undefined) visit(analysis, initializer, scope);
  });
  visit(analysis, body, scope);
  const uses = [...analysis.found].map(([parameter, { writes, escapes, parts }]) => ({
    parameter,
    writes,
    escapes,
    parts,
  }));
  return { uses, throws: [...analysis.throws] };
}

/**
 * Which of some top-level names a file writes to, and where first. Of `containers`, methods such as `push` count as well;
 * `others` may be anything, whose `add` may be a function like any other.
 */
export function writtenNames(
  parsing: Parsing,
  containers: readonly string[],
  others: readonly string[],
): ReadonlyMap<string, Place> {
  const names = [...containers, ...others];
  const written = new Map<string, Place>();
  if (names.length === 0) return written;
  const analysis = startAnalysis(parsing, names, containers);
  const scope = openScope(undefined);
  for (const name of names) scope.names.set(name, { root: name, path: [] });
  const bodies = openScope(scope);
  for (const statement of parsing.program.body) visitTopLevel(analysis, withoutExport(statement), bodies);
  for (const name of names) {
    const [first] = analysis.found.get(name)?.writes ?? [];
    if (first !== undefined) written.set(name, first);
  }
  return written;
}

/** Here declarations give names their meaning, where inside of functions they hide an outer one. */
function visitTopLevel(analysis: Analysis, node: Tree.Node, scope: Scope): void {
  if (node.type === "VariableDeclaration") {
    for (const { init } of node.declarations) descend(analysis, init, scope);
  } else if (isFunction(node)) visitFunction(analysis, node, scope, undefined);
  else if (isClass(node)) visit(analysis, node.body, scope);
  else visit(analysis, node, scope);
}

function startAnalysis(parsing: Parsing, names: readonly string[], containers: readonly string[] = names): Analysis {
  return {
    parsing,
    containers: new Set(containers),
    found: new Map(names.map((name) => [name, { seen: new Set(), writes: [], escapes: [], parts: [] }])),
    throws: new Set(),
  };
}

function openScope(outer: Scope | undefined): Scope {
  return { names: new Map(), outer };
}

function lookup(scope: Scope | undefined, name: string): Tracked | undefined {
  for (let at = scope; at !== undefined; at = at.outer) if (at.names.has(name)) return at.names.get(name);
  return undefined;
}

function descend(analysis: Analysis, node: Tree.Node | null, scope: Scope): void {
  if (node !== null) visit(analysis, node, scope);
}

function visit(analysis: Analysis, node: Tree.Node, scope: Scope): void {
  switch (node.type) {
    case "FunctionDeclaration":
      hide(scope, node.id);
      return visitFunction(analysis, node, scope, undefined);
    case "FunctionExpression":
    case "ArrowFunctionExpression":
      return visitFunction(analysis, node, scope, undefined);
    case "VariableDeclarator":
      descend(analysis, node.init, scope);
      return bind(analysis, node.id, node.init === null ? undefined : resolve(node.init, scope), scope);
    case "ForOfStatement":
      return visitForOf(analysis, node, openScope(scope));
    case "SwitchStatement": {
      visit(analysis, node.discriminant, scope);
      const inner = openScope(scope);
      for (const each of node.cases) visit(analysis, each, inner);
      return;
    }
    case "CatchClause": {
      const inner = openScope(scope);
      if (node.param !== null) bind(analysis, node.param, undefined, inner);
      return visit(analysis, node.body, inner);
    }
    case "BlockStatement":
    case "StaticBlock":
    case "ForStatement":
    case "ForInStatement":
      return visitChildren(analysis, node, openScope(scope));
    case "ClassDeclaration":
    case "ClassExpression":
      hide(scope, node.id);
      return visit(analysis, node.body, scope);
    case "ObjectExpression":
      for (const property of node.properties) {
        if (property.type === "Property") leave(analysis, property.value, scope);
        visitChildren(analysis, property, scope);
      }
      return;
    default:
      if (isInert(node)) return;
      visitUse(analysis, node, scope);
      visitChildren(analysis, node, scope);
  }
}

function visitChildren(analysis: Analysis, node: Tree.Node, scope: Scope): void {
  forEachChild(analysis.parsing.keys, node, (child) => visit(analysis, child, scope));
}

function hide(scope: Scope, name: Tree.BindingIdentifier | null): void {
  if (name !== null) scope.names.set(name.name, undefined);
}

function visitFunction(
  analysis: Analysis,
  { params, body }: Tree.Function | Tree.ArrowFunctionExpression,
  scope: Scope,
  firstParameter: Tracked | undefined,
): void {
  const inner = openScope(scope);
  params.forEach((parameter, index) => {
    const { target, initializer } = parameterParts(parameter);
    descend(analysis, initializer ?? null, inner);
    bind(analysis, target, index === 0 ? firstParameter : undefined, inner);
  });
  if (body === null) return;
  if (body.type !== "BlockStatement") leave(analysis, body, inner);
  visit(analysis, body, inner);
}

function visitForOf(analysis: Analysis, { left, right, body }: Tree.ForOfStatement, scope: Scope): void {
  visit(analysis, right, scope);
  const of = resolve(right, scope);
  if (left.type === "VariableDeclaration") {
    for (const { id } of left.declarations) bind(analysis, id, of && part(of, "[]"), scope);
  } else write(analysis, left, scope);
  visit(analysis, body, scope);
}

/** Gives the names of a pattern what they stand for. */
function bind(analysis: Analysis, target: Tree.BindingPattern, to: Tracked | undefined, scope: Scope): void {
  switch (target.type) {
    case "Identifier":
      scope.names.set(target.name, to);
      return;
    case "AssignmentPattern":
      visit(analysis, target.right, scope);
      return bind(analysis, target.left, to, scope);
    case "ArrayPattern":
      for (const element of target.elements) {
        if (element?.type === "RestElement") bind(analysis, element.argument, to, scope);
        else if (element !== null) bind(analysis, element, to && part(to, "[]"), scope);
      }
      return;
    case "ObjectPattern":
      for (const property of target.properties) {
        if (property.type === "RestElement") bind(analysis, property.argument, to, scope);
        else {
          const key = property.computed ? undefined : bindingName(property.key);
          bind(analysis, property.value, to && part(to, key ?? "[]"), scope);
        }
      }
  }
}

/** What an expression stands for, when it is a given name or a part of one. */
function resolve(node: Tree.Node, scope: Scope): Tracked | undefined {
  const inner = unwrap(node);
  switch (inner.type) {
    case "Identifier":
      return lookup(scope, inner.name);
    case "MemberExpression": {
      const of = resolve(inner.object, scope);
      return of && part(of, memberName(inner) ?? "[]");
    }
    case "ConditionalExpression":
      return resolve(inner.consequent, scope) ?? resolve(inner.alternate, scope);
    case "LogicalExpression":
      return resolve(inner.left, scope) ?? resolve(inner.right, scope);
    case "CallExpression": {
      const { callee } = inner;
      if (callee.type !== "MemberExpression" || callee.computed) return undefined;
      if (!pickers.has(memberName(callee) ?? "")) return undefined;
      const of = resolve(callee.object, scope);
      return of && part(of, "[]");
    }
    default:
      return undefined;
  }
}

function part(of: Tracked, name: string): Tracked {
  return { root: of.root, path: [...of.path, name] };
}

/** Notes what one node does; its children are visited by the caller. */
function visitUse(analysis: Analysis, node: Tree.Node, scope: Scope): void {
  switch (node.type) {
    case "AssignmentExpression":
      write(analysis, node.left, scope);
      if (keepers.has(node.operator)) leave(analysis, node.right, scope);
      return;
    case "UpdateExpression":
      return write(analysis, node.argument, scope);
    case "UnaryExpression":
      if (node.operator === "delete") write(analysis, node.argument, scope);
      return;
    case "CallExpression":
      return visitCall(analysis, node, scope);
    case "NewExpression":
      return leaveAll(analysis, node.arguments, scope);
    case "ImportExpression":
      return leaveAll(analysis, [node.source, node.options], scope);
    case "ArrayExpression":
      return leaveAll(analysis, node.elements, scope);
    case "ThrowStatement":
      noteThrown(analysis, node.argument);
      return leave(analysis, node.argument, scope);
    case "ReturnStatement":
    case "YieldExpression":
      return leaveAll(analysis, [node.argument], scope);
    default:
  }
}

/** Assignments after which the target holds what stands on the right. */
const keepers: ReadonlySet<string> = new Set(["=", "??=", "||=", "&&="]);

/** `throw new Name(…)`, `throw new module.Name(…)`. */
function noteThrown({ throws }: Analysis, argument: Tree.Expression): void {
  const thrown = unwrap(argument);
  const name = thrown.type === "NewExpression" ? dottedName(thrown.callee) : undefined;
  if (name !== undefined && /^[^.]+(?:\.[^.]+)?$/.test(name)) throws.add(name);
}

function visitCall(analysis: Analysis, node: Tree.CallExpression, scope: Scope): void {
  const callee = unwrap(node.callee);
  const [first, ...rest] = node.arguments;
  if (callee.type === "MemberExpression" && !callee.computed) {
    const name = memberName(callee) ?? "";
    const of = resolve(callee.object, scope);
    if (of !== undefined && analysis.containers.has(of.root) && mutators.has(name))
      note(analysis, of, "writes", callee);
    if (of !== undefined && iterators.has(name) && first !== undefined) {
      const callback = unwrap(first);
      if (callback.type === "ArrowFunctionExpression" || callback.type === "FunctionExpression") {
        visitFunction(analysis, callback, scope, part(of, "[]"));
      }
    }
    if (first !== undefined && writers.has(`${bindingName(callee.object)}.${name}`)) {
      const target = resolve(first, scope);
      if (target !== undefined) note(analysis, target, "writes", first);
      return leaveAll(analysis, rest, scope);
    }
  }
  leaveAll(analysis, node.arguments, scope);
}

/** Functions that write to their first argument. */
const writers: ReadonlySet<string> = new Set([
  "Object.assign",
  "Object.defineProperty",
  "Object.defineProperties",
  "Object.setPrototypeOf",
  "Reflect.set",
  "Reflect.deleteProperty",
  "Reflect.defineProperty",
]);

/** A target of an assignment; a bare name is only bound anew. */
function write(analysis: Analysis, target: Tree.Node, scope: Scope): void {
  const inner = unwrap(target);
  switch (inner.type) {
    case "MemberExpression": {
      const of = resolve(inner, scope);
      if (of !== undefined) note(analysis, of, "writes", inner);
      return;
    }
    case "ArrayPattern":
      for (const element of inner.elements) if (element !== null) write(analysis, element, scope);
      return;
    case "ObjectPattern":
      for (const property of inner.properties) {
        write(analysis, property.type === "Property" ? property.value : property, scope);
      }
      return;
    case "AssignmentPattern":
      return write(analysis, inner.left, scope);
    case "RestElement":
      return write(analysis, inner.argument, scope);
    default:
  }
}

function leaveAll(analysis: Analysis, nodes: readonly (Tree.Node | null)[], scope: Scope): void {
  for (const node of nodes) if (node !== null) leave(analysis, node, scope);
}

/** An expression whose value is kept or handed on. */
function leave(analysis: Analysis, node: Tree.Node, scope: Scope): void {
  const of = resolve(node, scope);
  if (of !== undefined) note(analysis, of, "escapes", node);
}

function note(analysis: Analysis, of: Tracked, how: "writes" | "escapes", node: Tree.Node): void {
  const found = analysis.found.get(of.root);
  const key = `${how}${node.start}`;
  if (found === undefined || found.seen.has(key)) return;
  found.seen.add(key);
  const place = placeOf(analysis.parsing, node);
  if (how === "writes") found.writes.push(place);
  else if (of.path.length === 0) found.escapes.push(place);
  else found.parts.push({ path: of.path, place });
}
