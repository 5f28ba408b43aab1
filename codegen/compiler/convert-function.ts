import type { ts } from "ts-morph";
import { parameterUses } from "./body-uses.js";
import { convertType, convertTypeParameters, type Bound } from "./convert-type.js";
import { placeOf, unwrap, type Parsing } from "./parsing.js";
import type { FunctionSyntax, ParameterSyntax, SignatureSyntax } from "./syntax.js";

/** A function with a body. */
export type FunctionNode = ts.FunctionDeclaration | ts.FunctionExpression | ts.ArrowFunction | ts.MethodDeclaration;

/** A function as plain data: its signature, and what its body does. */
export function convertFunction(parsing: Parsing, node: FunctionNode): FunctionSyntax {
  return {
    signature: convertSignature(parsing, node),
    onlyThrows: onlyThrows(parsing, node.body),
    uses: node.body === undefined ? [] : parameterUses(parsing, node.parameters.filter(isNotThis), node.body),
  };
}

/** The parameters and the result of anything that can be called. */
export function convertSignature(parsing: Parsing, node: ts.SignatureDeclaration): SignatureSyntax {
  const { ts } = parsing;
  const modifiers = ts.canHaveModifiers(node) ? ts.getModifiers(node) : undefined;
  const typeParameters = node.typeParameters ?? [];
  const bound = new Set(typeParameters.map(({ name }) => name.text));
  return {
    typeParameters: convertTypeParameters(parsing, typeParameters, bound),
    parameters: node.parameters
      .filter(isNotThis)
      .map((parameter, index) => convertParameter(parsing, parameter, index, bound)),
    returns: node.type === undefined ? undefined : convertType(parsing, node.type, bound),
    async: modifiers?.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword) ?? false,
    opaque: "asteriskToken" in node && node.asteriskToken !== undefined,
  };
}

/** `this: …` is a type for the body, no parameter. */
function isNotThis({ name }: ts.ParameterDeclaration): boolean {
  return !("text" in name && name.text === "this");
}

function convertParameter(
  parsing: Parsing,
  node: ts.ParameterDeclaration,
  index: number,
  bound: Bound,
): ParameterSyntax {
  const type = node.type === undefined ? undefined : convertType(parsing, node.type, bound);
  return {
    name: parsing.ts.isIdentifier(node.name) ? node.name.text : `_${index}`,
    place: placeOf(parsing, node.name),
    type,
    optional: node.questionToken !== undefined || node.initializer !== undefined || (type?.undefinable ?? false),
    rest: node.dotDotDotToken !== undefined,
  };
}

function onlyThrows({ ts }: Parsing, body: ts.ConciseBody | undefined): string | undefined {
  if (body === undefined || !ts.isBlock(body) || body.statements.length !== 1) return undefined;
  const [statement] = body.statements;
  if (statement === undefined || !ts.isThrowStatement(statement)) return undefined;
  const thrown = unwrap(ts, statement.expression);
  if (!ts.isNewExpression(thrown)) return undefined;
  if (ts.isIdentifier(thrown.expression)) return thrown.expression.text;
  const { expression } = thrown;
  if (!ts.isPropertyAccessExpression(expression) || !ts.isIdentifier(expression.expression)) return undefined;
  return `${expression.expression.text}.${expression.name.text}`;
}
