// Which indices a body uses, as far as syntax tells: `i` of `for (let i = 0; i < weights.length; i++)`.
import type { IndexRange, Part } from "../model/body.js";
import { lookup, type Scope } from "./body-scope.js";
import { bindingName, someChild, type NodeKeys, type Tree } from "./tree.js";

/** Finds the part of a parameter that an expression is; undefined when it is none. */
export type PartAt = (node: Tree.Node) => Part | undefined;

/** What an index can be, if that is a whole number from 0 up to something known. */
export function rangeOf(node: Tree.Node, scope: Scope): IndexRange | undefined {
  switch (node.type) {
    case "ParenthesizedExpression":
      return rangeOf(node.expression, scope);
    case "Literal":
      return countOf(node) === undefined ? undefined : { most: countOf(node) ?? 0 };
    case "Identifier": {
      const meaning = lookup(scope, node.name);
      return meaning?.kind === "local" ? meaning.range?.() : undefined;
    }
    case "ConditionalExpression":
      return combined(rangeOf(node.consequent, scope), rangeOf(node.alternate, scope), Math.max);
    case "BinaryExpression":
      return calculated(node, scope);
    default:
      return undefined;
  }
}

function calculated(
  { operator, left, right }: Tree.Node & { type: "BinaryExpression" },
  scope: Scope,
): IndexRange | undefined {
  const limit = countOf(right);
  if (operator === "&") return limit === undefined ? undefined : { most: limit };
  const of = rangeOf(left, scope);
  if (operator === "+") return combined(of, rangeOf(right, scope), (one, other) => one + other);
  if (operator !== "%" || of === undefined || limit === undefined || limit === 0) return undefined;
  return { most: limit - 1 };
}

function combined(
  one: IndexRange | undefined,
  other: IndexRange | undefined,
  combine: (one: number, other: number) => number,
): IndexRange | undefined {
  if (one === undefined || other === undefined || !("most" in one) || !("most" in other)) return undefined;
  return { most: combine(one.most, other.most) };
}

/** A whole number from 0 up that has room among the indices of arrays. */
function countOf(node: Tree.Node): number | undefined {
  if (node.type !== "Literal" || typeof node.value !== "number") return undefined;
  return Number.isInteger(node.value) && node.value >= 0 && node.value < 2 ** 31 ? node.value : undefined;
}

/** The variable that a loop counts up from 0, or from more, and what it can be in its body; undefined for other loops. */
export function counterOf(
  keys: NodeKeys,
  { init, test, update, body }: Tree.ForStatement,
  partAt: PartAt,
): { readonly name: string; readonly range: () => IndexRange | undefined } | undefined {
  if (init?.type !== "VariableDeclaration" || init.kind !== "let" || test?.type !== "BinaryExpression")
    return undefined;
  const [first] = init.declarations;
  const name = first && bindingName(first.id);
  if (name === undefined || !first?.init || countOf(first.init) === undefined) return undefined;
  if (test.operator !== "<" || bindingName(test.left) !== name || !countsUp(update, name)) return undefined;
  const below = belowOf(test.right, partAt);
  if (below === undefined) return undefined;
  return { name, range: () => (assigns(keys, body, name) || assigns(keys, test.right, name) ? undefined : below) };
}

function belowOf(node: Tree.Node, partAt: PartAt): IndexRange | undefined {
  const limit = countOf(node);
  if (limit !== undefined) return { most: limit - 1 };
  const part = partAt(node);
  return part?.steps.at(-1)?.name === "length" ? { lengthOf: part } : undefined;
}

function countsUp(update: Tree.Expression | null, name: string): boolean {
  if (update?.type === "UpdateExpression") return update.operator === "++" && bindingName(update.argument) === name;
  if (update?.type !== "AssignmentExpression" || update.operator !== "+=") return false;
  return bindingName(update.left) === name && (countOf(update.right) ?? 0) > 0;
}

/** Whether something in a node may assign to a name. */
export function assigns(keys: NodeKeys, node: Tree.Node, name: string): boolean {
  if (node.type === "AssignmentExpression" && mentions(keys, node.left, name)) return true;
  if (node.type === "UpdateExpression" && mentions(keys, node.argument, name)) return true;
  if ((node.type === "ForOfStatement" || node.type === "ForInStatement") && mentions(keys, node.left, name))
    return true;
  return someChild(keys, node, (child) => assigns(keys, child, name));
}

/** Whether a target, or one in a pattern, is a name; what is assigned to a member is none. */
function mentions(keys: NodeKeys, node: Tree.Node, name: string): boolean {
  if (node.type === "MemberExpression") return false;
  return bindingName(node) === name || someChild(keys, node, (child) => mentions(keys, child, name));
}
