// Loops over the rows of a parameter, by their shape: `for (const { position } of bodies)`, `for (const [a, b] of pairs(bodies))`.
// Whether the parameter is a query, and the function that of `ecsgen/runtime`, is known later.
import type { PatternPiece } from "../model/body.js";
import { patternNames } from "./body-patterns.js";
import { lookup, type PartMeaning, type Scope } from "./body-scope.js";
import { bindingName, type Tree } from "./tree.js";

/** A loop that may be one over rows. */
export interface RowLoop {
  readonly of: PartMeaning;
  /** Where the parameter is named. */
  readonly named: Tree.Node;
  /** The function that makes pairs of them, by its name. */
  readonly pairs: Tree.IdentifierReference | undefined;
  readonly rows: readonly RowNames[];
  readonly body: Tree.Statement;
}

/** What a row is called: a name, or names of its parts. */
export interface RowNames {
  readonly name: string | undefined;
  readonly names: PatternPiece["names"];
}

/** Looks whether a loop goes through all of a parameter, with constants for what it gives. */
export function rowLoopOf(
  text: string,
  { left, right, body, await: waits }: Tree.ForOfStatement,
  scope: Scope,
): RowLoop | undefined {
  if (waits || scope.inner) return undefined;
  // A remark there would swallow the bracket that a single statement gets.
  if (body.type !== "BlockStatement" && text.slice(right.end, body.start).includes("/")) return undefined;
  if (left.type !== "VariableDeclaration" || left.kind !== "const") return undefined;
  const target = left.declarations[0]?.id;
  if (target === undefined || target.typeAnnotation) return undefined;
  const whole = parameterOf(right, scope);
  if (whole !== undefined) {
    const row = rowNames(target);
    return row && { of: whole, named: right, pairs: undefined, rows: [row], body };
  }
  if (right.type !== "CallExpression" || right.callee.type !== "Identifier" || right.optional) return undefined;
  const [given, ...more] = right.arguments;
  const of = given === undefined || more.length > 0 ? undefined : parameterOf(given, scope);
  const rows = target.type === "ArrayPattern" ? target.elements.map(elementNames) : [];
  const [first, second] = rows;
  if (of === undefined || given === undefined || rows.length > 2) return undefined;
  if (first === undefined || second === undefined) return undefined;
  if (lookup(scope, right.callee.name) !== undefined) return undefined;
  return { of, named: given, pairs: right.callee, rows: [first, second], body };
}

function parameterOf(node: Tree.Node, scope: Scope): PartMeaning | undefined {
  const meaning = node.type === "Identifier" ? lookup(scope, node.name) : undefined;
  return meaning?.kind === "part" && meaning.steps.length === 0 ? meaning : undefined;
}

function elementNames(element: Tree.ArrayPattern["elements"][number]): RowNames | undefined {
  return element === null || element.type === "RestElement" ? undefined : rowNames(element);
}

function rowNames(target: Tree.BindingPattern): RowNames | undefined {
  const name = target.type === "Identifier" ? bindingName(target) : undefined;
  if (name !== undefined) return { name, names: [] };
  const names = target.type === "ObjectPattern" ? patternNames(target, []) : undefined;
  return names && { name: undefined, names };
}
