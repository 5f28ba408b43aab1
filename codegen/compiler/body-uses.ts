// What a body does with the names it was given: which parts it reads and writes, which it hands on, and whose methods it calls.
// Whatever becomes of a value in a way that is not followed counts as kept by somebody: an escape.
import type { Escape } from "../model/uses.js";
import { collectors, iterators, mutators, reducers, writers } from "./known-functions.js";
import { assignedNames, bindConstants, bindItems, givenOf, givenTo, isAsConst, itemOf } from "./given.js";
import type { Parsing } from "./parsing.js";
import { noteStraight } from "./straight-names.js";
import type { ParameterUseSyntax } from "./syntax.js";
import {
  called,
  freeName,
  give,
  hide,
  isFull,
  isWhole,
  keepers,
  lookup,
  openScope,
  partsOf,
  resolve,
  scopeOf,
  takeApart,
  untracked,
  whole,
  type Scope,
  type Tracked,
} from "./tracking.js";
import {
  bindingName,
  dottedName,
  forEachChild,
  isNothing,
  isPlainChain,
  memberName,
  parameterParts,
  unwrap,
  valueNodes,
  type Tree,
} from "./tree.js";
import {
  note,
  noteAll,
  noteAssigned,
  noteCall,
  noteReturned,
  noteThrown,
  noteWritten,
  scopeAt,
  isPartTaker,
  partTaker,
  startAnalysis,
  takers,
  type Analysis,
} from "./use-notes.js";

/** How a function uses its parameters, and what it throws. */
export function parameterUses(
  parsing: Parsing,
  parameters: readonly Tree.ParamPattern[],
  body: Tree.Node,
): { readonly uses: ParameterUseSyntax[]; readonly throws: string[] } {
  const parts = parameters.map(parameterParts);
  const names = parts.map(({ target }, index) => bindingName(target) ?? `_${index}`);
  const analysis = startAnalysis(parsing, names);
  let assigned: ReadonlySet<string> | undefined;
  const scope = openScope(undefined, false, (name) => {
    return names.includes(name) && !(assigned ??= assignedNames(parsing, body)).has(name);
  });
  const given = names.map(whole);
  // Until no name turns out to stand for more than was known when it was used: closures run later than they are written.
  do {
    analysis.again = false;
    parts.forEach(({ target, initializer }, index) => {
      declare(analysis, target, given[index] ?? untracked, scope);
      if (initializer !== undefined) visit(analysis, initializer, scope, true);
    });
    visit(analysis, body, scope, true);
    if (body.type !== "BlockStatement") noteReturned(analysis, resolve(body, scope));
  } while (analysis.again);
  if (analysis.contained) parsing.contained.add(body);
  const uses = [...analysis.found].map(([parameter, { reads, writes, escapes, calls, returns }]) => ({
    parameter,
    reads,
    writes,
    escapes,
    calls,
    returns: returns.map(({ path, inside }) => (inside === undefined ? { path } : { path, inside })),
  }));
  return { uses, throws: [...analysis.throws] };
}

