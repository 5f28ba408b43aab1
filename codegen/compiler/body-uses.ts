// What a body does with the names it was given: which it writes to, which it hands on.
// It follows aliases (`const spin = body.spin`), patterns and the callbacks of array methods, not calls of other functions.
import type { ts } from "@ts-morph/common";
import type { ParameterUse } from "../model/raw.js";
import type { Place } from "../model/place.js";
import { placeOf, unwrap, type Parsing } from "./parsing.js";

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
  readonly writes: Place[];
  readonly escapes: Place[];
  readonly parts: { readonly path: readonly string[]; readonly place: Place }[];
}

interface Analysis {
  readonly parsing: Parsing;
  /** Names whose methods, such as `push` and `set`, count as writes. */
  readonly containers: ReadonlySet<string>;
  readonly found: ReadonlyMap<string, Found>;
}

const mutators = new Set(
  "push pop shift unshift splice sort reverse fill copyWithin set add delete clear append".split(" "),
);
/** Methods that give back a part of what they are called on. */
const pickers = new Set("at get find findLast".split(" "));
/** Methods that call back with the parts of what they are called on. */
const iterators = new Set("forEach map filter some every find findIndex findLast flatMap".split(" "));

/** How a function uses its parameters. */
export function parameterUses(
  parsing: Parsing,
  parameters: readonly ts.ParameterDeclaration[],
  body: ts.Node,
): ParameterUse[] {
  const names = parameters.map((parameter, index) =>
    parsing.ts.isIdentifier(parameter.name) ? parameter.name.text : `_${index}`,
  );
  const analysis = startAnalysis(parsing, names);
  const scope = openScope(undefined);
  parameters.forEach((parameter, index) => {
    bind(analysis, parameter.name, { root: names[index] ?? "", path: [] }, scope);
    if (parameter.initializer !== undefined) visit(analysis, parameter.initializer, scope);
  });
  visit(analysis, body, scope);
  return [...analysis.found].map(([parameter, found]) => ({ parameter, ...found }));
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
  const analysis = startAnalysis(parsing, names, containers);
  const scope = openScope(undefined);
  for (const name of names) scope.names.set(name, { root: name, path: [] });
  const bodies = openScope(scope);
  for (const statement of parsing.source.statements) {
    if (!parsing.ts.isVariableStatement(statement)) visit(analysis, statement, bodies);
    else for (const { initializer } of statement.declarationList.declarations) descend(analysis, initializer, bodies);
  }
  return new Map(
    names.flatMap((name): [string, Place][] => {
      const [first] = analysis.found.get(name)?.writes ?? [];
      return first === undefined ? [] : [[name, first]];
    }),
  );
}

function startAnalysis(parsing: Parsing, names: readonly string[], containers: readonly string[] = names): Analysis {
  return {
    parsing,
    containers: new Set(containers),
    found: new Map(names.map((name) => [name, { writes: [], escapes: [], parts: [] }])),
  };
}

function openScope(outer: Scope | undefined): Scope {
  return { names: new Map(), outer };
}

function lookup(scope: Scope | undefined, name: string): Tracked | undefined {
  for (let at = scope; at !== undefined; at = at.outer) if (at.names.has(name)) return at.names.get(name);
  return undefined;
}

function descend(analysis: Analysis, node: ts.Node | undefined, scope: Scope): void {
  if (node !== undefined) visit(analysis, node, scope);
}

function visit(analysis: Analysis, node: ts.Node, scope: Scope): void {
  const { ts } = analysis.parsing;
  if (node.kind <= ts.SyntaxKind.LastToken || ts.isTypeNode(node)) return;
  const children = (within: Scope): void => {
    ts.forEachChild(node, (child) => visit(analysis, child, within));
  };
  if (ts.isFunctionLike(node)) return visitFunction(analysis, node, scope, undefined);
  if (ts.isVariableDeclaration(node)) {
    descend(analysis, node.initializer, scope);
    return bind(analysis, node.name, node.initializer && resolve(analysis, node.initializer, scope), scope);
  }
  if (ts.isForOfStatement(node)) return visitForOf(analysis, node, openScope(scope));
  if (ts.isBlock(node) || ts.isForStatement(node) || ts.isForInStatement(node) || ts.isCaseBlock(node)) {
    return children(openScope(scope));
  }
  if (ts.isCatchClause(node)) return children(openScope(scope));
  if (ts.isClassLike(node) && !isTopLevel(analysis, node)) hide(scope, node.name);
  visitUse(analysis, node, scope);
  children(scope);
}

function isTopLevel({ parsing }: Analysis, node: ts.Node): boolean {
  return parsing.source.statements.some((statement) => statement === node);
}

