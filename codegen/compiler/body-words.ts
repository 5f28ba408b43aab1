// Which string literals a value comes to, as far as syntax tells.
import type { Tree } from "./tree.js";

/** The literals that an expression comes to one of; undefined when it may come to something else. */
export function wordsOf(node: Tree.Node): readonly Tree.StringLiteral[] | undefined {
  if (isWord(node)) return [node];
  if (node.type === "ParenthesizedExpression") return wordsOf(node.expression);
  if (node.type !== "ConditionalExpression") return undefined;
  const [one, other] = [wordsOf(node.consequent), wordsOf(node.alternate)];
  return one === undefined || other === undefined ? undefined : [...one, ...other];
}

/** Whether this is a literal that is a string. */
export function isWord(node: Tree.Node): node is Tree.StringLiteral {
  return node.type === "Literal" && typeof node.value === "string";
}
