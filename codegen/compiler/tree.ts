// The door to the parser's tree: ESTree with TypeScript's nodes, as `oxc-parser` makes it, and what every walk over it needs.
import type * as Tree from "oxc-parser";

export type { Tree };

/** The kinds of nodes that have children, with the properties that hold them, in the order of the text. */
export type NodeKeys = Readonly<Record<string, readonly string[]>>;

/** Calls back with every child of a node, in the order of the text. Every body is walked, so it goes by index, which makes nothing. */
export function forEachChild(keys: NodeKeys, node: Tree.Node, visit: (child: Tree.Node) => void): void {
  const names = keys[node.type];
  if (names === undefined) return;
  for (let index = 0; index < names.length; index++) {
    const child = held(node, names[index] ?? "");
    if (Array.isArray(child)) child.forEach((item) => item !== null && visit(item));
    else if (child !== null && child !== undefined) visit(child);
  }
}

/** Whether a child of a node passes a test; none is asked behind the first that does. */
export function someChild(keys: NodeKeys, node: Tree.Node, test: (child: Tree.Node) => boolean): boolean {
  const names = keys[node.type];
  if (names === undefined) return false;
  for (let index = 0; index < names.length; index++) {
    const child = held(node, names[index] ?? "");
    if (Array.isArray(child)) {
      if (child.some((item) => item !== null && test(item))) return true;
    } else if (child !== null && child !== undefined && test(child)) return true;
  }
  return false;
}

/** The parser says itself which properties hold nodes, so that what is read here is a node, a list with holes, or nothing. */
function held(node: Tree.Node, name: string): Tree.Node | (Tree.Node | null)[] | null | undefined {
  return (node as Tree.Node & Readonly<Record<string, unknown>>)[name] as ReturnType<typeof held>;
}

/** An expression without parentheses, type assertions, `!` and the frame of an optional chain. */
export function unwrap(node: Tree.Node): Tree.Node {
  switch (node.type) {
    // Nearly all are one of these.
    case "Identifier":
    case "MemberExpression":
    case "Literal":
      return node;
    case "ParenthesizedExpression":
    case "TSAsExpression":
    case "TSSatisfiesExpression":
    case "TSNonNullExpression":
    case "TSTypeAssertion":
    case "ChainExpression":
      return unwrap(node.expression);
    default:
      return node;
  }
}

/** The text of a string literal, or of a template without substitutions. */
export function stringOf(node: Tree.Node): string | undefined {
  if (node.type === "Literal") return typeof node.value === "string" ? node.value : undefined;
  if (node.type !== "TemplateLiteral" || node.expressions.length > 0) return undefined;
  return node.quasis[0]?.value.cooked ?? undefined;
}

/** The text of a property's name; undefined when it is computed or private. */
export function propertyName(key: Tree.Node, computed: boolean): string | undefined {
  if (computed) return stringOf(unwrap(key));
  if (key.type === "Identifier") return key.name;
  if (key.type !== "Literal") return undefined;
  return "bigint" in key ? `${key.bigint}n` : String(key.value);
}

/** What follows the dot in `of.name`, or the text in `of["name"]`; undefined when it is computed otherwise. */
export function memberName({ computed, property }: Tree.MemberExpression): string | undefined {
  if (computed) return stringOf(property);
  return property.type === "PrivateIdentifier" ? `#${property.name}` : property.name;
}

/** `a.b.c` of an expression or of a type's name; undefined when it is something else. */
export function dottedName(node: Tree.Node): string | undefined {
  if (node.type === "Identifier") return node.name;
  if (node.type === "ThisExpression") return "this";
  if (node.type === "TSQualifiedName") return joined(node.left, node.right.name);
  return node.type === "MemberExpression" && !node.computed ? joined(node.object, memberName(node)) : undefined;
}

function joined(left: Tree.Node, name: string | undefined): string | undefined {
  const before = dottedName(left);
  return before === undefined || name === undefined ? undefined : `${before}.${name}`;
}

/** `a` of `a.b.c`. */
export function firstName(dotted: string): string {
  const end = dotted.indexOf(".");
  return end < 0 ? dotted : dotted.slice(0, end);
}

/** `body.spin.axis`: nothing in it does anything. */
export function isPlainChain(node: Tree.Node): boolean {
  const inner = unwrap(node);
  if (inner.type !== "MemberExpression") return inner.type === "Identifier";
  return !inner.computed && isPlainChain(inner.object);
}

/** What a statement declares or exports, without `export` around it. */
export function withoutExport(statement: Tree.Node): Tree.Node {
  if (statement.type === "ExportNamedDeclaration") return statement.declaration ?? statement;
  if (statement.type !== "ExportDefaultDeclaration") return statement;
  const { declaration } = statement;
  return isFunction(declaration) || isClass(declaration) || declaration.type === "TSInterfaceDeclaration"
    ? declaration
    : statement;
}

/** A function declaration, with or without a body. */
export function isFunction(node: Tree.Node): node is Tree.Function {
  return node.type === "FunctionDeclaration" || node.type === "TSDeclareFunction";
}

/** A class declaration. */
export function isClass(node: Tree.Node): node is Tree.Class {
  return node.type === "ClassDeclaration";
}

/** A parameter taken apart into what its annotations, its default and its dots say. */
export interface ParameterParts {
  /** A name or a pattern. */
  readonly target: Tree.BindingPattern;
  readonly type: Tree.TSTypeAnnotation | undefined;
  readonly initializer: Tree.Expression | undefined;
  readonly optional: boolean;
  readonly rest: boolean;
}

/** Takes a parameter apart. */
export function parameterParts(node: Tree.ParamPattern): ParameterParts {
  const parameter = node.type === "TSParameterProperty" ? node.parameter : node;
  if (parameter.type === "RestElement") {
    const { argument, typeAnnotation } = parameter;
    return { target: argument, type: typeAnnotation ?? undefined, initializer: undefined, optional: false, rest: true };
  }
  const withDefault = parameter.type === "AssignmentPattern";
  const target = withDefault ? parameter.left : parameter;
  return {
    target,
    type: target.typeAnnotation ?? undefined,
    initializer: withDefault ? parameter.right : undefined,
    optional: Boolean(target.optional),
    rest: false,
  };
}

/** The name of a binding; undefined when it is a pattern. */
export function bindingName(target: Tree.Node): string | undefined {
  return target.type === "Identifier" ? target.name : undefined;
}

/** Nodes of TypeScript that hold more than types. */
export const valueNodes: ReadonlySet<string> = new Set([
  "TSModuleDeclaration",
  "TSModuleBlock",
  "TSEnumDeclaration",
  "TSEnumBody",
  "TSEnumMember",
  "TSExportAssignment",
]);

/** Not given, `null` or `undefined`. */
export function isNothing(value: Tree.Node | undefined): boolean {
  if (value === undefined) return true;
  return value.type === "Literal" ? value.value === null : bindingName(value) === "undefined";
}

/** Where a statement starts, decorators included. */
export function startOf(statement: Tree.Node): number {
  const node = withoutExport(statement);
  const decorator = isClass(node) ? node.decorators[0] : undefined;
  return Math.min(statement.start, decorator?.start ?? statement.start);
}