function hide(scope: Scope, name: ts.Identifier | undefined): void {
  if (name !== undefined) scope.names.set(name.text, undefined);
}

function visitFunction(
  analysis: Analysis,
  node: ts.SignatureDeclaration,
  scope: Scope,
  firstParameter: Tracked | undefined,
): void {
  const { ts } = analysis.parsing;
  if (ts.isFunctionDeclaration(node) && !isTopLevel(analysis, node)) hide(scope, node.name);
  const inner = openScope(scope);
  node.parameters.forEach((parameter, index) => {
    descend(analysis, parameter.initializer, inner);
    bind(analysis, parameter.name, index === 0 ? firstParameter : undefined, inner);
  });
  const body = "body" in node ? node.body : undefined;
  if (body === undefined) return;
  if (!ts.isBlock(body)) leave(analysis, body, inner);
  visit(analysis, body, inner);
}

function visitForOf(analysis: Analysis, node: ts.ForOfStatement, scope: Scope): void {
  const { ts } = analysis.parsing;
  visit(analysis, node.expression, scope);
  const of = resolve(analysis, node.expression, scope);
  if (ts.isVariableDeclarationList(node.initializer)) {
    for (const { name } of node.initializer.declarations) bind(analysis, name, of && part(of, "[]"), scope);
  } else write(analysis, node.initializer, scope);
  visit(analysis, node.statement, scope);
}

/** Gives the names of a pattern what they stand for. */
function bind(analysis: Analysis, name: ts.BindingName, to: Tracked | undefined, scope: Scope): void {
  const { ts } = analysis.parsing;
  if (ts.isIdentifier(name)) {
    scope.names.set(name.text, to);
    return;
  }
  for (const element of name.elements) {
    if (!ts.isBindingElement(element)) continue;
    descend(analysis, element.initializer, scope);
    const property = element.propertyName ?? element.name;
    const key = ts.isObjectBindingPattern(name) && ts.isIdentifier(property) ? property.text : "[]";
    bind(analysis, element.name, to && (element.dotDotDotToken ? to : part(to, key)), scope);
  }
}

/** What an expression stands for, when it is a given name or a part of one. */
function resolve(analysis: Analysis, node: ts.Expression, scope: Scope): Tracked | undefined {
  const { ts } = analysis.parsing;
  const inner = unwrap(ts, node);
  if (ts.isIdentifier(inner)) return lookup(scope, inner.text);
  if (ts.isPropertyAccessExpression(inner)) {
    const of = resolve(analysis, inner.expression, scope);
    return of && part(of, inner.name.text);
  }
  if (ts.isElementAccessExpression(inner)) {
    const of = resolve(analysis, inner.expression, scope);
    return of && part(of, ts.isStringLiteral(inner.argumentExpression) ? inner.argumentExpression.text : "[]");
  }
  if (ts.isConditionalExpression(inner)) {
    return resolve(analysis, inner.whenTrue, scope) ?? resolve(analysis, inner.whenFalse, scope);
  }
  if (ts.isBinaryExpression(inner) && isChoice(ts, inner)) {
    return resolve(analysis, inner.left, scope) ?? resolve(analysis, inner.right, scope);
  }
  if (ts.isCallExpression(inner) && ts.isPropertyAccessExpression(inner.expression)) {
    const of = pickers.has(inner.expression.name.text) && resolve(analysis, inner.expression.expression, scope);
    return of ? part(of, "[]") : undefined;
  }
  return undefined;
}

function isChoice(ts: Parsing["ts"], { operatorToken }: ts.BinaryExpression): boolean {
  const { QuestionQuestionToken, BarBarToken, AmpersandAmpersandToken } = ts.SyntaxKind;
  return [QuestionQuestionToken, BarBarToken, AmpersandAmpersandToken].some((kind) => kind === operatorToken.kind);
}

function part(of: Tracked, name: string): Tracked {
  return { root: of.root, path: [...of.path, name] };
}

/** Notes what one node does; its children are visited by the caller. */
function visitUse(analysis: Analysis, node: ts.Node, scope: Scope): void {
  const { ts } = analysis.parsing;
  if (ts.isBinaryExpression(node)) visitAssignment(analysis, node, scope);
  else if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) {
    const { PlusPlusToken, MinusMinusToken } = ts.SyntaxKind;
    if (node.operator === PlusPlusToken || node.operator === MinusMinusToken) write(analysis, node.operand, scope);
  } else if (ts.isDeleteExpression(node)) write(analysis, node.expression, scope);
  else if (ts.isCallExpression(node)) visitCall(analysis, node, scope);
  else if (ts.isNewExpression(node)) for (const argument of node.arguments ?? []) leave(analysis, argument, scope);
  else if (ts.isShorthandPropertyAssignment(node)) leave(analysis, node.name, scope);
  else if (ts.isPropertyAssignment(node)) leave(analysis, node.initializer, scope);
  else if (ts.isArrayLiteralExpression(node)) for (const element of node.elements) leave(analysis, element, scope);
  else if (ts.isReturnStatement(node) || ts.isThrowStatement(node) || ts.isYieldExpression(node)) {
    if (node.expression !== undefined) leave(analysis, node.expression, scope);
  }
}

