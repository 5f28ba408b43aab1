// Which names of a file are written to, by all that is in it.
import type { Place } from "../model/place.js";
import { visit, visitFunction } from "./body-uses.js";
import { ownMethods } from "./own-methods.js";
import type { Parsing, Stretch } from "./parsing.js";
import { openScope, whole, type Scope } from "./tracking.js";
import { isClass, isFunction, type Tree } from "./tree.js";
import { startAnalysis, takers, type Analysis } from "./use-notes.js";

/** What a file does with its top-level names. */
export interface NamesWritten {
  /** Those that it writes to, and where first. */
  readonly written: ReadonlyMap<string, Place>;
  /** Parts of containers that it gives away, so that others may write to them; an empty path is all of one. */
  readonly given: ReadonlyMap<string, readonly (readonly string[])[]>;
}

/**
 * Which of some top-level names a file writes to, or gives away; `nodes` are its statements. Of `containers`, methods such as `push`
 * count as writes; `others` gives names of what may be anything, whose `add` may be a function like any other.
 */
export function writtenNames(
  parsing: Parsing,
  nodes: readonly Tree.Node[],
  containers: readonly string[],
  others: () => readonly string[],
): NamesWritten {
  const written = new Map<string, Place>();
  const given = new Map<string, readonly (readonly string[])[]>();
  const statements = containers.length > 0 ? nodes : nodes.filter((node) => mayWrite(parsing, node));
  const names = statements.length > 0 ? [...containers, ...others()] : [];
  if (names.length === 0) return { written, given };
  const analysis = startAnalysis(parsing, names, containers, ownMethods(nodes));
  const scope = openScope(undefined);
  for (const name of names) scope.names.set(name, whole(name));
  const bodies = openScope(scope);
  for (const node of statements) visitTopLevel(analysis, node, bodies);
  for (const name of names) {
    const isContainer = containers.includes(name);
    // What a function makes of a token, say, is nothing that the token holds.
    const first = analysis.found.get(name)?.writes.find(({ path }) => isContainer || !path.some(isResult));
    if (first !== undefined) written.set(name, first.place);
  }
  for (const name of containers) {
    const escapes = analysis.found.get(name)?.escapes.filter(({ to }) => to !== takers.names) ?? [];
    given.set(
      name,
      escapes.map(({ path }) => path),
    );
  }
  return { written, given };
}

function isResult(step: string): boolean {
  return /\(\d+\)$/.test(step);
}

/**
 * Whether something in a statement may write to what its file names; most do not, where no method does. A function that
 * changes only what it is given is none of these.
 */
function mayWrite(parsing: Parsing, node: Tree.Node): boolean {
  if (isFunction(node)) return node.body !== null && !parsing.contained.has(node.body);
  if (isClass(node)) return node.body.body.length > 0;
  if (node.type === "VariableDeclaration")
    return node.declarations.some(({ init }) => init !== null && mayWriteIn(parsing, init));
  return (
    !/^(?:ImportDeclaration|TSInterfaceDeclaration|TSTypeAliasDeclaration)$/.test(node.type) &&
    mayWriteIn(parsing, node)
  );
}

/** Whether anything in a stretch assigns, counts, deletes, goes through a loop, or names what has functions that write. */
function mayWriteIn({ text }: Parsing, { start, end }: Stretch): boolean {
  return /=(?!>)|\+\+|--|\b(?:delete|for|Object|Reflect)\b/.test(text.slice(start, end));
}

/** Here declarations give names their meaning, where inside of functions they hide an outer one. */
function visitTopLevel(analysis: Analysis, node: Tree.Node, scope: Scope): void {
  if (node.type === "VariableDeclaration") {
    for (const { init } of node.declarations) if (init !== null) visit(analysis, init, scope, true);
  } else if (isFunction(node)) visitFunction(analysis, node, scope);
  else if (isClass(node)) visit(analysis, node.body, scope, true);
  else visit(analysis, node, scope, true);
}
