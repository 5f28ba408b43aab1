// Which names of a file are written to, by all that is in it.
import type { Place } from "../model/place.js";
import { visit, visitFunction } from "./body-uses.js";
import type { Parsing } from "./parsing.js";
import { openScope, type Scope } from "./tracking.js";
import { isClass, isFunction, withoutExport, type Tree } from "./tree.js";
import { startAnalysis, type Analysis } from "./use-notes.js";

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
  for (const statement of parsing.program.body) {
    const node = withoutExport(statement);
    if (containers.length > 0 || !isContained(parsing, node)) visitTopLevel(analysis, node, bodies);
  }
  for (const name of names) {
    const [first] = analysis.found.get(name)?.writes ?? [];
    if (first !== undefined) written.set(name, first.place);
  }
  return written;
}

/** A function that changes only what it is given changes nothing that its file names, unless a method does. */
function isContained({ contained }: Parsing, node: Tree.Node): boolean {
  return isFunction(node) && node.body !== null && contained.has(node.body);
}

/** Here declarations give names their meaning, where inside of functions they hide an outer one. */
function visitTopLevel(analysis: Analysis, node: Tree.Node, scope: Scope): void {
  if (node.type === "VariableDeclaration") {
    for (const { init } of node.declarations) if (init !== null) visit(analysis, init, scope, true);
  } else if (isFunction(node)) visitFunction(analysis, node, scope);
  else if (isClass(node)) visit(analysis, node.body, scope, true);
  else visit(analysis, node, scope, true);
}
