import type { ts } from "@ts-morph/common";
import { convertFunction } from "./convert-function.js";
import { convertType } from "./convert-type.js";
import { docOf, placeOf, propertyName, unwrap, type Parsing } from "./parsing.js";
import type { ElementSyntax, Expression, MemberSyntax } from "./syntax.js";

/** Deeper than anybody writes, far from what the stack can hold. */
const deepest = 200;

/** An expression as plain data; what no schema needs becomes `other`, with what it is. */
export function convertExpression(parsing: Parsing, node: ts.Expression, depth = 0): Expression {
  const { ts } = parsing;
  const inner = unwrap(ts, node);
  const place = placeOf(parsing, inner);
  if (depth > deepest) return { kind: "other", what: "an expression nested too deeply", place };
  const convert = (of: ts.Expression): Expression => convertExpression(parsing, of, depth + 1);
  const literal = literalOf(parsing, inner);
  if (literal !== undefined) return { kind: "literal", value: literal, place };
  if (ts.isIdentifier(inner)) return { kind: "name", name: inner.text, place };
  if (ts.isPropertyAccessExpression(inner) && inner.questionDotToken === undefined) {
    return { kind: "member", of: convert(inner.expression), name: inner.name.text, place };
  }
  if (ts.isElementAccessExpression(inner) && ts.isStringLiteralLike(inner.argumentExpression)) {
    return { kind: "member", of: convert(inner.expression), name: inner.argumentExpression.text, place };
  }
  if (ts.isCallExpression(inner) || ts.isNewExpression(inner)) {
    const frozen = frozenOf(ts, inner);
    if (frozen !== undefined) return convert(frozen);
    return {
      kind: ts.isNewExpression(inner) ? "new" : "call",
      callee: convert(inner.expression),
      types: (inner.typeArguments ?? []).map((type) => convertType(parsing, type)),
      arguments: elements(parsing, inner.arguments ?? [], depth),
      place,
    };
  }
  if (ts.isObjectLiteralExpression(inner)) {
    return { kind: "object", members: inner.properties.map((member) => convertMember(parsing, member, depth)), place };
  }
  if (ts.isArrayLiteralExpression(inner)) {
    return { kind: "array", elements: elements(parsing, inner.elements, depth), place };
  }
  if (ts.isPrefixUnaryExpression(inner)) {
    const operator = ts.tokenToString(inner.operator) ?? "";
    return { kind: "unary", operator, of: convert(inner.operand), place };
  }
  if (ts.isBinaryExpression(inner)) {
    const operator = ts.tokenToString(inner.operatorToken.kind) ?? "";
    return { kind: "binary", operator, left: convert(inner.left), right: convert(inner.right), place };
  }
  if (ts.isArrowFunction(inner) || ts.isFunctionExpression(inner)) {
    return { kind: "function", function: convertFunction(parsing, inner), place };
  }
  return { kind: "other", what: describe(ts, inner), place };
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

function literalOf({ ts }: Parsing, node: ts.Expression): number | bigint | string | boolean | null | undefined {
  if (ts.isNumericLiteral(node)) return Number(node.text);
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isBigIntLiteral(node)) return bigintOf(node.text);
  if (node.kind === ts.SyntaxKind.TrueKeyword) return true;
  if (node.kind === ts.SyntaxKind.FalseKeyword) return false;
  return node.kind === ts.SyntaxKind.NullKeyword ? null : undefined;
}

/** A literal that is wrong as syntax, such as `0xn`, is none. */
function bigintOf(text: string): bigint | undefined {
  return /^\d+n$/.test(text) ? BigInt(text.slice(0, -1)) : undefined;
}

/** `Object.freeze(value)` says of a value only that it stays. */
function frozenOf(ts: Parsing["ts"], node: ts.CallExpression | ts.NewExpression): ts.Expression | undefined {
  const [argument, ...rest] = node.arguments ?? [];
  const callee = node.expression;
  if (rest.length > 0 || argument === undefined || !ts.isPropertyAccessExpression(callee)) return undefined;
  if (ts.isNewExpression(node) || callee.name.text !== "freeze" || ts.isSpreadElement(argument)) return undefined;
  return ts.isIdentifier(callee.expression) && callee.expression.text === "Object" ? argument : undefined;
}

function elements(parsing: Parsing, nodes: readonly ts.Expression[], depth: number): ElementSyntax[] {
  return nodes.map((node) => {
    const spread = parsing.ts.isSpreadElement(node);
    return { spread, value: convertExpression(parsing, spread ? node.expression : node, depth + 1) };
  });
}

function convertMember(parsing: Parsing, node: ts.ObjectLiteralElementLike, depth: number): MemberSyntax {
  const { ts } = parsing;
  const doc = docOf(parsing, node);
  if (ts.isSpreadAssignment(node)) {
    const value = convertExpression(parsing, node.expression, depth + 1);
    return { spread: true, name: "", place: value.place, doc, value };
  }
  const place = placeOf(parsing, node.name);
  const name = propertyName(ts, node.name);
  const member = (value: Expression): MemberSyntax => ({ spread: false, name: name ?? "", place, doc, value });
  if (name === undefined) return member({ kind: "other", what: "a computed name", place });
  if (ts.isPropertyAssignment(node)) return member(convertExpression(parsing, node.initializer, depth + 1));
  if (ts.isShorthandPropertyAssignment(node)) return member({ kind: "name", name, place });
  if (ts.isMethodDeclaration(node))
    return member({ kind: "function", function: convertFunction(parsing, node), place });
  return member({ kind: "other", what: "an accessor", place });
}

/** What an author would call it. */
function describe(ts: Parsing["ts"], node: ts.Node): string {
  if (ts.isConditionalExpression(node)) return "a conditional expression";
  if (ts.isTemplateExpression(node)) return "a template literal with substitutions";
  if (ts.isAwaitExpression(node)) return "an `await`";
  if (ts.isClassExpression(node)) return "a class expression";
  if (ts.isRegularExpressionLiteral(node)) return "a regular expression";
  if (ts.isElementAccessExpression(node)) return "an indexed access";
  if (ts.isPropertyAccessExpression(node)) return "an optional chain";
  if (ts.isTaggedTemplateExpression(node)) return "a tagged template";
  return "an expression of this kind";
}
