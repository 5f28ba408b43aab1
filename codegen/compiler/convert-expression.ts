import { convertFunction } from "./convert-function.js";
import { convertType } from "./convert-type.js";
import { docOf, placeOf, placeOfKey, type Parsing } from "./parsing.js";
import type { ElementSyntax, Expression, MemberSyntax, TypeSyntax } from "./syntax.js";
import { bindingName, memberName, propertyName, stringOf, unwrap, type Tree } from "./tree.js";

const noTypes: readonly TypeSyntax[] = [];

/** Deeper than anybody writes, far from what the stack can hold. */
const deepest = 200;

/** An expression as plain data; what no schema needs becomes `other`, with what it is. */
export function convertExpression(parsing: Parsing, node: Tree.Node, depth = 0): Expression {
  const inner = unwrap(node);
  const place = placeOf(parsing, inner);
  if (depth > deepest) return { kind: "other", what: "an expression nested too deeply", place };
  switch (inner.type) {
    case "Literal":
      if ("regex" in inner) break;
      return { kind: "literal", value: inner.value, place };
    case "TemplateLiteral": {
      const value = stringOf(inner);
      if (value === undefined) break;
      return { kind: "literal", value, place };
    }
    case "Identifier":
      return { kind: "name", name: inner.name, place };
    case "MemberExpression": {
      const name = memberName(inner);
      if (name === undefined || (inner.optional && !inner.computed)) break;
      const namePlace = placeOf(parsing, inner.property);
      return { kind: "member", of: convertExpression(parsing, inner.object, depth + 1), name, place, namePlace };
    }
    case "CallExpression":
    case "NewExpression": {
      const frozen = frozenOf(inner);
      if (frozen !== undefined) return convertExpression(parsing, frozen, depth + 1);
      return {
        kind: inner.type === "NewExpression" ? "new" : "call",
        callee: convertExpression(parsing, inner.callee, depth + 1),
        types: inner.typeArguments?.params.map((type) => convertType(parsing, type)) ?? noTypes,
        arguments: elements(parsing, inner.arguments, inner, depth),
        place,
      };
    }
    case "ObjectExpression":
      return {
        kind: "object",
        members: inner.properties.map((member) => convertMember(parsing, member, depth)),
        place,
      };
    case "ArrayExpression":
      return { kind: "array", elements: elements(parsing, inner.elements, inner, depth), place };
    case "UnaryExpression":
      if (/^\w/.test(inner.operator)) break;
      return {
        kind: "unary",
        operator: inner.operator,
        of: convertExpression(parsing, inner.argument, depth + 1),
        place,
      };
    case "UpdateExpression":
      if (!inner.prefix) break;
      return {
        kind: "unary",
        operator: inner.operator,
        of: convertExpression(parsing, inner.argument, depth + 1),
        place,
      };
    case "BinaryExpression":
    case "LogicalExpression":
    case "AssignmentExpression": {
      const { operator, left, right } = inner;
      return {
        kind: "binary",
        operator,
        left: convertExpression(parsing, left, depth + 1),
        right: convertExpression(parsing, right, depth + 1),
        place,
      };
    }
    case "ArrowFunctionExpression":
    case "FunctionExpression":
      return { kind: "function", function: convertFunction(parsing, inner), place };
    default:
  }
  return { kind: "other", what: describe(inner), place };
}

/** Functions anywhere in an expression: logic, where there should be data only. */
export function holdsFunction(expression: Expression): boolean {
  switch (expression.kind) {
    case "function":
      return true;
    case "call":
    case "new":
      return holdsFunction(expression.callee) || expression.arguments.some(({ value }) => holdsFunction(value));
    case "object":
      return expression.members.some(({ value }) => holdsFunction(value));
    case "array":
      return expression.elements.some(({ value }) => holdsFunction(value));
    case "member":
    case "unary":
      return holdsFunction(expression.of);
    case "binary":
      return holdsFunction(expression.left) || holdsFunction(expression.right);
    default:
      return false;
  }
}

/** `Object.freeze(value)` says of a value only that it stays. */
function frozenOf(node: Tree.CallExpression | Tree.NewExpression): Tree.Node | undefined {
  const { callee } = node;
  if (node.type === "NewExpression" || callee.type !== "MemberExpression" || callee.computed) return undefined;
  if (memberName(callee) !== "freeze" || bindingName(callee.object) !== "Object") return undefined;
  const [argument, ...rest] = node.arguments;
  return rest.length > 0 || argument?.type === "SpreadElement" ? undefined : argument;
}

function elements(
  parsing: Parsing,
  nodes: readonly (Tree.ArrayExpressionElement | Tree.Argument)[],
  around: Tree.Node,
  depth: number,
): ElementSyntax[] {
  return nodes.map((node) => {
    if (node === null)
      return { spread: false, value: { kind: "other", what: "a hole", place: placeOf(parsing, around) } };
    const spread = node.type === "SpreadElement";
    return { spread, value: convertExpression(parsing, spread ? node.argument : node, depth + 1) };
  });
}

function convertMember(parsing: Parsing, node: Tree.ObjectPropertyKind, depth: number): MemberSyntax {
  const doc = docOf(parsing, node.start);
  if (node.type === "SpreadElement") {
    const value = convertExpression(parsing, node.argument, depth + 1);
    return { spread: true, name: "", place: value.place, doc, value };
  }
  const place = placeOfKey(parsing, node.key, node.computed);
  const name = propertyName(node.key, node.computed);
  const member = (value: Expression): MemberSyntax => ({ spread: false, name: name ?? "", place, doc, value });
  if (name === undefined) return member({ kind: "other", what: "a computed name", place });
  if (node.kind !== "init") return member({ kind: "other", what: "an accessor", place });
  const value = convertExpression(parsing, node.value, depth + 1);
  return member(node.method ? { ...value, place } : value);
}

/** What an author would call it. */
function describe(node: Tree.Node): string {
  switch (node.type) {
    case "ConditionalExpression":
      return "a conditional expression";
    case "TemplateLiteral":
      return "a template literal with substitutions";
    case "AwaitExpression":
      return "an `await`";
    case "ClassExpression":
      return "a class expression";
    case "Literal":
      return "a regular expression";
    case "MemberExpression":
      return node.computed ? "an indexed access" : "an optional chain";
    case "TaggedTemplateExpression":
      return "a tagged template";
    case "ImportExpression":
      return "a dynamic `import`";
    default:
      return "an expression of this kind";
  }
}