function visitAssignment(analysis: Analysis, node: ts.BinaryExpression, scope: Scope): void {
  const { SyntaxKind } = analysis.parsing.ts;
  const kind = node.operatorToken.kind;
  if (kind < SyntaxKind.FirstAssignment || kind > SyntaxKind.LastAssignment) return;
  write(analysis, node.left, scope);
  const keeps = [
    SyntaxKind.EqualsToken,
    SyntaxKind.QuestionQuestionEqualsToken,
    SyntaxKind.BarBarEqualsToken,
    SyntaxKind.AmpersandAmpersandEqualsToken,
  ];
  if (keeps.some((keeping) => keeping === kind)) leave(analysis, node.right, scope);
}

function visitCall(analysis: Analysis, node: ts.CallExpression, scope: Scope): void {
  const { ts } = analysis.parsing;
  const callee = unwrap(ts, node.expression);
  const [first, ...rest] = node.arguments;
  if (ts.isPropertyAccessExpression(callee)) {
    const of = resolve(analysis, callee.expression, scope);
    if (of !== undefined && analysis.containers.has(of.root) && mutators.has(callee.name.text))
      note(analysis, of, "writes", callee);
    if (of !== undefined && iterators.has(callee.name.text) && first !== undefined) {
      const callback = unwrap(ts, first);
      if (ts.isArrowFunction(callback) || ts.isFunctionExpression(callback)) {
        visitFunction(analysis, callback, scope, part(of, "[]"));
      }
    }
    if (first !== undefined && isWriter(ts, callee)) {
      const target = resolve(analysis, first, scope);
      if (target !== undefined) note(analysis, target, "writes", first);
      for (const argument of rest) leave(analysis, argument, scope);
      return;
    }
  }
  for (const argument of node.arguments) leave(analysis, argument, scope);
}

/** `Object.assign(target, …)` and its kin. */
function isWriter(ts: Parsing["ts"], callee: ts.PropertyAccessExpression): boolean {
  if (!ts.isIdentifier(callee.expression)) return false;
  return /^(?:Object\.(?:assign|definePropert(?:y|ies)|setPrototypeOf)|Reflect\.(?:set|deleteProperty|defineProperty))$/.test(
    `${callee.expression.text}.${callee.name.text}`,
  );
}

/** A target of an assignment; a bare name is only bound anew. */
function write(analysis: Analysis, target: ts.Expression, scope: Scope): void {
  const { ts } = analysis.parsing;
  const inner = unwrap(ts, target);
  if (ts.isPropertyAccessExpression(inner) || ts.isElementAccessExpression(inner)) {
    const of = resolve(analysis, inner, scope);
    if (of !== undefined) note(analysis, of, "writes", inner);
  } else if (ts.isArrayLiteralExpression(inner)) {
    for (const element of inner.elements) write(analysis, withoutDefault(ts, element), scope);
  } else if (ts.isObjectLiteralExpression(inner)) {
    for (const property of inner.properties) {
      if (ts.isPropertyAssignment(property)) write(analysis, withoutDefault(ts, property.initializer), scope);
      else if (ts.isSpreadAssignment(property)) write(analysis, property.expression, scope);
    }
  } else if (ts.isSpreadElement(inner)) write(analysis, inner.expression, scope);
}

/** `target = fallback` inside a pattern. */
function withoutDefault(ts: Parsing["ts"], node: ts.Expression): ts.Expression {
  return ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken ? node.left : node;
}

/** An expression whose value is kept or handed on. */
function leave(analysis: Analysis, node: ts.Expression, scope: Scope): void {
  const of = resolve(analysis, node, scope);
  if (of !== undefined) note(analysis, of, "escapes", node);
}

/** Callbacks are walked twice, with and without what they are called back with: a place counts once. */
function note(analysis: Analysis, of: Tracked, how: "writes" | "escapes", node: ts.Node): void {
  const found = analysis.found.get(of.root);
  if (found === undefined) return;
  const place = placeOf(analysis.parsing, node);
  const known = how === "writes" ? found.writes : [...found.escapes, ...found.parts.map((part) => part.place)];
  if (known.some((other) => other.line === place.line && other.column === place.column)) return;
  if (how === "writes") found.writes.push(place);
  else if (of.path.length === 0) found.escapes.push(place);
  else found.parts.push({ path: of.path, place });
}
