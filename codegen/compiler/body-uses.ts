// What a body does with the names it was given: which parts it reads and writes, which it hands on, and whose methods it calls.
// Whatever becomes of a value in a way that is not followed counts as kept by somebody: an escape.
import type { Place } from "../model/place.js";
import type { Parsing } from "./parsing.js";
import type { ParameterUseSyntax } from "./syntax.js";
import { bind, lookup, openScope, partsOf, resolve, untracked, type Scope, type Tracked } from "./tracking.js";
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
import { note, noteCall, noteThrown, startAnalysis, type Analysis } from "./use-notes.js";

const mutators = new Set(
  "push pop shift unshift splice sort reverse fill copyWithin set add delete clear append".split(" "),
);
/** Methods that call back with the parts of what they are called on. */
const iterators = new Set("forEach map filter some every find findIndex findLast flatMap".split(" "));

/** How a function uses its parameters, and what it throws. */
export function parameterUses(
  parsing: Parsing,
  parameters: readonly Tree.ParamPattern[],
  body: Tree.Node,
): { readonly uses: ParameterUseSyntax[]; readonly throws: string[] } {
  const parts = parameters.map(parameterParts);
  const names = parts.map(({ target }, index) => bindingName(target) ?? `_${index}`);
  const analysis = startAnalysis(parsing, names);
  const scope = openScope(undefined);
  parts.forEach(({ target, initializer }, index) => {
    bindTo(analysis, target, [{ root: names[index] ?? "", path: [] }], scope);
    if (initializer !== undefined) visit(analysis, initializer, scope, true);
  });
  visit(analysis, body, scope, true);
  const uses = [...analysis.found].map(([parameter, { reads, writes, escapes, calls }]) => ({
    parameter,
    reads,
    writes,
    escapes,
    calls,
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
  for (const name of names) scope.names.set(name, [{ root: name, path: [] }]);
  const bodies = openScope(scope);
  for (const statement of parsing.program.body) visitTopLevel(analysis, withoutExport(statement), bodies);
  for (const name of names) {
    const [first] = analysis.found.get(name)?.writes ?? [];
    if (first !== undefined) written.set(name, first.place);
  }
  return written;
}

/** Here declarations give names their meaning, where inside of functions they hide an outer one. */
function visitTopLevel(analysis: Analysis, node: Tree.Node, scope: Scope): void {
  if (node.type === "VariableDeclaration") {
    for (const { init } of node.declarations) if (init !== null) visit(analysis, init, scope, true);
  } else if (isFunction(node)) visitFunction(analysis, node, scope, untracked);
  else if (isClass(node)) visit(analysis, node.body, scope, true);
  else visit(analysis, node, scope, true);
}

/** Walks over a node; `kept` when something becomes of its value that nobody can follow. */
function visit(analysis: Analysis, node: Tree.Node, scope: Scope, kept: boolean): void {
  switch (node.type) {
    case "Identifier":
      return visitName(analysis, node, scope, kept);
    case "MemberExpression":
      return visitMember(analysis, node, scope, kept);
    case "CallExpression":
      return visitCall(analysis, node, scope);
    case "AssignmentExpression":
      return visitAssignment(analysis, node, scope);
    case "UpdateExpression":
      return update(analysis, node.argument, scope);
    case "UnaryExpression":
      if (node.operator === "delete") write(analysis, node.argument, scope);
      return visit(analysis, node.argument, scope, false);
    case "BinaryExpression":
      return visitChildren(analysis, node, scope, false);
    case "LogicalExpression":
      visit(analysis, node.left, scope, kept && node.operator !== "&&");
      return visit(analysis, node.right, scope, kept);
    case "ConditionalExpression":
      visit(analysis, node.test, scope, false);
      visit(analysis, node.consequent, scope, kept);
      return visit(analysis, node.alternate, scope, kept);
    case "ChainExpression":
    case "ParenthesizedExpression":
    case "TSAsExpression":
    case "TSSatisfiesExpression":
    case "TSNonNullExpression":
    case "TSTypeAssertion":
    case "TSInstantiationExpression":
      return visit(analysis, node.expression, scope, kept);
    case "TaggedTemplateExpression":
      visit(analysis, node.tag, scope, false);
      return visitChildren(analysis, node.quasi, scope, true);
    case "TemplateLiteral":
    case "ExpressionStatement":
      return visitChildren(analysis, node, scope, false);
    case "VariableDeclarator":
      return visitVariable(analysis, node, scope);
    case "ThrowStatement":
      noteThrown(analysis, node.argument);
      return visit(analysis, node.argument, scope, true);
    default:
      return visitBlock(analysis, node, scope);
  }
}

/** What opens scopes, and statements whose parts are only looked at. */
function visitBlock(analysis: Analysis, node: Tree.Node, scope: Scope): void {
  switch (node.type) {
    case "FunctionDeclaration":
    case "FunctionExpression":
    case "ArrowFunctionExpression":
      return visitFunction(analysis, node, scope, untracked);
    case "BlockStatement":
    case "StaticBlock":
      return visitStatements(analysis, node.body, openScope(scope));
    case "IfStatement":
    case "WhileStatement":
    case "DoWhileStatement":
      visit(analysis, node.test, scope, false);
      if (node.type !== "IfStatement") return visit(analysis, node.body, scope, true);
      visit(analysis, node.consequent, scope, true);
      return descend(analysis, node.alternate, scope, true);
    case "ForStatement":
      return visitChildren(analysis, node, openScope(scope), false);
    case "ForOfStatement":
    case "ForInStatement":
      return visitForEach(analysis, node, openScope(scope));
    case "SwitchStatement": {
      visit(analysis, node.discriminant, scope, false);
      const inner = openScope(scope);
      for (const { test, consequent } of node.cases) {
        descend(analysis, test, inner, false);
        visitStatements(analysis, consequent, inner);
      }
      return;
    }
    case "CatchClause": {
      const inner = openScope(scope);
      if (node.param !== null) bindTo(analysis, node.param, untracked, inner);
      return visit(analysis, node.body, inner, true);
    }
    case "ClassDeclaration":
    case "ClassExpression":
      hide(scope, node.id);
      descend(analysis, node.superClass, scope, true);
      return visit(analysis, node.body, scope, true);
    case "Property":
    case "PropertyDefinition":
    case "AccessorProperty":
    case "MethodDefinition":
      if (node.computed) visit(analysis, node.key, scope, false);
      return descend(analysis, node.value, scope, true);
    case "LabeledStatement":
      return visit(analysis, node.body, scope, true);
    case "BreakStatement":
    case "ContinueStatement":
    case "MetaProperty":
      return;
    default:
      if (!node.type.startsWith("TS") || valueNodes.has(node.type)) visitChildren(analysis, node, scope, true);
  }
}

/** Nodes of TypeScript that hold more than types. */
const valueNodes: ReadonlySet<string> = new Set([
  "TSModuleDeclaration",
  "TSModuleBlock",
  "TSEnumDeclaration",
  "TSEnumBody",
  "TSEnumMember",
  "TSExportAssignment",
]);

function descend(analysis: Analysis, node: Tree.Node | null, scope: Scope, kept: boolean): void {
  if (node !== null) visit(analysis, node, scope, kept);
}

function visitChildren(analysis: Analysis, node: Tree.Node, scope: Scope, kept: boolean): void {
  forEachChild(analysis.parsing.keys, node, (child) => visit(analysis, child, scope, kept));
}

/** Functions are known before their declaration. */
function visitStatements(analysis: Analysis, statements: readonly Tree.Node[], scope: Scope): void {
  for (const statement of statements) if (isFunction(statement)) hide(scope, statement.id);
  for (const statement of statements) visit(analysis, statement, scope, true);
}

function hide(scope: Scope, name: Tree.BindingIdentifier | null): void {
  if (name !== null) scope.names.set(name.name, untracked);
}

function bindTo(analysis: Analysis, target: Tree.BindingPattern, to: readonly Tracked[], scope: Scope): void {
  bind(target, to, scope, {
    onDefault: (value) => visit(analysis, value, scope, true),
    onRest: (of, rest) => {
      for (const each of of) note(analysis, "escapes", each, rest);
    },
  });
}

function visitFunction(
  analysis: Analysis,
  { type, id, params, body }: Tree.Function | Tree.ArrowFunctionExpression,
  scope: Scope,
  firstParameter: readonly Tracked[],
): void {
  const inner = openScope(scope);
  if (type === "FunctionExpression") hide(inner, id);
  params.forEach((parameter, index) => {
    const { target, initializer } = parameterParts(parameter);
    descend(analysis, initializer ?? null, inner, true);
    bindTo(analysis, target, index === 0 ? firstParameter : untracked, inner);
  });
  descend(analysis, body, inner, true);
}

/** An alias is followed by its name: what it stands for counts where the name is used. */
function visitVariable(analysis: Analysis, { id, init }: Tree.VariableDeclarator, scope: Scope): void {
  const of = init === null ? untracked : resolve(init, scope);
  if (init !== null) {
    if (of.length === 0) visit(analysis, init, scope, true);
    else visitAround(analysis, init, scope);
  }
  bindTo(analysis, id, of, scope);
}

/** `body.spin.axis`: nothing in it does anything. */
function isPlainChain(node: Tree.Node): boolean {
  const inner = unwrap(node);
  if (inner.type !== "MemberExpression") return inner.type === "Identifier";
  return !inner.computed && isPlainChain(inner.object);
}

function visitForEach(
  analysis: Analysis,
  { type, left, right, body }: Tree.ForOfStatement | Tree.ForInStatement,
  scope: Scope,
): void {
  const of = resolve(right, scope);
  visit(analysis, right, scope, false);
  for (const each of of) note(analysis, "reads", each, right);
  if (left.type === "VariableDeclaration") {
    const items = type === "ForOfStatement" ? partsOf(of, "[]") : untracked;
    for (const { id } of left.declarations) bindTo(analysis, id, items, scope);
  } else {
    write(analysis, left, scope);
    if (type === "ForOfStatement") visit(analysis, right, scope, true);
  }
  visit(analysis, body, scope, true);
}

function visitName(analysis: Analysis, node: Tree.Node & { readonly name: string }, scope: Scope, kept: boolean): void {
  const of = lookup(scope, node.name);
  // Who takes `arguments` has all parameters.
  if (of === undefined && node.name === "arguments") {
    for (const root of analysis.found.keys()) note(analysis, "escapes", { root, path: [] }, node);
  }
  for (const each of of ?? []) use(analysis, each, node, kept);
}

function visitMember(analysis: Analysis, node: Tree.MemberExpression, scope: Scope, kept: boolean): void {
  const of = resolve(node, scope);
  for (const each of of) use(analysis, each, node, kept);
  if (of.length === 0) visit(analysis, node.object, scope, false);
  else visitAround(analysis, node.object, scope);
  if (node.computed) visit(analysis, node.property, scope, false);
}

/** What is computed around parts that are known: indices, and what chooses between them. */
function visitAround(analysis: Analysis, node: Tree.Node, scope: Scope): void {
  const inner = unwrap(node);
  switch (inner.type) {
    case "Identifier":
      return;
    case "MemberExpression":
      visitAround(analysis, inner.object, scope);
      if (inner.computed) visit(analysis, inner.property, scope, false);
      return;
    case "ConditionalExpression":
      visit(analysis, inner.test, scope, false);
      visitAround(analysis, inner.consequent, scope);
      return visitAround(analysis, inner.alternate, scope);
    case "LogicalExpression":
      visitAround(analysis, inner.left, scope);
      return visitAround(analysis, inner.right, scope);
    default:
      return visit(analysis, inner, scope, false);
  }
}

/** A whole parameter that is only looked at says nothing but whether it is there. */
function use(analysis: Analysis, of: Tracked, node: Tree.Node, kept: boolean): void {
  if (kept) note(analysis, "escapes", of, node);
  else if (of.path.length > 0) note(analysis, "reads", of, node);
}

/** Assignments after which the target holds what stands on the right. */
const keepers: ReadonlySet<string> = new Set(["=", "??=", "||=", "&&="]);

function visitAssignment(analysis: Analysis, { operator, left, right }: Tree.AssignmentExpression, scope: Scope): void {
  if (operator === "=") write(analysis, left, scope);
  else update(analysis, left, scope);
  visit(analysis, right, scope, keepers.has(operator));
}

function visitCall(analysis: Analysis, node: Tree.CallExpression, scope: Scope): void {
  const callee = unwrap(node.callee);
  const of = callee.type === "MemberExpression" ? resolve(callee, scope) : untracked;
  if (callee.type === "MemberExpression" && of.length > 0) visitMethod(analysis, node, callee, of, scope);
  else if (callee.type !== "Identifier" && dottedName(callee) === undefined) visit(analysis, callee, scope, false);
  const name = of.length === 0 ? freeName(callee, scope) : undefined;
  node.arguments.forEach((argument, index) => {
    const to = name === undefined || argument.type === "SpreadElement" ? undefined : { name, parameter: index };
    if (index === 0 && to !== undefined && writers.has(to.name)) {
      for (const each of resolve(argument, scope)) note(analysis, "writes", each, argument);
    } else if (to !== undefined && resolve(argument, scope).length > 0 && isPlainChain(argument)) {
      for (const each of resolve(argument, scope)) note(analysis, "escapes", each, argument, to);
    } else visit(analysis, argument, scope, true);
  });
}

/** The name of a function that the body does not declare: `nudge`, `Math.max`. */
function freeName(callee: Tree.Node, scope: Scope): string | undefined {
  const name = dottedName(callee);
  const [first = ""] = name?.split(".") ?? [];
  return lookup(scope, first) === undefined ? name : undefined;
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

function visitMethod(
  analysis: Analysis,
  node: Tree.CallExpression,
  callee: Tree.MemberExpression,
  of: readonly Tracked[],
  scope: Scope,
): void {
  visitAround(analysis, callee.object, scope);
  if (callee.computed) visit(analysis, callee.property, scope, false);
  const name = memberName(callee) ?? "";
  const owners = of.map(({ root, path }) => ({ root, path: path.slice(0, -1) }));
  for (const owner of owners) {
    if (analysis.containers.has(owner.root) && mutators.has(name)) note(analysis, "writes", owner, callee);
  }
  for (const each of of) noteCall(analysis, each, node, callee, scope);
  const [first] = node.arguments;
  if (!iterators.has(name) || first === undefined) return;
  const callback = unwrap(first);
  if (callback.type === "ArrowFunctionExpression" || callback.type === "FunctionExpression") {
    visitFunction(analysis, callback, scope, partsOf(owners, "[]"));
  }
}

/** A target that is read before it is written. */
function update(analysis: Analysis, target: Tree.Node, scope: Scope): void {
  write(analysis, target, scope);
  visit(analysis, target, scope, false);
}

/** A target of an assignment; a bare name is only bound anew. */
function write(analysis: Analysis, target: Tree.Node, scope: Scope): void {
  const inner = unwrap(target);
  switch (inner.type) {
    case "MemberExpression": {
      const of = resolve(inner, scope);
      for (const each of of) note(analysis, "writes", each, inner);
      if (of.length === 0) visit(analysis, inner.object, scope, false);
      else visitAround(analysis, inner.object, scope);
      if (inner.computed) visit(analysis, inner.property, scope, false);
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
      visit(analysis, inner.right, scope, true);
      return write(analysis, inner.left, scope);
    case "RestElement":
      return write(analysis, inner.argument, scope);
    default:
  }
}