/** Walks over a node; `kept` when something becomes of its value that nobody can follow. What bodies have most stands first. */
export function visit(analysis: Analysis, node: Tree.Node, scope: Scope, kept: boolean): void {
  switch (node.type) {
    case "Identifier":
      return visitName(analysis, node, scope, kept);
    case "Literal":
      return;
    case "MemberExpression":
      return visitMember(analysis, node, scope, kept);
    case "BinaryExpression":
      visit(analysis, node.left, scope, false);
      return visit(analysis, node.right, scope, false);
    case "ExpressionStatement":
      return visit(analysis, node.expression, scope, false);
    case "CallExpression":
      return visitCall(analysis, node, scope);
    case "AssignmentExpression":
      return visitAssignment(analysis, node, scope, kept);
    case "UpdateExpression":
      write(analysis, node.argument, scope);
      return visit(analysis, node.argument, scope, false);
    case "UnaryExpression":
      if (node.operator === "delete") write(analysis, node.argument, scope);
      return visit(analysis, node.argument, scope, false);
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
      return visitChildren(analysis, node, scope, false);
    case "VariableDeclaration":
      for (const each of node.declarations) visitVariable(analysis, each, node.kind, scope);
      return;
    case "ReturnStatement":
      if (node.argument !== null && analysis.depth === 0) noteReturned(analysis, resolve(node.argument, scope));
      return descend(analysis, node.argument, scope, true);
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
      return visitFunction(analysis, node, scope);
    case "BlockStatement":
    case "StaticBlock":
      return visitStatements(analysis, node.body, scopeAt(analysis, node, scope));
    case "IfStatement":
    case "WhileStatement":
    case "DoWhileStatement":
      visit(analysis, node.test, scope, false);
      if (node.type !== "IfStatement") return visit(analysis, node.body, scope, true);
      visit(analysis, node.consequent, scope, true);
      return descend(analysis, node.alternate, scope, true);
    case "ForStatement":
      return visitChildren(analysis, node, scopeAt(analysis, node, scope), false);
    case "ForOfStatement":
    case "ForInStatement":
      return visitForEach(analysis, node, scopeAt(analysis, node, scope));
    case "SwitchStatement": {
      visit(analysis, node.discriminant, scope, false);
      const inner = scopeAt(analysis, node, scope);
      for (const { test, consequent } of node.cases) {
        descend(analysis, test, inner, false);
        visitStatements(analysis, consequent, inner, node.cases);
      }
      return;
    }
    case "CatchClause": {
      const inner = scopeAt(analysis, node, scope);
      if (node.param !== null) declare(analysis, node.param, untracked, inner);
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
    case "ObjectExpression":
      return visitProperties(analysis, node, undefined, scope);
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

function descend(analysis: Analysis, node: Tree.Node | null, scope: Scope, kept: boolean): void {
  if (node !== null) visit(analysis, node, scope, kept);
}

function visitChildren(analysis: Analysis, node: Tree.Node, scope: Scope, kept: boolean): void {
  forEachChild(analysis.parsing.keys, node, (child) => visit(analysis, child, scope, kept));
}

/** Names are known in all of their block. */
function visitStatements(analysis: Analysis, statements: readonly Tree.Node[], scope: Scope, all = statements): void {
  statements.forEach((statement) => {
    switch (statement.type) {
      case "FunctionDeclaration":
      case "TSDeclareFunction":
      case "ClassDeclaration":
        return hide(scope, statement.id);
      case "VariableDeclaration":
        if (statement.kind === "var") return;
        for (const { id } of statement.declarations) if (id.type === "Identifier") give(scope, id.name, untracked);
    }
  });
  statements.forEach((statement) => {
    noteStraight(analysis.parsing, statement, all, scope);
    visit(analysis, statement, scope, true);
  });
}

/** Names that a declaration gives a scope, and what each stands for. */
function declare(analysis: Analysis, target: Tree.Node, to: readonly Tracked[], scope: Scope): void {
  eachTarget(analysis, target, to, scope, (inner, gets) => {
    if (inner.type !== "Identifier" || !give(scope, inner.name, gets)) return;
    if (analysis.closures) analysis.again = true;
  });
}

/** Calls back with a target, or with all that are in it if it is a pattern, and with what each gets. */
function eachTarget(
  analysis: Analysis,
  target: Tree.Node,
  to: readonly Tracked[],
  scope: Scope,
  onTarget: (inner: Tree.Node, gets: readonly Tracked[]) => void,
): void {
  const inner = unwrap(target);
  if (inner.type === "Identifier" || inner.type === "MemberExpression") return onTarget(inner, to);
  const onExpression = (value: Tree.Node): void => visit(analysis, value, scope, true);
  const onRest = (of: readonly Tracked[], rest: Tree.Node, ofObject: boolean): void =>
    noteAll(analysis, "escapes", of, rest, ofObject ? takers.left : undefined);
  takeApart(inner, to, { onTarget, onExpression, onRest });
}

/** Walks over a function; `given` is what each parameter stands for. */
export function visitFunction(
  analysis: Analysis,
  node: Tree.Function | Tree.ArrowFunctionExpression,
  scope: Scope,
  given: readonly (readonly Tracked[])[] = [],
): void {
  const inner = scopeAt(analysis, node, scope);
  if (node.type === "FunctionExpression") hide(inner, node.id);
  node.params.forEach((parameter, index) => {
    const { target, initializer, rest } = parameterParts(parameter);
    descend(analysis, initializer ?? null, inner, true);
    declare(analysis, target, rest ? untracked : (given[index] ?? untracked), inner);
    if (rest) noteAll(analysis, "escapes", given.slice(index).flat(), parameter);
  });
  analysis.closures = true;
  analysis.depth++;
  descend(analysis, node.body, inner, true);
  analysis.depth--;
}

/** An alias is followed by its name: what it stands for counts where the name is used. */
function visitVariable(
  analysis: Analysis,
  { id, init }: Tree.VariableDeclarator,
  kind: Tree.VariableDeclaration["kind"],
  scope: Scope,
): void {
  const of = init === null ? untracked : resolve(init, scope);
  if (init !== null) {
    if (of.length === 0) visit(analysis, init, scope, true);
    else visitAround(analysis, init, scope);
    // Of what is taken out of a parameter, no text tells anything.
    const isOfParameter = id.type !== "Identifier" && of.some(isWhole);
    if (kind === "const" && !isOfParameter)
      bindConstants(id, givenOf(analysis.parsing, init, scope), scope, isAsConst(init));
  }
  declareAs(analysis, kind, id, of, scope);
}

/** `var` declares in all of its function. */
function declareAs(
  analysis: Analysis,
  kind: Tree.VariableDeclaration["kind"],
  target: Tree.Node,
  to: readonly Tracked[],
  scope: Scope,
): void {
  if (kind !== "var") declare(analysis, target, to, scope);
  else assign(analysis, target, to, scope, scope.ofFunction ?? scope);
}

function visitForEach(
  analysis: Analysis,
  { type, left, right, body }: Tree.ForOfStatement | Tree.ForInStatement,
  scope: Scope,
): void {
  const of = resolve(right, scope);
  visit(analysis, right, scope, false);
  if (type === "ForOfStatement") noteAll(analysis, "reads", of, right);
  else noteAll(analysis, "escapes", of, right, takers.names);
  const items = type === "ForOfStatement" ? partsOf(of, "[]") : untracked;
  if (left.type !== "VariableDeclaration") assign(analysis, left, items, scope);
  else {
    for (const { id } of left.declarations) {
      declareAs(analysis, left.kind, id, items, scope);
      if (left.kind === "const" && type === "ForOfStatement") {
        bindConstants(id, itemOf(givenOf(analysis.parsing, right, scope)), scope);
      }
    }
  }
  visit(analysis, body, scope, true);
}

function visitName(analysis: Analysis, node: Tree.Node & { readonly name: string }, scope: Scope, kept: boolean): void {
  const of = lookup(scope, node.name);
  // Who takes `arguments` has all parameters.
  if (of === undefined && node.name === "arguments") {
    for (const root of analysis.found.keys()) noteAll(analysis, "escapes", whole(root), node);
  }
  if (of !== undefined) noteAll(analysis, kept ? "escapes" : "reads", of, node);
}

function visitMember(analysis: Analysis, node: Tree.MemberExpression, scope: Scope, kept: boolean): void {
  const of = resolve(node, scope);
  noteAll(analysis, kept ? "escapes" : "reads", of, node);
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

/** A bare name stands for what it is given; `kept` when the value of the assignment is as well. */
function visitAssignment(
  analysis: Analysis,
  { operator, left, right }: Tree.AssignmentExpression,
  scope: Scope,
  kept: boolean,
): void {
  const of = keepers.has(operator) && unwrap(left).type !== "MemberExpression" ? resolve(right, scope) : untracked;
  assign(analysis, left, of, scope);
  if (operator !== "=") visit(analysis, left, scope, false);
  const target = unwrap(left);
  if (of.length > 0 && !kept) visitAround(analysis, right, scope);
  else if (target.type === "MemberExpression" && keepers.has(operator))
    visitArgument(analysis, right, partTaker("=", called(target, scope)), scope);
  else visit(analysis, right, scope, keepers.has(operator));
}

function visitCall(analysis: Analysis, node: Tree.CallExpression, scope: Scope): void {
  const callee = unwrap(node.callee);
  const of = called(callee, scope);
  bindItems(analysis.parsing, node, callee, scope, (callback) => scopeAt(analysis, callback, scope));
  if (of.length > 0) visitMethod(analysis, node, callee, of, scope);
  else if (callee.type !== "Identifier" && dottedName(callee) === undefined) visit(analysis, callee, scope, false);
  if (of.length === 0 && callee.type === "MemberExpression") {
    // Of a list that was made for what it holds: `[a.at, b.at].forEach(…)`.
    for (const each of resolve(callee.object, scope))
      visitCallback(analysis, node, memberName(callee) ?? "", each, scope);
  }
  const spread = node.arguments.findIndex(({ type }) => type === "SpreadElement");
  const free = of.length === 0 ? freeName(callee, scope) : undefined;
  // A replacer is given every part.
  const name = free === "JSON.stringify" && !isNothing(node.arguments[1]) ? undefined : free;
  const given = name === undefined ? [] : givenTo(analysis.parsing, node, scope);
  const collects = callee.type === "MemberExpression" && collectors.has(memberName(callee) ?? "");
  const keeper = of.length > 0 && collects ? partTaker("+", resolve(callee.object, scope)) : undefined;
  node.arguments.forEach((argument, index) => {
    const place = spread >= 0 && index >= spread ? undefined : index;
    const to = name === undefined || place === undefined ? undefined : { name, parameter: place, arguments: given };
    visitArgument(analysis, argument, to ?? keeper, scope);
  });
}

function visitProperties(analysis: Analysis, of: Tree.ObjectExpression, to: Escape["to"], scope: Scope): void {
  for (const each of of.properties) {
    if (each.type === "SpreadElement") visitArgument(analysis, each.argument, takers.spread, scope);
    else if (each.computed || to === undefined) visit(analysis, each, scope, true);
    else visitArgument(analysis, each.value, to, scope);
  }
}

function visitArgument(analysis: Analysis, argument: Tree.Node, to: Escape["to"], scope: Scope): void {
  const value = isPartTaker(to) ? unwrap(argument) : undefined;
  if (value?.type === "ObjectExpression") return visitProperties(analysis, value, to, scope);
  if (value?.type === "ArrayExpression")
    return value.elements.forEach((each) => each && visitArgument(analysis, each, to, scope));
  const of = to === undefined ? untracked : resolve(argument, scope);
  const writes = to?.parameter === 0 && writers.has(to.name);
  if (writes) analysis.contained = false;
  if (writes && of.length > 0) {
    noteAll(analysis, "writes", of, argument);
    visitAround(analysis, argument, scope);
  } else if (of.length > 0 && isPlainChain(argument)) {
    noteAll(analysis, "escapes", of, argument, to);
  } else visit(analysis, argument, scope, true);
}

/** A method of a part; taken off before, it has a name of its own. */
function visitMethod(
  analysis: Analysis,
  node: Tree.CallExpression,
  callee: Tree.Node,
  of: readonly Tracked[],
  scope: Scope,
): void {
  visitAround(analysis, callee, scope);
  for (const each of of) {
    const name = each.path.at(-1) ?? "";
    const owner = { root: each.root, path: each.path.slice(0, -1) };
    const { containers, ownMethods } = analysis;
    const changes = containers.has(owner.root) && mutators.has(name);
    if (changes && !ownMethods.has(`${each.root}.${each.path.join(".")}`)) note(analysis, "writes", owner, callee);
    noteCall(analysis, each, node, callee, scope);
    visitCallback(analysis, node, name, owner, scope);
  }
}

/** What is called back with items, and with what holds them. */
function visitCallback(
  analysis: Analysis,
  { arguments: [first, ...more] }: Tree.CallExpression,
  method: string,
  owner: Tracked,
  scope: Scope,
): void {
  const callback = first === undefined ? undefined : unwrap(first);
  if (callback?.type !== "ArrowFunctionExpression" && callback?.type !== "FunctionExpression") return;
  const item = partsOf([owner], "()");
  if (iterators.has(method)) visitFunction(analysis, callback, scope, [item, untracked, [owner]]);
  else if (reducers.has(method)) {
    visitFunction(analysis, callback, scope, [more.length === 0 ? item : untracked, item, untracked, [owner]]);
  }
}

/** What is given to a target; a bare name stands for it from then on, in the scope that declares it. */
function assign(analysis: Analysis, target: Tree.Node, to: readonly Tracked[], scope: Scope, declaredIn?: Scope): void {
  eachTarget(analysis, target, to, scope, (inner, gets) => {
    const home = inner.type === "Identifier" ? (declaredIn ?? scopeOf(scope, inner.name)) : undefined;
    noteAssigned(analysis, inner, home);
    if (home === undefined || inner.type !== "Identifier" || isFull(home, inner.name))
      noteAll(analysis, "escapes", gets, inner);
    else if (give(home, inner.name, gets)) analysis.again = true;
    if (inner.type === "MemberExpression") write(analysis, inner, scope);
  });
}

/** A member that is written. */
function write(analysis: Analysis, target: Tree.Node, scope: Scope): void {
  const inner = unwrap(target);
  if (inner.type !== "MemberExpression") return;
  const of = called(inner, scope);
  noteWritten(analysis, inner, scope);
  noteAll(analysis, "writes", of, inner);
  if (of.length === 0) visit(analysis, inner.object, scope, false);
  else visitAround(analysis, inner.object, scope);
  if (inner.computed) visit(analysis, inner.property, scope, false);
}
