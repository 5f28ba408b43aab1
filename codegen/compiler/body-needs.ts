// Whether the value of an expression may be `undefined`, as far as syntax tells.
import { isMath } from "./body-facts.js";
import type { Tree } from "./tree.js";

/** The names and members whose values decide whether an expression is `undefined`; undefined when nobody knows. */
export function needsOf(node: Tree.Node): readonly Tree.Node[] | undefined {
  switch (node.type) {
    case "Literal":
      return node.value === null && !("bigint" in node) ? undefined : [];
    case "TemplateLiteral":
    case "UpdateExpression":
    case "BinaryExpression":
      return [];
    case "UnaryExpression":
      return node.operator === "void" ? undefined : [];
    case "ParenthesizedExpression":
      return needsOf(node.expression);
    case "ConditionalExpression":
      return both(node.consequent, node.alternate);
    case "LogicalExpression":
      return node.operator === "&&" ? both(node.left, node.right) : needsOf(node.right);
    case "AssignmentExpression":
      if (/^(?:\|\||&&)=$/.test(node.operator)) return undefined;
      return node.operator === "=" || node.operator === "??=" ? needsOf(node.right) : [];
    case "CallExpression":
      if (node.optional) return undefined;
      if (isMath(node)) return [];
      return node.callee.type === "Identifier" ? [node.callee] : undefined;
    case "Identifier":
      return node.name === "undefined" ? undefined : [node];
    case "MemberExpression":
      return isMathConstant(node) ? [] : [node];
    default:
      return undefined;
  }
}

function both(one: Tree.Node, other: Tree.Node): readonly Tree.Node[] | undefined {
  const [first, second] = [needsOf(one), needsOf(other)];
  return first === undefined || second === undefined ? undefined : [...first, ...second];
}

function isMathConstant({ object, computed }: Tree.MemberExpression): boolean {
  return !computed && object.type === "Identifier" && object.name === "Math";
}
