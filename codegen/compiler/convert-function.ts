import type { ts } from "@ts-morph/common";
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
    throws: thrownClasses(parsing, node.body),
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
    default: node.initializer?.getText(parsing.source),
    optional: node.questionToken !== undefined || node.initializer !== undefined || (type?.undefinable ?? false),
    rest: node.dotDotDotToken !== undefined,
  };
}

/** The classes of what a body throws by `throw new Name(…)`. */
function thrownClasses({ ts }: Parsing, body: ts.Node | undefined): string[] {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    const thrown = ts.isThrowStatement(node) ? unwrap(ts, node.expression) : undefined;
    const name = thrown !== undefined && ts.isNewExpression(thrown) ? dottedName(ts, thrown.expression) : undefined;
    if (name !== undefined) names.add(name);
    ts.forEachChild(node, visit);
  };
  if (body !== undefined) visit(body);
  return [...names];
}

function dottedName(ts: Parsing["ts"], node: ts.Expression): string | undefined {
  if (ts.isIdentifier(node)) return node.text;
  if (!ts.isPropertyAccessExpression(node) || !ts.isIdentifier(node.expression)) return undefined;
  return `${node.expression.text}.${node.name.text}`;
}
