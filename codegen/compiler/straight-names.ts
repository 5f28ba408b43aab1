// Locals that are given something else by statements of their own block: they stand for what they were given last, and for nothing before.
import { namesOf } from "./body-patterns.js";
import { targetOf } from "./given.js";
import type { Parsing } from "./parsing.js";
import { resolve, type Scope } from "./tracking.js";
import { someChild, unwrap, type Tree } from "./tree.js";

/**
 * Notes that a statement gives a name of its block something else, if only statements among `all` of the block do that: none within
 * a branch or a loop, which may be passed over, and no function, which may run later, has the name.
 */
export function noteStraight(parsing: Parsing, statement: Tree.Node, all: readonly Tree.Node[], scope: Scope): void {
  const { name, value } = givenBy(statement) ?? {};
  const known = name === undefined ? undefined : scope.names.get(name);
  if (name === undefined || value === undefined || known === undefined || scope.straight?.has(name)) return;
  if (known.length === 0 && resolve(value, scope).length === 0) return;
  if (!all.some((each) => isUnsteady(parsing, each, name))) (scope.straight ??= new Set()).add(name);
}

/** `a` and `b.at` of the statement `a = b.at;`. */
function givenBy(statement: Tree.Node): { readonly name: string; readonly value: Tree.Node } | undefined {
  const expression = statement.type === "ExpressionStatement" ? unwrap(statement.expression) : undefined;
  if (expression?.type !== "AssignmentExpression" || expression.operator !== "=") return undefined;
  const target = unwrap(expression.left);
  return target.type === "Identifier" ? { name: target.name, value: expression.right } : undefined;
}

function isUnsteady(parsing: Parsing, statement: Tree.Node, name: string): boolean {
  const given = givenBy(statement);
  if (given?.name === name) return isChanged(parsing, given.value, name);
  return statement.type === "VariableDeclaration"
    ? statement.declarations.some(({ init }) => init !== null && isChanged(parsing, init, name))
    : isChanged(parsing, statement, name);
}

/** Whether something in a node may give a name another value, or declares it anew, or keeps it for later. */
function isChanged(parsing: Parsing, node: Tree.Node, name: string): boolean {
  if (/Function|Class/.test(node.type)) return isNamed(parsing, node, name);
  const target = targetOf(node);
  if (target !== undefined && namesOf(unwrap(target)).includes(name)) return true;
  return someChild(parsing.keys, node, (child) => isChanged(parsing, child, name));
}

function isNamed(parsing: Parsing, node: Tree.Node, name: string): boolean {
  if (node.type === "Identifier") return node.name === name;
  return someChild(parsing.keys, node, (child) => isNamed(parsing, child, name));
}
