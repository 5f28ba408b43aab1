// Functions that constants hold: a method of their own is told from one of a list by them, and may write to its object.
import { mutators } from "./known-functions.js";
import type { Parsing } from "./parsing.js";
import { isClass, memberName, propertyName, someChild, unwrap, type Tree } from "./tree.js";

/** Functions of constants that are called as what changes a list: `tools.add` of `const tools = { add(a, b) { … } }`. */
export function ownMethods(nodes: readonly Tree.Node[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const node of nodes) {
    if (node.type !== "VariableDeclaration" || node.kind !== "const") continue;
    for (const { id, init } of node.declarations) {
      if (init !== null && id.type === "Identifier") addMethods(unwrap(init), id.name, found);
    }
  }
  return found;
}

function addMethods(value: Tree.Node, path: string, found: Set<string>): void {
  if (value.type !== "ObjectExpression") return;
  for (const property of value.properties) {
    if (property.type === "SpreadElement") continue;
    const name = propertyName(property.key, property.computed);
    if (name === undefined) continue;
    const held = unwrap(property.value);
    if (!isFunctionValue(held)) addMethods(held, `${path}.${name}`, found);
    else if (mutators.has(name)) found.add(`${path}.${name}`);
  }
}

function isFunctionValue(node: Tree.Node): boolean {
  return node.type === "ArrowFunctionExpression" || node.type === "FunctionExpression";
}

/** Whether methods of an object write to it: `{ count: 0, next() { return this.count++; } }`. */
export function writesItself(parsing: Parsing, object: Tree.ObjectExpression): boolean {
  return /\bthis\b/.test(parsing.text.slice(object.start, object.end)) && writesThis(parsing, object);
}

function writesThis(parsing: Parsing, node: Tree.Node): boolean {
  if (isClass(node)) return false;
  const target = targetOf(node);
  if (target !== undefined && isOfThis(unwrap(target))) return true;
  return someChild(parsing.keys, node, (child) => writesThis(parsing, child));
}

/** What a node changes, if it changes anything. */
function targetOf(node: Tree.Node): Tree.Node | undefined {
  if (node.type === "AssignmentExpression") return node.left;
  if (node.type === "UpdateExpression" || (node.type === "UnaryExpression" && node.operator === "delete"))
    return node.argument;
  const callee = node.type === "CallExpression" ? unwrap(node.callee) : undefined;
  return callee?.type === "MemberExpression" && mutators.has(memberName(callee) ?? "") ? callee.object : undefined;
}

/** `this.total`, `this.list[0].x`. */
function isOfThis(node: Tree.Node): boolean {
  if (node.type !== "MemberExpression") return false;
  const object = unwrap(node.object);
  return object.type === "ThisExpression" || isOfThis(object);
}
