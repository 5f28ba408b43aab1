import { parameterUses } from "./body-uses.js";
import { convertBody } from "./convert-body.js";
import { convertType, convertTypeParameters, nothingBound, type Bound } from "./convert-type.js";
import { placeOfBinding, type Parsing } from "./parsing.js";
import type { FunctionSyntax, ParameterSyntax, SignatureSyntax } from "./syntax.js";
import { bindingName, parameterParts, type Tree } from "./tree.js";

/** A function as plain data: its signature, and what its body does. */
export function convertFunction(parsing: Parsing, node: Tree.Function | Tree.ArrowFunctionExpression): FunctionSyntax {
  const signature = convertSignature(parsing, node);
  const body = convertBody(parsing, node);
  if (node.body === null) return { signature, throws: [], uses: [], body };
  return { signature, ...parameterUses(parsing, node.params.filter(isNotThis), node.body), body };
}

/** Anything that can be called. */
export interface SignatureNode {
  readonly typeParameters?: Tree.TSTypeParameterDeclaration | null;
  readonly params: readonly Tree.ParamPattern[];
  readonly returnType?: Tree.TSTypeAnnotation | null;
  readonly async?: boolean;
  readonly generator?: boolean;
}

/** The parameters and the result of anything that can be called. */
export function convertSignature(parsing: Parsing, node: SignatureNode): SignatureSyntax {
  const typeParameters = node.typeParameters?.params ?? [];
  const bound = typeParameters.length === 0 ? nothingBound : new Set(typeParameters.map(({ name }) => name.name));
  return {
    typeParameters: convertTypeParameters(parsing, typeParameters, bound),
    parameters: node.params
      .filter(isNotThis)
      .map((parameter, index) => convertParameter(parsing, parameter, index, bound)),
    returns: node.returnType ? convertType(parsing, node.returnType.typeAnnotation, bound) : undefined,
    async: node.async ?? false,
    generator: node.generator ?? false,
    opaque: node.generator ?? false,
  };
}

/** `this: …` is a type for the body, no parameter. */
function isNotThis(node: Tree.ParamPattern): boolean {
  return bindingName(node) !== "this";
}

function convertParameter(parsing: Parsing, node: Tree.ParamPattern, index: number, bound: Bound): ParameterSyntax {
  const { target, type: annotation, initializer, optional, rest } = parameterParts(node);
  const type = annotation && convertType(parsing, annotation.typeAnnotation, bound);
  return {
    name: bindingName(target) ?? `_${index}`,
    place: placeOfBinding(parsing, target),
    type,
    default: initializer && parsing.text.slice(initializer.start, initializer.end),
    optional: optional || initializer !== undefined || (type?.undefinable ?? false),
    rest,
  };
}
